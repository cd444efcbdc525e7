using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Foundation.Rendering.Shortcodes;

/// <summary>What Hugo 0.111.3's own shortcodes need (<c>tpl/tplimpl/embedded/templates/shortcodes</c>), or they end the build.</summary>
sealed class OwnShortcodes(PageParams param, SitePages pages, ShortcodeSettings settings)
{
    /// <summary>The end of a word key, and what it is about.</summary>
    public (string Reason, string Detail)? Wrong(ShortcodeCall call) => call.Name switch
    {
        "param" when call.Named.Count > 0 || call.Positional is not [{ Length: > 0 }, ..] => ("arguments", call.Name),
        "param" when param.Find(call.Positional[0]) is null => ("param", call.Positional[0]),
        "ref" or "relref" => Misses(call),
        "highlight" when call.Positional.Count == 0 => ("arguments", call.Name),
        "gist" when call.Named.Count > 0 => ("arguments", call.Name),
        "tweet" or "twitter" or "twitter_simple" when !NamesTweet(call) => ("arguments", call.Name),
        "instagram" or "instagram_simple" when !settings.AllowsInstagram => ("instagram", call.Name),
        _ => null,
    };

    static bool NamesTweet(ShortcodeCall call) =>
        call.Named.Count > 0 ? call.Named.ContainsKey("id") && call.Named.ContainsKey("user") : call.Positional.Count > 0;

    (string, string)? Misses(ShortcodeCall call)
    {
        if (call.Value("path", 0) is not { } reference)
            return ("arguments", call.Name);
        var path = reference.AsSpan(0, reference.AsSpan().IndexOfAny('#', '?') is >= 0 and var end ? end : reference.Length).ToString();
        if (path.Length == 0 || settings.RefsMayMiss)
            return null;
        return pages.Named(Uri.UnescapeDataString(path)).Count switch
        {
            0 when settings.HasModules => null,
            0 => ("ref", reference),
            1 => null,
            _ => ("refMany", reference),
        };
    }
}
