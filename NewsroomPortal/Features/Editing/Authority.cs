using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Features.Editing;

/// <summary>
/// The one place where texts change. Pushes of editors and changes of acts get the document's turn, one after the other, and are
/// answered after their commit. The database is the arbiter: who appends a version first has it, also against another process.
/// </summary>
public sealed class Authority : IAsyncDisposable
{
    private readonly LiveDocuments _live;
    private readonly DocumentArchive _archive;
    private readonly PushTurn _pushes;
    private readonly ActTurn _acts;
    private readonly Births _births;
    private readonly Snapshots _snapshots;
    private readonly Watchers _watchers;

    public Authority(
        IDbContextFactory<NewsroomDb> contexts, WriteGate gate, ChangeLog log, DocumentAccessPolicy policy, TimeProvider clock, ILogger<Authority> logger)
    {
        _live = new LiveDocuments(clock);
        _archive = new DocumentArchive(contexts);
        _pushes = new PushTurn(_archive, log, policy, clock, logger);
        _acts = new ActTurn(contexts, gate, clock, logger);
        _births = new Births(contexts, gate, FollowedBirths, clock, logger);
        _snapshots = new Snapshots(contexts, gate, logger);
        _watchers = new Watchers(logger);
    }

    internal FollowedBirths FollowedBirths { get; } = new();

    /// <summary>Documents in memory.</summary>
    internal int Live => _live.Count;

    internal int Watching => _watchers.Count;

    /// <summary>
    /// A text that is on its way into the log, or the committed one again where that failed. Raised in the document's turn: handlers must be quick.
    /// </summary>
    public event Action<DocumentText>? Drafted;

    /// <summary>After each commit, in the document's turn, so in the order of versions: handlers must be quick.</summary>
    public event Action<AcceptedUpdates>? Accepted;

    /// <summary>After each act that was done, whether it changed the text or not: who may do what may differ now.</summary>
    public event Action<long>? Acted;

    /// <summary>After a document was deleted.</summary>
    public event Action<long>? Deleted;

    /// <summary>The newest text; null: there is no such document.</summary>
    public async Task<DocumentText?> Read(long documentId, CancellationToken cancel = default) =>
        _live.Peek(documentId) ?? (await _archive.Read(documentId, version: null, cancel))?.Text;

    /// <summary>As <see cref="Read"/>, and the text stays in memory for a while, since its reader goes on to write or to watch.</summary>
    public async Task<DocumentText?> Open(long documentId, CancellationToken cancel = default)
    {
        using var lease = _live.Hold(documentId);
        var document = lease.Document;
        // Reading waits for no turn: whoever has it may be waiting for the disk.
        if (document.Text is null && document.Turn.Wait(0, CancellationToken.None))
        {
            try
            {
                if (document.Text is null)
                {
                    document.Load(await _archive.Read(documentId, version: null, cancel));
                }
            }
            finally
            {
                document.Turn.Release();
            }
        }
        return document.Text ?? (await _archive.Read(documentId, version: null, cancel))?.Text;
    }

    /// <summary>The text at a version, rebuilt from the log; null: there is no such document or version.</summary>
    public async Task<DocumentText?> ReadAt(long documentId, int version, CancellationToken cancel = default) =>
        _live.Peek(documentId) is { } head && head.Version == version ? head : (await _archive.Read(documentId, version, cancel))?.Text;

    /// <summary>When the newest change was committed, UTC; null: there is no such document.</summary>
    public Task<DateTime?> ChangedAt(long documentId, CancellationToken cancel = default) => _archive.ChangedAt(documentId, cancel);

    /// <summary>The updates after a version, as many as make one message.</summary>
    public async Task<LogStretch> Updates(long documentId, int since, CancellationToken cancel = default)
    {
        using var lease = _live.Hold(documentId);
        return await Updates(lease.Document, since, cancel);
    }

