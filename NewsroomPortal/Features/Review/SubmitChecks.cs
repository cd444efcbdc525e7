using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Foundation.Rendering.Shortcodes;

namespace NewsroomPortal.Features.Review;

/// <summary>What a text must hold before an editor is asked to read it: a front matter that parses, a title, a category, a body, shortcodes that the site can build.</summary>
public sealed class SubmitChecks(ShortcodeChecks shortcodes)
{
    public Refusal? Refusal(string text)
    {
        var front = FrontMatter.Read(text);
        if (front.Error is { } error)
        {
            return new Refusal("review.submit.frontMatter", error.Line);
        }
        if (string.IsNullOrWhiteSpace(front["title"]?.Text))
        {
            return new Refusal("review.submit.title");
        }
        if (front["categories"]?.Items.Any(category => !string.IsNullOrWhiteSpace(category)) != true)
        {
            return new Refusal("review.submit.category");
        }
        if (InlineShortcode.FindLine(front.Body) is { } line)
        {
            return new Refusal("review.submit.inlineShortcode", front.FileText.AsSpan(0, front.BodyStart).Count('\n') + line + 1);
        }
        return string.IsNullOrWhiteSpace(front.Body) ? new Refusal("review.submit.body") : shortcodes.Refusal(front);
    }
}
