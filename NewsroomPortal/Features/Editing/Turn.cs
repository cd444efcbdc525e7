using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Editing;

/// <summary>
/// An act's turn with a document: nobody else changes the text, the log or the database until it ends. What is added to <see cref="Db"/>
/// and what is changed in the text is saved together, or not at all.
/// </summary>
public sealed class Turn
{
    private readonly PushDraft _draft;

    internal Turn(PushDraft draft, Actor who, NewsroomDb db)
    {
        _draft = draft;
        Who = who;
        Db = db;
    }

    public Actor Who { get; }

    /// <summary>The context of the act's transaction. The authority saves it.</summary>
    public NewsroomDb Db { get; }

    /// <summary>The newest text, as it was when the turn began.</summary>
    public DocumentText Head => _draft.Head;

    /// <summary>The text with this turn's changes; its version is the one they will have.</summary>
    public DocumentText Text => _draft.Text;

    /// <summary>Changes <see cref="Text"/>; an empty change adds nothing to the log.</summary>
    /// <exception cref="ArgumentException">The change does not fit the text.</exception>
    public void Change(ChangeSet change) => _draft.Add(change, Who);
}
