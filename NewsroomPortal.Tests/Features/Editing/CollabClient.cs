using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Tests.Features.Editing;

/// <summary>An editor as @codemirror/collab makes it: a text, a version, and what is not confirmed yet.</summary>
internal sealed class CollabClient(Authority authority, long documentId, string id, string text, int version)
{
    private readonly Actor _who = new(id, id, Role.Journalist);
    private readonly List<Update> _unconfirmed = [];
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

    /// <summary>receiveUpdates of @codemirror/collab 6.1, called for each update by itself, as wwwroot-assets/editor does.</summary>
    private void Receive(IReadOnlyList<Update> updates)
    {
        foreach (var update in updates)
        {
            Receive(update);
        }
    }

    private void Receive(Update update)
    {
        _version++;
        if (_unconfirmed.Count > 0 && _unconfirmed[0].ClientId == update.ClientId)
        {
            _unconfirmed.RemoveAt(0);
            return;
        }
        var changes = update.Changes;
        for (var i = 0; i < _unconfirmed.Count; i++)
        {
            var own = _unconfirmed[i];
            _unconfirmed[i] = own with { Changes = own.Changes.Map(changes) };
            changes = changes.Map(own.Changes, before: true);
        }
        Text = changes.Apply(Text);
    }
}
