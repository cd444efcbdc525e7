using MudBlazor;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Language;

namespace NewsroomPortal.Features.Desk;

/// <summary>
/// One press of an act's button: the reason is asked, all that was typed is saved, the act is done with the version on the screen, and its
/// outcome is told. Where others changed the text meanwhile, what they changed is shown.
/// </summary>
internal sealed class ActConversation(ActDesk acts, ArticleDesk desk, BrowserDesk editor, IDialogService dialogs, ISnackbar notices, Words words)
{
    private static readonly DialogOptions Options = new() { MaxWidth = MaxWidth.Medium, FullWidth = true, CloseOnEscapeKey = true };

    public async Task Hold(ArticleAct act, Actor? who)
    {
        if (who is null)
        {
            notices.Add(words["desk.signedOut"], Severity.Warning);
        }
        else if (!ActDesk.NeedsReason(act))
        {
            await Do(act, who, "");
        }
        else if (await AskReason(act) is { } reason)
        {
            await Do(act, who, reason);
        }
    }

    private async Task<string?> AskReason(ArticleAct act)
    {
        var parameters = new DialogParameters<ReasonDialog> { { dialog => dialog.Act, act.Spell() } };
        var dialog = await dialogs.ShowAsync<ReasonDialog>(null, parameters, Options);
        return await dialog.Result is { Canceled: false, Data: string reason } ? reason : null;
    }

    private async Task Do(ArticleAct act, Actor who, string reason)
    {
        if (!await editor.SettleFields())
        {
            notices.Add(words["desk.fieldsNotSaved"], Severity.Warning);
        }
        else if (await editor.Settle(desk.Form.Text.Version) is not { } seen)
        {
            notices.Add(words["desk.notSaved"], Severity.Warning);
        }
        else
        {
            await Tell(act, await acts.Do(act, who, desk.Article.Id, seen, reason));
        }
    }

    private async Task Tell(ArticleAct act, Outcome outcome)
    {
        if (outcome.IsDone)
        {
            notices.Add(words[$"desk.done.{act.Spell()}"], Severity.Success);
        }
        else if (outcome.Refusal is { Word: ArticleActs.Newer, Values: [int seen, int head] })
        {
            await ShowDifference(seen, head);
        }
        else
        {
            notices.Add(words.Say(outcome.Refusal.Word, outcome.Refusal.Values), Severity.Warning);
        }
    }

    private async Task ShowDifference(int seen, int head)
    {
        var parameters = new DialogParameters<DifferenceDialog>
        {
            { dialog => dialog.Seen, await desk.TextAt(seen) },
            { dialog => dialog.Newest, await desk.TextAt(head) },
        };
        await dialogs.ShowAsync<DifferenceDialog>(null, parameters, Options);
    }
}
