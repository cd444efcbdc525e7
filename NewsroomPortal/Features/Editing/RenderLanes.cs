using System.Diagnostics;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Foundation.Rendering;

namespace NewsroomPortal.Features.Editing;

/// <summary>
/// How many texts are rendered at once, each as the site's settings are by then. A text that took long goes into the slow lane, one at a time, so that it keeps nobody else waiting.
/// </summary>
/// <param name="settings">The site's, as they are known now: asked for at each key.</param>
internal sealed class RenderLanes(MarkdownRenderer renderer, Func<SiteSettings> settings) : IDisposable
{
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(50);

    private readonly SemaphoreSlim _fastLane = new(Math.Max(2, Environment.ProcessorCount));
    private readonly SemaphoreSlim _slowLane = new(1);

    /// <param name="body">The Markdown.</param>
    /// <param name="front">What stands before it.</param>
    /// <param name="wasSlow">Whether this text took long before; what it is now is the second value.</param>
    public async Task<(RenderedText Text, bool IsSlow)> Render(string body, FrontMatter front, bool wasSlow)
    {
        var lane = wasSlow ? _slowLane : _fastLane;
        await lane.WaitAsync();
        try
        {
            var started = Stopwatch.GetTimestamp();
            var site = settings();
            var text = renderer.Render(body, site.Goldmark, new PageParams(front, site.Shortcodes));
            return (text, Stopwatch.GetElapsedTime(started) > Slow);
        }
        finally
        {
            lane.Release();
        }
    }

    public void Dispose()
    {
        _fastLane.Dispose();
        _slowLane.Dispose();
    }
}
