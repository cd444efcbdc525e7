using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.People;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Features.Review;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Shell.Commands.Demo;

/// <summary>Fills an empty newsroom by the same acts that people use: each article is written, submitted and approved by somebody.</summary>
internal sealed class DemoNewsroom(
    PeopleRegister people, ArticleShelf shelf, Authority authority, Reviewer reviewer, Publisher publisher, IDbContextFactory<NewsroomDb> contexts)
{
    private static readonly (string Name, string Email, Role Role)[] Staff =
    [
        ("陳小雨", "journalist@example.org", Role.Journalist),
        ("何文清", "editor@example.org", Role.Editor),
        ("林守正", "admin@example.org", Role.Admin),
    ];

    /// <summary>One account of each role, with the passwords that were made for them.</summary>
    public async Task<Outcome<IReadOnlyList<DemoAccount>>> Open(CancellationToken cancel = default)
    {
        if (!await IsEmpty(cancel))
        {
            return new Refusal("shell.demo.notEmpty");
        }
        var accounts = new List<DemoAccount>();
        foreach (var (name, email, role) in Staff)
        {
            var password = RandomNumberGenerator.GetString("abcdefghijkmnopqrstuvwxyz23456789", 20);
            var added = await people.Add(Actor.Portal, name, email, password, role);
            if (!added.IsDone)
            {
                return added.Refusal;
            }
            accounts.Add(new DemoAccount(added.Value.AsActor(), email, role, password));
        }
        var (journalist, editor) = (accounts[0].Actor, accounts[1].Actor);
        foreach (var article in DemoArticles.All)
        {
            if (await Bring(article, journalist, editor, cancel) is { IsDone: false } refused)
            {
                return refused.Refusal;
            }
        }
        return accounts;
    }

    private async Task<bool> IsEmpty(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return !await db.Set<Person>().AnyAsync(cancel) && !await db.Set<Document>().AnyAsync(cancel);
    }

    private async Task<Outcome> Bring(DemoArticle article, Actor journalist, Actor editor, CancellationToken cancel)
    {
        var created = await shelf.Create(journalist, cancel);
        if (!created.IsDone)
        {
            return created.Refusal;
        }
        var id = created.Value;
        var outcome = await authority.Act(id, journalist, turn => Task.FromResult(Write(turn, article)), cancel);
        foreach (var act in Acts(article.State, id, journalist, editor, cancel))
        {
            if (!outcome.IsDone)
            {
                break;
            }
            outcome = await act((await authority.Read(id, cancel))!.Version);
        }
        return outcome;
    }

    private static Outcome Write(Turn turn, DemoArticle article)
    {
        (string Key, FieldValue Value)[] fields =
        [
            ("title", new FieldValue.Text(article.Title)),
            ("summary", new FieldValue.Text(article.Lead)),
            ("categories", new FieldValue.Items([article.Category])),
            ("tags", new FieldValue.Items(article.Tags)),
            ("lead", new FieldValue.Text(article.Lead)),
        ];
        foreach (var (key, value) in fields)
        {
            var edit = FrontMatter.Read(turn.Text.Text).Set(key, value);
            if (!edit.IsDone)
            {
                return Outcome.Refused(edit.Refusal);
            }
            turn.Change(edit.Change);
        }
        Append(turn, $"\n{article.Body.ReplaceLineEndings("\n")}\n");
        return Outcome.Done;
    }

    private static void Append(Turn turn, string text)
    {
        var length = turn.Text.Text.Length;
        turn.Change(ChangeSet.Replace(length, length, length, text));
    }

    /// <summary>What brings a written draft to its state; each act is given the version that is on the screen.</summary>
    private IEnumerable<Func<int, Task<Outcome>>> Acts(DemoState state, long id, Actor journalist, Actor editor, CancellationToken cancel)
    {
        if (state == DemoState.Draft)
        {
            yield break;
        }
        yield return version => reviewer.Submit(journalist, id, version, cancel);
        if (state == DemoState.ChangesRequested)
        {
            yield return version => reviewer.RequestChanges(editor, id, version, "請補上學生姓名的寫法，並向校方核實收成的重量。", cancel);
        }
        if (state < DemoState.Approved)
        {
            yield break;
        }
        yield return version => reviewer.Approve(editor, id, version, cancel);
        if (state > DemoState.Approved)
        {
            yield return version => publisher.Publish(editor, id, version, cancel);
        }
        if (state == DemoState.Correction)
        {
            yield return version => reviewer.StartCorrection(journalist, id, version, cancel);
            yield return _ => authority.Act(id, journalist, turn =>
            {
                Append(turn, "\n更正：展期應為八個月。\n");
                return Task.FromResult(Outcome.Done);
            }, cancel);
        }
        if (state == DemoState.Withheld)
        {
            yield return _ => publisher.Withhold(editor, id, "主辦單位尚未確認新日期。", cancel);
        }
    }
}

/// <summary>An account of the sample newsroom.</summary>
internal sealed record DemoAccount(Actor Actor, string Email, Role Role, string Password);
