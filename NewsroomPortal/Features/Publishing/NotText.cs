using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Features.Publishing;

/// <summary>Says why a file was not taken as a text, what it looks like, and how to convert it.</summary>
internal static class NotText
{
    public static Refusal Because(FileRefusal wrong) => wrong.Encoding switch
    {
        null => new Refusal("publishing.import.notText", wrong.Line, wrong.Offset),
        LikelyEncoding.HalfCharacters => new Refusal("publishing.import.halves", wrong.Line, wrong.Offset),
        var likely => new Refusal("publishing.import.encoding", wrong.Line, wrong.Offset, likely),
    };
}
