using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace NewsroomPortal.Foundation.Rendering.Tasks;

sealed class TaskBoxRenderer : HtmlObjectRenderer<TaskBox>
{
    protected override void Write(HtmlRenderer renderer, TaskBox box)
    {
        renderer.Writer.Write(box.IsDone ? "<input checked=\"\" disabled=\"\" type=\"checkbox\"" : "<input disabled=\"\" type=\"checkbox\"");
        renderer.Writer.Write(((PageRenderer)renderer).VoidEnd);
        renderer.Writer.Write(' ');
    }
}