    /// <summary>
    /// Takes what an editor did after <paramref name="version"/>. Where others were faster, it is moved over their changes; what is in the log
    /// already is passed over, so a push may be sent again. Answers after the commit.
    /// </summary>
    public async Task<PushAnswer> Push(long documentId, int version, IReadOnlyList<Update> updates, Actor who, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        using var lease = _live.Hold(documentId);
        var document = lease.Document;
        var push = new WaitingPush(version, updates, who);
        document.Waiting.Enqueue(push);
        // Not cancelled from here on: another push may already be taking this one along.
        await document.Turn.WaitAsync(CancellationToken.None);
        try
        {
            if (!push.Answer.Task.IsCompleted && await _pushes.Take(document, draft => Drafted?.Invoke(draft)) is { } accepted)
            {
                Tell(document, accepted);
            }
        }
        finally
        {
            document.Turn.Release();
        }
        return await push.Answer.Task;
    }

    /// <summary>
    /// One act on a document: check, change, audit, save, in one transaction. Where <paramref name="act"/> refuses or throws, nothing has happened.
    /// It runs in the document's turn and in the write gate, so it must be short and begin no other act.
    /// </summary>
    public async Task<Outcome> Act(long documentId, Actor who, Func<Turn, Task<Outcome>> act, CancellationToken cancel = default)
    {
        var outcome = await InTurn(documentId, who, act, delete: false, cancel);
        if (outcome.IsDone)
        {
            Acted?.Invoke(documentId);
        }
        return outcome;
    }

    /// <summary>Removes a document with its log; <paramref name="act"/> checks, audits, and removes what else belongs to it.</summary>
    public async Task<Outcome> Delete(long documentId, Actor who, Func<Turn, Task<Outcome>> act, CancellationToken cancel = default)
    {
        var outcome = await InTurn(documentId, who, act, delete: true, cancel);
        if (outcome.IsDone)
        {
            Deleted?.Invoke(documentId);
        }
        return outcome;
    }

    /// <summary>A new document and what <paramref name="alongside"/> adds for it, in one transaction. The value is its id.</summary>
    public async Task<Outcome<long>> Create(
        HugoFile file, Actor who, Func<NewsroomDb, DocumentText, Task<Outcome>> alongside, CancellationToken cancel = default) =>
        (await CreateMany([new NewDocument(file, alongside)], who, cancel: cancel))[0];

    /// <summary>
    /// Many new documents in one transaction; a refused one leaves the others. The write gate is held meanwhile: give as many as take about 50 ms.
    /// </summary>
    /// <param name="followed">The followers that need not see these first texts: what they keep of them is among what comes alongside.</param>
    public async Task<IReadOnlyList<Outcome<long>>> CreateMany(
        IReadOnlyList<NewDocument> documents, Actor who, IReadOnlyList<Type>? followed = null, CancellationToken cancel = default)
    {
        var (outcomes, born) = await _births.Create(documents, who, followed ?? [], cancel);
        foreach (var accepted in born)
        {
            Accepted?.Invoke(accepted);
        }
        return outcomes;
    }

    /// <summary>Calls <paramref name="changed"/> with the newest text after commits, one call at a time, until disposed. Texts may be skipped.</summary>
    public IDisposable Watch(long documentId, Func<DocumentText, Task> changed) => _watchers.Add(documentId, changed);

    public async ValueTask DisposeAsync()
    {
        _live.Dispose();
        await _snapshots.Settled();
    }

    private async Task<Outcome> InTurn(long documentId, Actor who, Func<Turn, Task<Outcome>> act, bool delete, CancellationToken cancel)
    {
        using var lease = _live.Hold(documentId);
        var document = lease.Document;
        await document.Turn.WaitAsync(cancel);
        try
        {
            var (outcome, accepted) = await _acts.Take(document, who, act, delete, cancel);
            if (accepted is not null)
            {
                Drafted?.Invoke(accepted.Text);
                Tell(document, accepted);
            }
            return outcome;
        }
        finally
        {
            document.Turn.Release();
        }
    }

    private async Task<LogStretch> Updates(LiveDocument document, int since, CancellationToken cancel) =>
        document.Since(since) is { } updates ? new LogStretch(since + updates.Count, updates, More: false) : await _archive.Updates(document.Id, since, cancel);

    private void Tell(LiveDocument document, AcceptedUpdates accepted)
    {
        Accepted?.Invoke(accepted);
        _watchers.Tell(accepted.Text);
        if (document.NeedsSnapshot)
        {
            document.SnapshotBegun();
            _snapshots.Write(accepted.Text);
        }
    }
}
