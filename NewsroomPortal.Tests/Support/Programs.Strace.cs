namespace NewsroomPortal.Tests.Support;

public static partial class Programs
{
    private static readonly Lazy<string?> TheStrace = new(() => Find("strace") ?? Install("strace", "strace"));

    /// <summary>The strace program; where it cannot be had the running test is skipped, by that name.</summary>
    public static string RequireStrace()
    {
        Assert.SkipUnless(TheStrace.Value is not null, "The program strace is not on this machine and could not be installed.");
        return TheStrace.Value!;
    }
}
