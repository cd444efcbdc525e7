using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace NewsroomPortal.Foundation.Rendering.Emphasis;

sealed class EmphasisRenderer : HtmlObjectRenderer<EmphasisInline>
{
    protected override void Write(HtmlRenderer renderer, EmphasisInline span)
    {
        var (open, close) = span switch
        {
            { DelimiterChar: '~' } => ("<del>", "</del>"),
            { DelimiterCount: 2 } => ("<strong>", "</strong>"),
            _ => ("<em>", "</em>"),
        };
        renderer.Writer.Write(open);
        renderer.WriteChildren(span);
        renderer.Writer.Write(close);
    }
}
