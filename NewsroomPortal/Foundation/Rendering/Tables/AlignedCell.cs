using Markdig.Extensions.Tables;

namespace NewsroomPortal.Foundation.Rendering.Tables;

sealed class AlignedCell : TableCell
{
    public TableColumnAlign? Alignment { get; init; }
}
