namespace NewsroomPortal.Foundation.Rendering.Budget;

/// <summary>
/// What one render may use, since a few kilobytes of hostile Markdown can cost a parser seconds and gigabytes.
/// It is asked from inside the loops, because a thread that runs away can be neither stopped nor made to give back its memory.
/// </summary>
sealed class RenderBudget
{
    /// <summary>Longest body rendered, in UTF-16 units.</summary>
    public const int LongestText = 1_000_000;

    /// <summary>Most HTML written, in UTF-16 units.</summary>
    public const int MostOutput = 8_000_000;

    /// <summary>Deepest nesting of blocks and of inlines.</summary>
    public const int DeepestNesting = 64;

    static readonly TimeSpan Time = TimeSpan.FromMilliseconds(500);
    const long Memory = 160_000_000;

    readonly TimeSpan started = ThreadClock.Now();
    readonly long allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
    int calls;

    /// <summary>Cheap enough for inner loops: looks at the clock every 64th call.</summary>
    public void Check()
    {
        if ((++calls & 63) == 0)
            Measure();
    }

    void Measure()
    {
        if (ThreadClock.Now() - started > Time)
            throw new OverBudgetException("rendering.overBudget.time");
        if (GC.GetAllocatedBytesForCurrentThread() - allocatedBefore > Memory)
            throw new OverBudgetException("rendering.overBudget.memory");
    }
}
