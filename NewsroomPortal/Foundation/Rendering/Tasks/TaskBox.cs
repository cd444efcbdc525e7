using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using NewsroomPortal.Foundation.Rendering.Inlines;
using NewsroomPortal.Foundation.Rendering.Text;

namespace NewsroomPortal.Foundation.Rendering.Tasks;

/// <summary><c>[ ]</c> or <c>[x]</c>, anywhere in the first text of a list item. After goldmark 1.5.4, <c>extension/tasklist.go</c> (MIT licence, © 2019 Yusuke Inuzuka).</summary>
sealed class TaskBox : LeafInline
{
    public required bool IsDone { get; init; }

    public static Inline? Read(InlineReading reading)
    {
        if (!reading.Context.Settings.TaskList || reading.Block.Parent is not ListItemBlock item || item[0] != reading.Block)
            return null;
        if (reading.Line is not ['[', ' ' or '\t' or '\n' or 'x' or 'X', ']', .. var after])
            return null;
        var isDone = reading.Line[1] is 'x' or 'X';
        reading.Position += 3 + after.Length - after.TrimStart(Characters.Spaces).Length;
        return new TaskBox { IsDone = isDone };
    }
}
