using System.Diagnostics;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Foundation.Language;
using NewsroomPortal.Foundation.Rendering;

namespace NewsroomPortal.Features.Editing;

/// <summary>
/// One article's preview, rendered once for all who look at it. It is begun before the commit and may be ahead of what is saved; where the
/// commit fails, the committed text is rendered again.
/// </summary>
internal sealed class LivePreview
{
    // Nobody reads faster; where many type at once, each of their keys would be rendered, and sent to all of them.
    private static readonly TimeSpan BetweenRenderings = TimeSpan.FromMilliseconds(40);

    private readonly RenderLanes _lanes;
    private readonly PagePreview _page;
    private readonly Func<SiteSettings> _site;
    private readonly Action<LivePreview, PreviewMessage, PreviewSurround?> _changed;
    private readonly Newest<DocumentText> _newest;
    private readonly TaskCompletionSource _shown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private readonly BlockDiffer _differ = new();
    private FrontMatter? _front;
    private SiteSettings? _frontSite;
    private PreviewSurround _surround = PreviewSurround.Nothing;
    private bool _isSlow;

    /// <param name="site">As it was last looked at: the same object until something changed.</param>
    /// <param name="changed">Called for each new rendering, in order; the surround is null where it did not change.</param>
    public LivePreview(
        long documentId, RenderLanes lanes, PagePreview page, Func<SiteSettings> site, Action<LivePreview, PreviewMessage, PreviewSurround?> changed, ILogger logger)
    {
        DocumentId = documentId;
        (_lanes, _page, _site, _changed) = (lanes, page, site, changed);
        _newest = new Newest<DocumentText>(RenderInTime, problem =>
        {
            logger.LogError(problem, "Document {Document} could not be previewed", documentId);
            _shown.TrySetException(problem);
        });
    }

    public long DocumentId { get; }

    public void Show(DocumentText text) => _newest.Give(text);

    /// <summary>As <see cref="Show"/>, unless a newer text came first.</summary>
    public void ShowFirst(DocumentText text) => _newest.GiveFirst(text);

    /// <summary>The newest text once more, since the site's settings changed.</summary>
    public void ShowAgain() => _newest.GiveAgain();

    /// <summary>Everything, as it stands after the first rendering.</summary>
    public async Task<(PreviewMessage Message, PreviewSurround Surround)> Full(CancellationToken cancel)
    {
        await _shown.Task.WaitAsync(cancel);
        lock (_lock)
        {
            return (_differ.Full(), _surround);
        }
    }

    /// <summary>The first of many keys is rendered at once; those that come in the pause after it, as one.</summary>
    private async Task RenderInTime(DocumentText text)
    {
        var began = Stopwatch.GetTimestamp();
        await Render(text);
        if (BetweenRenderings - Stopwatch.GetElapsedTime(began) is { Ticks: > 0 } pause)
        {
            await Task.Delay(pause);
        }
    }

    private async Task Render(DocumentText text)
    {
        var bodyStart = Fences.Find(text.Text).BodyStart;
        var site = _site();
        var isSame = _front is not null && text.Text.AsSpan(0, bodyStart).SequenceEqual(_front.FileText);
        var front = isSame ? _front! : FrontMatter.Read(text.Text[..bodyStart]);
        var surround = isSame && ReferenceEquals(site, _frontSite) ? null : PreviewSurround.Of(_page, front, site);
        (_front, _frontSite) = (front, site);
        (var rendered, _isSlow) = await _lanes.Render(text.Text[bodyStart..], front, _isSlow);
        lock (_lock)
        {
            _surround = surround ?? _surround;
            var message = _differ.Next(rendered);
            // The first rendering is the answer that those who opened it wait for.
            if (!_shown.TrySetResult())
            {
                _changed(this, message, surround);
            }
        }
    }
}

/// <summary>What stands around the text, in every language.</summary>
internal sealed record PreviewSurround(IReadOnlyDictionary<string, string> Heads, IReadOnlyDictionary<string, string> Asides)
{
    public static PreviewSurround Nothing { get; } = new(new Dictionary<string, string>(), new Dictionary<string, string>());

    public static PreviewSurround Of(PagePreview page, FrontMatter front, SiteSettings site) => new(
        Words.Languages.ToDictionary(language => language, language => page.Head(front, site, language)),
        Words.Languages.ToDictionary(language => language, language => page.Aside(front, site, language)));
}
