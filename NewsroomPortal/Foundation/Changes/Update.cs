namespace NewsroomPortal.Foundation.Changes;

/// <summary>A change as a client sends it to the authority: Update of @codemirror/collab 6.1, without effects.</summary>
/// <param name="ClientId">The id of the editor that made it; one open editor has one id, never reused.</param>
/// <param name="Changes">Starts from the text that the update before it made.</param>
public sealed record Update(string ClientId, ChangeSet Changes);
