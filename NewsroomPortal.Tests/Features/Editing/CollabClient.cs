using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Tests.Features.Editing;

/// <summary>An editor as @codemirror/collab makes it: a text, a version, and what is not confirmed yet.</summary>
internal sealed class CollabClient(Authority authority, long documentId, string id, string text, int version)
{
    private readonly Actor _who = new(id, id, Role.Journalist);
    private List<Update> _unconfirmed = [];
    private int _version = version;

    public string Text { get; private set; } = text;

    public bool IsSettled => _unconfirmed.Count == 0;

    public void Type(ChangeSet change)
    {
        Text = change.Apply(Text);
        _unconfirmed.Add(new Update(id, change));
    }

    public Task<PushAnswer> Push() => authority.Push(documentId, _version, [.. _unconfirmed], _who);

    public async Task Receive()
    {
        LogStretch stretch;
        do
        {
            stretch = await authority.Updates(documentId, _version);
            Receive(stretch.Updates);
        }
        while (stretch.More);
    }

    /// <summary>receiveUpdates of @codemirror/collab 6.1.</summary>
    private void Receive(IReadOnlyList<Update> updates)
    {
        _version += updates.Count;
        ChangeSet? changes = null;
        var own = 0;
        foreach (var update in updates)
        {
            if (own < _unconfirmed.Count && _unconfirmed[own].ClientId == update.ClientId)
            {
                changes = changes?.Map(_unconfirmed[own].Changes, before: true);
                own++;
            }
            else
            {
                changes = changes?.Compose(update.Changes) ?? update.Changes;
            }
        }
        _unconfirmed = _unconfirmed[own..];
        if (changes is null)
        {
            return;
        }
        var mapped = new List<Update>();
        foreach (var update in _unconfirmed)
        {
            mapped.Add(update with { Changes = update.Changes.Map(changes) });
            changes = changes.Map(update.Changes, before: true);
        }
        _unconfirmed = mapped;
        Text = changes.Apply(Text);
    }
}
