using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Foundation.Language;
using NewsroomPortal.Foundation.Rendering;

namespace NewsroomPortal.Features.Editing;

/// <summary>The previews of the documents that somebody has open, and what changes in them.</summary>
public sealed class PreviewFeed : IDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<long, LivePreview> _previews = [];
    private readonly Authority _authority;
    private readonly IHubContext<EditingHub> _hub;
    private readonly Words _words;
    private readonly RenderLanes _lanes;
    private readonly PagePreview _page;
    private readonly ILogger<PreviewFeed> _logger;
    private readonly CurrentSite _site;
    private readonly ITimer _look;
    // Looked up now and then: the site's files are not asked at each key.
    private volatile SiteSettings _settings;

    public PreviewFeed(
        Authority authority, MarkdownRenderer renderer, PagePreview page, IHubContext<EditingHub> hub, Words words, CurrentSite site, TimeProvider clock, ILogger<PreviewFeed> logger)
    {
        (_authority, _lanes, _page, _hub, _words, _site, _logger) = (authority, new RenderLanes(renderer, () => _settings!), page, hub, words, site, logger);
        _settings = site.Settings;
        _look = clock.CreateTimer(_ => LookWhileOpen(), null, BetweenLooks, BetweenLooks);
        authority.Drafted += text => _previews.GetValueOrDefault(text.DocumentId)?.Show(text);
        authority.Deleted += Close;
    }

    internal int Count => _previews.Count;

    /// <summary>The whole preview; null: there is no such document. It is kept up to date until closed.</summary>
    public async Task<SentPreview?> Open(long documentId, string language, CancellationToken cancel)
    {
        LookAtSite();
        if (!_previews.TryGetValue(documentId, out var preview))
        {
            preview = _previews.GetOrAdd(documentId, _ => new LivePreview(documentId, _lanes, _page, () => _settings, Send, _logger));
        }
        if (await _authority.Open(documentId, cancel) is not { } text)
        {
            Close(documentId);
            return null;
        }
        preview.ShowFirst(text);
        var (message, surround) = await preview.Full(cancel);
        return Say(message, surround, language);
    }

    /// <summary>Nobody looks at it any more.</summary>
    public void Close(long documentId) => _previews.TryRemove(documentId, out _);

    public void Dispose()
    {
        _look.Dispose();
        _lanes.Dispose();
    }

    private void LookWhileOpen()
    {
        if (!_previews.IsEmpty)
        {
            LookAtSite();
        }
    }

    /// <summary>Where the site's settings are others than before, what is open is rendered anew.</summary>
    private void LookAtSite()
    {
        var now = _site.Settings;
        if (ReferenceEquals(now, _settings))
        {
            return;
        }
        _settings = now;
        foreach (var preview in _previews.Values)
        {
            preview.ShowAgain();
        }
    }

    private void Send(LivePreview preview, PreviewMessage message, PreviewSurround? surround)
    {
        foreach (var language in Words.Languages)
        {
            _ = Send(preview.DocumentId, language, Say(message, surround, language));
        }
    }

    // Not awaited: a page on a slow line must not hold up the others. It asks for the whole when it misses one.
    private async Task Send(long documentId, string language, SentPreview message)
    {
        try
        {
            await _hub.Clients.Group(HubGroups.Preview(documentId, language)).SendAsync("preview", documentId, message);
        }
        catch (Exception problem)
        {
            _logger.LogWarning(problem, "The preview of document {Document} could not be sent", documentId);
        }
    }

    private SentPreview Say(PreviewMessage message, PreviewSurround? surround, string language) => new(
        message.Seq, message.All, message.Why is { } why ? _words.In(language, why) : null, message.Edits,
        surround?.Heads.GetValueOrDefault(language), surround?.Asides.GetValueOrDefault(language));
}
