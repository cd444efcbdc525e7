namespace NewsroomPortal.Features.Publishing;

/// <summary>
/// How many files one transaction takes, so that the write gate is held for some 25 ms and whoever types is answered in between: fewer on a busy
/// machine, more on an idle one.
/// </summary>
internal sealed class SliceSize
{
    public const int Most = 200;
    private const int Least = 10;

    private static readonly TimeSpan Share = TimeSpan.FromMilliseconds(25);

    public int Files { get; private set; } = 50;

    /// <summary>Learns from a transaction; at most half or double at once, since a single one may have waited for the disk.</summary>
    public void Held(int files, TimeSpan time)
    {
        var isPart = files < Files && time < Share;
        if (files > 0 && !isPart)
        {
            Files = (int)Math.Clamp(files * (Share / time), Math.Max(Least, Files / 2), Math.Min(Most, Files * 2));
        }
    }
}
