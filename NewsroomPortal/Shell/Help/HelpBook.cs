using System.Collections.Concurrent;
using System.Net;
using NewsroomPortal.Foundation.Rendering;

namespace NewsroomPortal.Shell.Help;

/// <summary>The help pages: Markdown beside this file, one a topic and language, drawn by the portal's own renderer.</summary>
internal static class HelpBook
{
    private static readonly ConcurrentDictionary<(string Topic, string Language), HelpTopic> Read = new();
    private static readonly MarkdownRenderer Renderer = new();

    /// <summary>In the order of reading.</summary>
    public static IReadOnlyList<string> Topics { get; } = ["getting-started", "workflow", "history", "publishing", "shortcodes", "keyboard", "people", "settings", "command-line"];

    /// <summary>Null: there is no such topic.</summary>
    public static HelpTopic? Open(string topic, string language) =>
        Topics.Contains(topic) ? Read.GetOrAdd((topic, language), key => Load(key.Topic, key.Language)) : null;

    private static HelpTopic Load(string topic, string language)
    {
        using var stream = typeof(HelpBook).Assembly.GetManifestResourceStream($"help/{topic}.{language}")
            ?? throw new FileNotFoundException($"The help topic {topic} is not written in {language}.");
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        var title = text[..text.IndexOf('\n', StringComparison.Ordinal)].TrimStart('#', ' ');
        return new HelpTopic(topic, title, WithScrollingTables(Renderer.ToHtml(text), title));
    }

    /// <summary>What scrolls sideways on a narrow screen must be reachable by keyboard, and have a name.</summary>
    private static string WithScrollingTables(string html, string title) => html
        .Replace("<table>", $"<div class=\"np-scroll\" role=\"region\" aria-label=\"{WebUtility.HtmlEncode(title)}\" tabindex=\"0\">\n<table>", StringComparison.Ordinal)
        .Replace("</table>", "</table>\n</div>", StringComparison.Ordinal);
}

/// <param name="Title">The words of its first line.</param>
/// <param name="Html">The whole topic, its h1 included.</param>
internal sealed record HelpTopic(string Name, string Title, string Html);
