using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.Taxonomy;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Features.Editing;

public sealed class ActTests : IAsyncLifetime
{
    private TestNewsroom _newsroom = null!;

    private Authority Authority => _newsroom.Authority;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _newsroom = await TestNewsroom.Open();

    public ValueTask DisposeAsync() => _newsroom.DisposeAsync();

    [Fact]
    public async Task An_act_changes_text_rows_and_audit_in_one()
    {
        var id = await _newsroom.Write("abc");
        var outcome = await Authority.Act(id, TestNewsroom.Lok, turn =>
        {
            Assert.Equal(("abc", 1), (turn.Head.Text, turn.Head.Version));
            turn.Change(ChangeSet.Replace(3, 3, 3, "d"));
            turn.Change(ChangeSet.Empty(4));
            turn.Change(ChangeSet.Replace(4, 0, 0, "0"));
            Assert.Equal(("0abcd", 3), (turn.Text.Text, turn.Text.Version));
            turn.Db.Add(new Term { Kind = TermKind.Tag, Name = "渡輪" });
            _newsroom.Get<AuditTrail>().Record(turn.Db, turn.Who, "try", id, version: turn.Text.Version);
            return Task.FromResult(Outcome.Done);
        }, Cancel);
        Assert.True(outcome.IsDone);
        Assert.Equal(new DocumentText(id, 3, "0abcd", new(false, "\n")), await Authority.Read(id, Cancel));
        Assert.Equal("0abcd", (await _newsroom.OpenAnother().Authority.ReadAt(id, 3, Cancel))?.Text);
        await using var db = _newsroom.Db();
        Assert.Equal("渡輪", (await db.Set<Term>().SingleAsync(Cancel)).Name);
        Assert.Equal(3, (await db.Set<AuditEntry>().SingleAsync(Cancel)).Version);
        var changes = await db.Set<DocumentChange>().Where(c => c.Version > 1).ToListAsync(Cancel);
        Assert.All(changes, change => Assert.Equal("lok", change.PersonId));
        Assert.All(changes, change => Assert.StartsWith("portal:", change.ClientId, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_act_leaves_nothing()
    {
        var id = await _newsroom.Write("abc");
        var outcome = await Authority.Act(id, TestNewsroom.Lok, turn => Half(turn, Outcome.Refused("try.no")), Cancel);
        Assert.Equal("try.no", outcome.Refusal?.Word);
        await NothingHappened(id);
    }

    [Fact]
    public async Task An_act_that_throws_leaves_nothing()
    {
        var id = await _newsroom.Write("abc");
        await Assert.ThrowsAsync<InvalidDataException>(() =>
            Authority.Act(id, TestNewsroom.Lok, turn => Half(turn, Outcome.Done).ContinueWith<Outcome>(_ => throw new InvalidDataException(), TaskScheduler.Default), Cancel));
        await NothingHappened(id);
    }

    [Fact]
    public async Task An_act_whose_rows_cannot_be_saved_leaves_nothing()
    {
        var id = await _newsroom.Write("abc");
        await Assert.ThrowsAsync<DbUpdateException>(() => Authority.Act(id, TestNewsroom.Lok, turn =>
        {
            turn.Db.Add(new Term { Kind = TermKind.Tag, Name = "twice" });
            return Half(turn, Outcome.Done);
        }, Cancel));
        await NothingHappened(id);
    }

    [Fact]
    public async Task An_act_on_an_unknown_document_is_refused()
    {
        var outcome = await Authority.Act(7, TestNewsroom.Lok, _ => throw new InvalidOperationException("asked"), Cancel);
        Assert.Equal("editing.unknown", outcome.Refusal?.Word);
    }

    [Fact]
    public async Task A_push_that_is_late_behind_an_act_is_rebased()
    {
        var id = await _newsroom.Write("abc");
        await Authority.Act(id, TestNewsroom.Lok, turn => Change(turn, ChangeSet.Replace(3, 0, 0, "form ")), Cancel);
        var answer = await Authority.Push(id, 1, [new Update("one", ChangeSet.Replace(3, 3, 3, " typed"))], TestNewsroom.Mei, Cancel);
        Assert.Equal(3, answer.Version);
        Assert.Equal("form abc typed", (await Authority.Read(id, Cancel))?.Text);
    }

    [Fact]
    public async Task An_act_sees_what_another_process_wrote()
    {
        var id = await _newsroom.Write("abc");
        await Authority.Act(id, TestNewsroom.Lok, turn => Change(turn, ChangeSet.Replace(3, 3, 3, "d")), Cancel);
        var another = _newsroom.OpenAnother();
        await another.Authority.Act(id, TestNewsroom.Lok, turn => Change(turn, ChangeSet.Replace(4, 4, 4, "e")), Cancel);
        await Authority.Act(id, TestNewsroom.Lok, turn => Change(turn, ChangeSet.Replace(5, 5, 5, "f")), Cancel);
        Assert.Equal("abcdef", (await Authority.Read(id, Cancel))?.Text);
    }

    [Fact]
    public async Task An_act_within_an_act_is_told_as_a_fault_and_does_not_hang()
    {
        var id = await _newsroom.Write("abc");
        var other = await _newsroom.Write("def");
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Authority.Act(id, TestNewsroom.Lok, _ => Authority.Act(other, TestNewsroom.Lok, _ => Task.FromResult(Outcome.Done), Cancel), Cancel));
        Assert.Contains("another act", fault.Message, StringComparison.Ordinal);
        Assert.True((await Authority.Act(other, TestNewsroom.Lok, _ => Task.FromResult(Outcome.Done), Cancel)).IsDone);
    }

    [Fact]
    public async Task Many_are_created_in_one_transaction_and_a_refused_one_leaves_the_others()
    {
        var file = new HugoFile(new FileShape(true, "\r\n"), "a\nb");
        var outcomes = await Authority.CreateMany(
        [
            new NewDocument(file, (db, text) => Named(db, "one", Outcome.Done)),
            new NewDocument(file, (db, text) => Named(db, "two", Outcome.Refused("try.no"))),
            new NewDocument(file, (db, text) => Named(db, "three", Outcome.Done)),
        ], Actor.Portal, cancel: Cancel);
        Assert.Equal([null, "try.no", null], outcomes.Select(outcome => outcome.Refusal?.Word));
        await using var db = _newsroom.Db();
        Assert.Equal(["one", "three"], await db.Set<Term>().OrderBy(t => t.Id).Select(t => t.Name).ToListAsync(Cancel));
        Assert.Equal([outcomes[0].Value, outcomes[2].Value], await db.Set<Document>().Select(d => d.Id).ToListAsync(Cancel));
        Assert.Equal(2, await db.Set<DocumentChange>().CountAsync(Cancel));
        Assert.Equal(new FileShape(true, "\r\n"), (await Authority.Read(outcomes[2].Value, Cancel))?.Shape);
    }

    [Fact]
    public async Task A_text_beyond_4_megabytes_is_not_created()
    {
        var file = new HugoFile(new FileShape(false, "\n"), new string('字', (DocumentText.MostBytes / 3) + 1));
        var outcome = await Authority.Create(file, TestNewsroom.Mei, (_, _) => Task.FromResult(Outcome.Done), Cancel);
        Assert.Equal("editing.tooLong", outcome.Refusal?.Word);
    }

    [Fact]
    public async Task A_deleted_document_is_unknown_to_everybody()
    {
        var id = await _newsroom.Write("abc");
        await Authority.Push(id, 1, [new Update("one", ChangeSet.Replace(3, 3, 3, "d"))], TestNewsroom.Mei, Cancel);
        Assert.Equal("try.no", (await Authority.Delete(id, TestNewsroom.Mei, _ => Task.FromResult(Outcome.Refused("try.no")), Cancel)).Refusal?.Word);
        Assert.NotNull(await Authority.Read(id, Cancel));

        Assert.True((await Authority.Delete(id, TestNewsroom.Mei, _ => Task.FromResult(Outcome.Done), Cancel)).IsDone);
        Assert.Null(await Authority.Read(id, Cancel));
        var answer = await Authority.Push(id, 2, [new Update("one", ChangeSet.Replace(4, 4, 4, "e"))], TestNewsroom.Mei, Cancel);
        Assert.Equal("editing.unknown", answer.Refused?.Word);
        await using var db = _newsroom.Db();
        Assert.Equal(0, await db.Set<DocumentChange>().CountAsync(Cancel));
    }

    private static Task<Outcome> Change(Turn turn, ChangeSet change)
    {
        turn.Change(change);
        return Task.FromResult(Outcome.Done);
    }

    private static async Task<Outcome> Half(Turn turn, Outcome outcome)
    {
        turn.Change(ChangeSet.Replace(3, 3, 3, "d"));
        turn.Db.Add(new Term { Kind = TermKind.Tag, Name = "twice" });
        if (turn.Db.ChangeTracker.Entries<Term>().Count() == 1)
        {
            await turn.Db.SaveChangesAsync(Cancel);
        }
        return outcome;
    }

    private static Task<Outcome> Named(DbContext db, string name, Outcome outcome)
    {
        db.Add(new Term { Kind = TermKind.Tag, Name = name });
        return Task.FromResult(outcome);
    }

    private async Task NothingHappened(long id)
    {
        Assert.Equal(1, (await Authority.Read(id, Cancel))?.Version);
        await using var db = _newsroom.Db();
        Assert.Equal(0, await db.Set<Term>().CountAsync(Cancel));
        Assert.Equal(1, await db.Set<DocumentChange>().CountAsync(Cancel));
        var answer = await Authority.Push(id, 1, [new Update("one", ChangeSet.Replace(3, 3, 3, "!"))], TestNewsroom.Mei, Cancel);
        Assert.Equal(new PushAnswer(2, _newsroom.Clock.GetUtcNow().UtcDateTime, null), answer);
    }
}
