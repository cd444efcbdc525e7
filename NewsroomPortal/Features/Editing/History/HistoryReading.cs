using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.People;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Editing.History;

/// <summary>
/// Somebody's reading of one document's history, from the newest change backwards, as far as they ask. It reads the log in stretches and
/// never all of it. Not for two at once.
/// </summary>
public sealed class HistoryReading
{
    private const int Stretch = 1000;
    private const int MostStretches = 4;
    private const int EntriesAtOnce = 20;

    private readonly IDbContextFactory<NewsroomDb> _contexts;
    private readonly long _documentId;
    private readonly ChangeGroups _groups = new();
    private readonly Dictionary<long, AuditEntry> _acts = [];
    private readonly Dictionary<string, string> _names = [];

    internal HistoryReading(IDbContextFactory<NewsroomDb> contexts, long documentId)
    {
        _contexts = contexts;
        _documentId = documentId;
    }

    /// <summary>The newest first; an act stands above what was written before it.</summary>
    public IReadOnlyList<HistoryEntry> Entries { get; private set; } = [];

    /// <summary>Whether the log begins before what was read.</summary>
    public bool HasOlder => _groups.Oldest is not { Version: <= 1 };

    /// <summary>The newest version read; 0: nothing yet.</summary>
    public int Newest => _groups.Newest?.Version ?? 0;

    /// <summary>The name of who made a change; null where nobody did: it was imported, or the portal mended it.</summary>
    public string? NameOf(string? personId) => personId is null ? null : _names.GetValueOrDefault(personId, personId);

    /// <summary>Reads on until some twenty more entries are there, or the log ends, or enough was read for once.</summary>
    public async Task ReadOlder(CancellationToken cancel = default)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        var wanted = Entries.Count + EntriesAtOnce;
        for (var read = 0; read < MostStretches && HasOlder && Entries.Count < wanted; read++)
        {
            var before = _groups.Oldest?.Version ?? int.MaxValue;
            var changes = await Changes(db).Where(change => change.Version < before).OrderByDescending(change => change.Version).Take(Stretch).ToListAsync(cancel);
            if (changes.Count == 0)
            {
                break;
            }
            await ReadActs(db, changes[^1].Version, before - 1, cancel);
            changes.ForEach(change => _groups.AddOlder(Count(change)));
            await List(db, cancel);
        }
    }

    /// <summary>Reads what was added since.</summary>
    public async Task ReadNewer(CancellationToken cancel = default)
    {
        if (Newest == 0)
        {
            await ReadOlder(cancel);
            return;
        }
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        List<DocumentChange> changes;
        do
        {
            var since = Newest;
            changes = await Changes(db).Where(change => change.Version > since).OrderBy(change => change.Version).Take(Stretch).ToListAsync(cancel);
            await ReadActs(db, since, changes.Count > 0 ? changes[^1].Version : since, cancel);
            changes.ForEach(change => _groups.AddNewer(Count(change)));
        }
        while (changes.Count == Stretch);
        await List(db, cancel);
    }

    private IQueryable<DocumentChange> Changes(NewsroomDb db) => db.Set<DocumentChange>().AsNoTracking().Where(change => change.DocumentId == _documentId);

    private static LoggedChange Count(DocumentChange change)
    {
        var (added, removed) = (0, 0);
        foreach (var (fromA, toA, fromB, toB, _) in ChangeSet.FromJson(change.Changes).Changes)
        {
            added += toB - fromB;
            removed += toA - fromA;
        }
        return new LoggedChange(change.Version, change.PersonId, change.AtUtc, added, removed);
    }

    private async Task ReadActs(NewsroomDb db, int from, int to, CancellationToken cancel)
    {
        var acts = await db.Set<AuditEntry>().AsNoTracking()
            .Where(entry => entry.ArticleId == _documentId && entry.Version >= from && entry.Version <= to).ToListAsync(cancel);
        foreach (var act in acts)
        {
            _acts[act.Id] = act;
            _groups.Divide(act.Version!.Value);
        }
    }

    private async Task List(NewsroomDb db, CancellationToken cancel)
    {
        var groups = _groups.NewestFirst.Select(group => new HistoryEntry(group.ToVersion, group, null, HasOlder && _groups.MayGrowOlder(group)));
        var acts = _acts.Values.Select(act => new HistoryEntry(act.Version!.Value, null, act));
        Entries = [.. groups.Concat(acts).OrderByDescending(entry => entry.Version).ThenByDescending(entry => entry.Act?.Id ?? 0)];
        var unnamed = Entries.Select(entry => entry.Group?.PersonId).OfType<string>().Where(id => !_names.ContainsKey(id)).Distinct().ToList();
        if (unnamed.Count > 0)
        {
            foreach (var person in await db.Set<Person>().AsNoTracking().Where(person => unnamed.Contains(person.Id)).Select(person => new { person.Id, person.Name }).ToListAsync(cancel))
            {
                _names[person.Id] = person.Name;
            }
        }
    }
}
