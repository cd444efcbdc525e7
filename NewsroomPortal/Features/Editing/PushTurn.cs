using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Editing;

/// <summary>Takes all pushes that wait for a document: asks the guards, rebases, appends as one, answers.</summary>
internal sealed class PushTurn(DocumentArchive archive, ChangeLog log, DocumentAccessPolicy policy, TimeProvider clock, ILogger logger)
{
    private const int Attempts = 5;

    /// <summary>Called in the document's turn. Null: nothing new came into the log.</summary>
    public async Task<AcceptedUpdates?> Take(LiveDocument document, Action<DocumentText> drafted)
    {
        var pushes = new List<WaitingPush>();
        while (document.Waiting.TryDequeue(out var push))
        {
            pushes.Add(push);
        }
        try
        {
            return await Take(document, pushes, drafted);
        }
        catch (Exception problem) when (NotSaved.Is(problem))
        {
            logger.LogWarning(problem, "Pushes to document {Document} could not be looked at", document.Id);
            Refuse(pushes, new Refusal(PushAnswer.NotSaved), document.Text?.Version ?? 0);
            return null;
        }
        catch (Exception problem)
        {
            foreach (var push in pushes)
            {
                push.Answer.TrySetException(problem);
            }
            return null;
        }
    }

    private async Task<AcceptedUpdates?> Take(LiveDocument document, List<WaitingPush> pushes, Action<DocumentText> drafted)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (document.Text is null)
            {
                document.Load(await archive.Read(document.Id, version: null, CancellationToken.None));
            }
            if (document.Text is not { } head)
            {
                Refuse(pushes, new Refusal("editing.unknown"), version: 0);
                return null;
            }
            var draft = new PushDraft(head);
            var refusals = await Draft(document, draft, pushes);
            if (draft.Updates.Count == 0)
            {
                Answer(pushes, refusals, head.Version, clock.GetUtcNow().UtcDateTime);
                return null;
            }
            drafted(draft.Text);
            var append = new LogAppend(document.Id, head.Version, draft.Updates, clock.GetUtcNow().UtcDateTime);
            switch (await log.Append(append))
            {
                case AppendResult.Committed:
                    var accepted = new AcceptedUpdates(head.Version, [.. draft.Updates.Select(update => update.Update)], draft.Text, LastAuthor(pushes, refusals));
                    document.Advance(accepted);
                    Answer(pushes, refusals, draft.Text.Version, append.AtUtc);
                    return accepted;
                case AppendResult.Overtaken:
                    document.Load(null);
                    break;
                case AppendResult.NotSaved:
                    drafted(head);
                    Refuse(pushes, new Refusal(PushAnswer.NotSaved), head.Version);
                    return null;
            }
        }
        Refuse(pushes, new Refusal(PushAnswer.NotSaved), document.Text?.Version ?? 0);
        return null;
    }

    private async Task<List<Refusal?>> Draft(LiveDocument document, PushDraft draft, List<WaitingPush> pushes)
    {
        var refusals = new List<Refusal?>(pushes.Count);
        foreach (var push in pushes)
        {
            var access = await policy.Access(push.Who, document.Id);
            refusals.Add(!access.MayRead || !access.MayWrite ? access.WhyNot ?? new Refusal("editing.unknown")
                : push.Version > draft.Head.Version || push.Version < 1 ? new Refusal("editing.noSuchVersion", push.Version, draft.Head.Version)
                : draft.Take(push, [.. await Since(document, push.Version, draft.Head.Version), .. draft.Updates.Select(update => update.Update)]));
        }
        draft.Add(TextMending.Mend(draft.Text.Text), Actor.Portal);
        return refusals;
    }

    private async ValueTask<IEnumerable<Update>> Since(LiveDocument document, int version, int head)
    {
        if (version == head)
        {
            return [];
        }
        if (document.Since(version) is { } kept)
        {
            return kept;
        }
        var updates = new List<Update>();
        while (version < head)
        {
            var stretch = await archive.Updates(document.Id, version, CancellationToken.None);
            updates.AddRange(stretch.Updates);
            version = stretch.Version;
        }
        return updates.Take(updates.Count - (version - head));
    }

    private static Actor LastAuthor(List<WaitingPush> pushes, List<Refusal?> refusals) => pushes[refusals.FindLastIndex(refusal => refusal is null)].Who;

    private static void Answer(List<WaitingPush> pushes, List<Refusal?> refusals, int version, DateTime savedAtUtc)
    {
        foreach (var (push, refusal) in pushes.Zip(refusals))
        {
            push.Answer.SetResult(new PushAnswer(version, refusal is null ? savedAtUtc : null, refusal));
        }
    }

    private static void Refuse(List<WaitingPush> pushes, Refusal refusal, int version) =>
        Answer(pushes, [.. pushes.Select(_ => refusal)], version, savedAtUtc: default);
}
