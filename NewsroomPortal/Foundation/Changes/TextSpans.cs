namespace NewsroomPortal.Foundation.Changes;

/// <summary>A stretch of an old text and the stretch of the new one that stands for it.</summary>
internal readonly record struct TextSpans(int OldFrom, int OldTo, int NewFrom, int NewTo);
