namespace NewsroomPortal.Foundation.Rendering.Shortcodes;

/// <summary>What Hugo's own shortcodes would fetch from elsewhere: whose it is, its page and its title.</summary>
sealed record Embedding(string Site, string Url, string? Title)
{
    public static Embedding? Of(Shortcode shortcode) => shortcode.IsClosing ? null : shortcode.Name switch
    {
        "youtube" => Make(shortcode, "YouTube", "https://www.youtube.com/watch?v=", shortcode.Argument("id", 0)),
        "vimeo" or "vimeo_simple" => Make(shortcode, "Vimeo", "https://vimeo.com/", shortcode.Argument("id", 0)),
        "instagram" or "instagram_simple" => Make(shortcode, "Instagram", "https://www.instagram.com/p/", shortcode.Argument("id", 0)),
        "gist" => Make(shortcode, "GitHub Gist", $"https://gist.github.com/{Part(shortcode.Argument("user", 0))}/", shortcode.Argument("id", 1)),
        "tweet" or "twitter" or "twitter_simple" or "x" => Make(shortcode, "X", $"https://twitter.com/{Part(shortcode.Argument("user") ?? "i")}/status/", shortcode.Argument("id", 0)),
        _ => null,
    };

    static Embedding? Make(Shortcode shortcode, string site, string url, string? id) => id is null ? null : new(site, url + Part(id), shortcode.Argument("title"));

    static string Part(string? text) => Uri.EscapeDataString(text ?? "");
}
