using System.Text;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Features.Editing;

/// <summary>The changes of one turn over the committed text, before they are in the log.</summary>
internal sealed class PushDraft(DocumentText head)
{
    private readonly List<AuthoredUpdate> _updates = [];
    private ChangeSet _whole = ChangeSet.Empty(head.Text.Length);
    private DocumentText? _text = head;

    public DocumentText Head { get; } = head;

    public IReadOnlyList<AuthoredUpdate> Updates => _updates;

    /// <summary>The text with all of them.</summary>
    public DocumentText Text => _text ??= Head with { Version = Head.Version + _updates.Count, Text = _whole.Apply(Head.Text) };

    /// <summary>Takes a push that started <paramref name="over"/> updates before this draft's text; null when taken.</summary>
    public Refusal? Take(WaitingPush push, IReadOnlyList<Update> over)
    {
        if (!Follow(push.Updates))
        {
            return new Refusal("editing.doesNotFit");
        }
        IReadOnlyList<Update> rebased;
        try
        {
            // One accepted update at a time, as the browsers do: over a composed list an insertion beside a deletion may sort
            // otherwise than for somebody who heard the updates in turn, and the texts would part.
            rebased = over.Aggregate(push.Updates, (updates, accepted) => UpdateRebase.Rebase(updates, [accepted]));
        }
        catch (ArgumentException)
        {
            return new Refusal("editing.doesNotFit");
        }
        if (rebased.Count > 0 && rebased[0].Changes.Length != _whole.NewLength)
        {
            return new Refusal("editing.doesNotFit");
        }
        var whole = rebased.Aggregate(_whole, (sum, update) => sum.Compose(update.Changes));
        if (IsTooLong(whole))
        {
            return new Refusal("editing.tooLong", DocumentText.MostBytes / 1024 / 1024);
        }
        Add(whole, rebased.Select(update => new AuthoredUpdate(update, push.Who.PersonId)));
        return null;
    }

    /// <summary>Adds a change of the portal's own, which fits.</summary>
    public void Add(ChangeSet change, Actor who)
    {
        if (!change.IsEmpty)
        {
            Add(_whole.Compose(change), [new AuthoredUpdate(new Update(PortalClient.NewId(), change), who.PersonId)]);
        }
    }

    public static bool IsTooLong(string text) => Encoding.UTF8.GetByteCount(text) > DocumentText.MostBytes;

    /// <summary>Whether the text has outgrown the limit in this draft.</summary>
    public bool IsTooLong() => IsTooLong(_whole);

    private void Add(ChangeSet whole, IEnumerable<AuthoredUpdate> updates)
    {
        _whole = whole;
        _updates.AddRange(updates);
        _text = _updates.Count == 0 ? Head : null;
    }

    /// <summary>Whether each update starts from the text that the one before it made.</summary>
    private static bool Follow(IReadOnlyList<Update> updates) =>
        updates.Zip(updates.Skip(1)).All(pair => pair.First.Changes.NewLength == pair.Second.Changes.Length);

    private bool IsTooLong(ChangeSet whole) =>
        whole.NewLength > DocumentText.MostBytes / 3 && whole.NewLength > Head.Text.Length && IsTooLong(whole.Apply(Head.Text));
}
