using MudBlazor;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Language;

namespace NewsroomPortal.Features.Desk.History;

/// <summary>One press of a button that restores: what came of it is told, and can be undone from there.</summary>
/// <param name="again">Holds another conversation, on the page.</param>
internal sealed class RestoreConversation(HistoryDesk history, ISnackbar notices, Words words, Func<Func<RestoreConversation, Task>, Task> again)
{
    /// <param name="seen">The version on the screen; null: what was typed could not be saved.</param>
    public async Task Whole(int? seen, int version)
    {
        if (seen is { } shown)
        {
            Tell(await history.RestoreWhole(shown, version), "desk.history.restored");
        }
        else
        {
            notices.Add(words["desk.notSaved"], Severity.Warning);
        }
    }

    public async Task Passage(int older, int newer, int number) => Tell(await history.RestorePassage(older, newer, number), "desk.history.restored");

    private async Task Undo(int made) => Tell(await history.RestorePassage(made - 1, made, null), "desk.history.undone");

    private void Tell(Outcome<int> outcome, string done)
    {
        if (!outcome.IsDone)
        {
            notices.Add(words.Say(outcome.Refusal.Word, outcome.Refusal.Values), Severity.Warning);
            return;
        }
        var made = outcome.Value;
        notices.Add(words[done], Severity.Success, options =>
        {
            options.Action = words["desk.history.undo"];
            options.OnClick = _ => again(talk => talk.Undo(made));
        });
    }
}
