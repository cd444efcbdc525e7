namespace NewsroomPortal.Foundation.Hugo;

/// <summary>
/// A site's <c>markup.goldmark</c>, as far as it changes what a body becomes. The defaults are Hugo's own
/// (gohugoio/hugo, markup/goldmark/goldmark_config/config.go).
/// </summary>
public sealed record GoldmarkSettings
{
    public static GoldmarkSettings Default { get; } = new();

    /// <summary><c>renderer.unsafe</c>: raw HTML and all kinds of addresses go into the page.</summary>
    public bool Unsafe { get; init; }

    /// <summary><c>renderer.hardWraps</c>: a line break in a paragraph becomes <c>br</c>.</summary>
    public bool HardWraps { get; init; }

    /// <summary><c>renderer.xhtml</c>: void elements are closed.</summary>
    public bool Xhtml { get; init; }

    /// <summary><c>parser.autoHeadingID</c>.</summary>
    public bool AutoHeadingId { get; init; } = true;

    /// <summary><c>parser.autoHeadingIDType</c>: <c>github</c>, <c>github-ascii</c> or <c>blackfriday</c>.</summary>
    public string AutoHeadingIdType { get; init; } = "github";

    /// <summary><c>parser.attribute.title</c>: <c>{#id .class}</c> after a heading.</summary>
    public bool HeadingAttributes { get; init; } = true;

    public bool Typographer { get; init; } = true;

    public bool Linkify { get; init; } = true;

    /// <summary><c>extensions.linkifyProtocol</c>: what an address that begins with <c>www.</c> gets.</summary>
    public string LinkifyProtocol { get; init; } = "https";

    public bool Table { get; init; } = true;

    public bool Strikethrough { get; init; } = true;

    public bool TaskList { get; init; } = true;

    public bool DefinitionList { get; init; } = true;

    public bool Footnote { get; init; } = true;
}
