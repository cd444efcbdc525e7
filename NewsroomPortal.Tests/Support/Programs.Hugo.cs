namespace NewsroomPortal.Tests.Support;

public static partial class Programs
{
    private static readonly Lazy<string?> TheHugo = new(() => Find("hugo") ?? Install("hugo", "hugo"));

    /// <summary>The hugo program; where it cannot be had the running test is skipped, by that name.</summary>
    public static string RequireHugo()
    {
        Assert.SkipUnless(TheHugo.Value is not null, "The program hugo is not on this machine and could not be installed.");
        return TheHugo.Value!;
    }
}
