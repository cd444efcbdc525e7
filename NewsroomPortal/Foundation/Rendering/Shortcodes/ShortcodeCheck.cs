using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Foundation.Rendering.Shortcodes;

/// <summary>
/// Finds the first shortcode of a body that ends Hugo 0.111.3's build, or whose tags cross. After its <c>hugolib/shortcode.go</c>
/// (<c>extractShortcode</c>; Apache License 2.0, © 2018 The Hugo Authors).
/// </summary>
public sealed class ShortcodeCheck
{
    /// <summary>How deep shortcodes may stand in each other.</summary>
    const int Deepest = 100;

    readonly SiteShortcodes site;
    readonly OwnShortcodes own;
    readonly IReadOnlyList<ShortcodeToken> tokens;
    readonly HashSet<string> closed;
    readonly Dictionary<string, bool?> takesText = [];
    int next;

    ShortcodeCheck(IReadOnlyList<ShortcodeToken> tokens, SiteShortcodes site, OwnShortcodes own)
    {
        (this.tokens, this.site, this.own) = (tokens, site, own);
        closed = [.. tokens.Zip(tokens.Skip(1)).Where(pair => pair.First.Part == ShortcodePart.Slash).Select(pair => pair.Second.Text)];
    }

    /// <param name="body">The Markdown.</param>
    /// <param name="site">The names that count.</param>
    /// <param name="param">What <c>param</c> finds.</param>
    /// <param name="pages">What <c>ref</c> finds.</param>
    /// <param name="settings">The site's.</param>
    public static ShortcodeProblem? Find(string body, SiteShortcodes site, PageParams param, SitePages pages, ShortcodeSettings settings)
    {
        var reading = new ShortcodeTokens(body);
        var wrong = reading.Wrong ?? new ShortcodeCheck(reading.Tokens, site, new OwnShortcodes(param, pages, settings)).Find();
        return wrong is { } found ? new(found.Word, body.AsSpan(0, found.At).Count('\n'), found.Detail) : null;
    }

    (string Word, int At, string Detail)? Find()
    {
        while (next < tokens.Count)
        {
            if (Read(1) is { } wrong)
                return wrong;
        }
        return null;
    }

    /// <summary>One shortcode with all that stands in it, from its opening tag.</summary>
    (string Word, int At, string Detail)? Read(int depth)
    {
        var call = new ShortcodeCall(tokens[next].At);
        if (depth > Deepest)
            return Fail("deep", call);
        for (var isOpen = false; next < tokens.Count;)
        {
            var token = tokens[next++];
            switch (token.Part)
            {
                case ShortcodePart.Open when Peek() == ShortcodePart.Close:
                    return Fail("nameless", call with { At = token.At });
                case ShortcodePart.Open when Peek() == ShortcodePart.Slash:
                    break;
                case ShortcodePart.Open when isOpen:
                    next--;
                    if (Read(depth + 1) is { } wrong)
                        return wrong;
                    break;
                case ShortcodePart.Open:
                    isOpen = true;
                    break;
                case ShortcodePart.Name:
                    call.Name = token.Text;
                    if (site.IsComplete && !site.Has(call.Name))
                        return Fail("unknown", call);
                    break;
                case ShortcodePart.Parameter when Peek() == ShortcodePart.Value:
                    call.Named[token.Text] = tokens[next++].Text;
                    break;
                case ShortcodePart.Parameter:
                    call.Positional.Add(token.Text);
                    break;
                case ShortcodePart.Close when !TakesText(call.Name):
                    return Check(call);
                case ShortcodePart.Slash:
                    return ReadEnd(call, token.At);
            }
        }
        return Fail("mustClose", call);
    }

    /// <summary>Either <c>{{&lt; name /&gt;}}</c> or <c>{{&lt; /name &gt;}}</c>.</summary>
    (string Word, int At, string Detail)? ReadEnd(ShortcodeCall call, int at)
    {
        var name = Peek() == ShortcodePart.Name ? tokens[next].Text : call.Name;
        if (!TakesText(call.Name))
            return Fail("noText", new(at) { Name = name });
        if (name != call.Name)
            return Fail("crossed", new(at) { Name = name });
        next += Peek() == ShortcodePart.Name ? 2 : 1;
        return Check(call);
    }

    (string Word, int At, string Detail)? Check(ShortcodeCall call) =>
        site.IsOwn(call.Name) && own.Wrong(call) is { } wrong ? ($"rendering.shortcode.{wrong.Reason}", call.At, wrong.Detail) : null;

    /// <summary>Of one that may be in a part of the site that is not here: where it is closed anywhere.</summary>
    bool TakesText(string name)
    {
        if (!takesText.TryGetValue(name, out var takes))
            takesText[name] = takes = site.TakesText(name);
        return name.Length > 0 && (takes ?? closed.Contains(name));
    }

    ShortcodePart? Peek() => next < tokens.Count ? tokens[next].Part : null;

    static (string, int, string) Fail(string reason, ShortcodeCall call) => ($"rendering.shortcode.{reason}", call.At, call.Name);
}
