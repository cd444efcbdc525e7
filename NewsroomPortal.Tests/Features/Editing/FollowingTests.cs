using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.Taxonomy;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Features.Editing;

public sealed class FollowingTests : IAsyncLifetime
{
    private readonly List<(string Text, string? Who)> _followed = [];
    private TestNewsroom _newsroom = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _newsroom = await TestNewsroom.Open(services => services.AddSingleton<IFollowDocuments>(new Recorder(_followed)));

    public ValueTask DisposeAsync() => _newsroom.DisposeAsync();

    [Fact]
    public async Task A_follower_is_given_the_newest_text_and_who_made_it()
    {
        var id = await _newsroom.Write("a");
        await Push(id, 1, "ab");
        await Push(id, 2, "abc");
        await Settle(_newsroom);
        Assert.Equal([("abc", "lok")], _followed);
        await Settle(_newsroom);
        Assert.Single(_followed);
        await Push(id, 3, "abcd");
        await Settle(_newsroom);
        Assert.Equal("abcd", _followed[^1].Text);
        Assert.Equal(["abcd"], await Kept());
    }

    [Fact]
    public async Task What_a_crash_left_out_is_followed_after_the_restart()
    {
        await _newsroom.Write("first");
        await Settle(_newsroom);
        await _newsroom.Write("second");
        await Settle(_newsroom.OpenAnother());
        Assert.Equal(["first", "second"], _followed.Select(seen => seen.Text));
    }

    [Fact]
    public async Task A_follower_without_cursor_rebuilds_everything()
    {
        await _newsroom.Write("first");
        await Settle(_newsroom);
        await using var db = _newsroom.Db();
        await db.Set<FollowerCursor>().ExecuteDeleteAsync(Cancel);
        await db.Set<Term>().ExecuteDeleteAsync(Cancel);
        await Settle(_newsroom);
        Assert.Equal(["first"], await Kept());
    }

    [Fact]
    public async Task One_text_that_a_follower_fails_at_does_not_keep_it_from_the_others()
    {
        foreach (var text in new[] { "one", "two", Recorder.Poison, "three" })
        {
            await _newsroom.Write(text);
        }
        await Settle(_newsroom);
        Assert.Equal(["one", "three", "two"], await Kept());
        var seen = _followed.Count;
        await Settle(_newsroom);
        Assert.Equal(seen, _followed.Count);
    }

    [Fact]
    public async Task A_deleted_document_is_not_followed()
    {
        var id = await _newsroom.Write("gone");
        await _newsroom.Write("here");
        await _newsroom.Authority.Delete(id, TestNewsroom.Lok, _ => Task.FromResult(Outcome.Done), Cancel);
        await Settle(_newsroom);
        Assert.Equal(["here"], await Kept());
    }

    [Fact]
    public async Task Many_documents_are_followed_once_each()
    {
        for (var i = 0; i < 60; i++)
        {
            await _newsroom.Write($"{i:00}");
        }
        await Settle(_newsroom);
        Assert.Equal(Enumerable.Range(0, 60).Select(i => $"{i:00}"), _followed.Select(seen => seen.Text));
    }

    [Fact]
    public async Task First_texts_that_came_with_what_the_follower_keeps_are_not_followed_again()
    {
        await Bear("one", "two");
        await Settle(_newsroom);
        Assert.Empty(_followed);
        await _newsroom.Write("three");
        await Settle(_newsroom);
        Assert.Equal(["three"], _followed.Select(seen => seen.Text));
    }

    [Fact]
    public async Task An_older_text_that_waits_is_not_passed_over_for_first_texts_after_it()
    {
        await _newsroom.Write("waits");
        await Bear("one", "two");
        await _newsroom.Write("three");
        await Settle(_newsroom);
        Assert.Equal(["waits", "three"], _followed.Select(seen => seen.Text));
        await Settle(_newsroom.OpenAnother());
        Assert.Equal(2, _followed.Count);
    }

    [Fact]
    public async Task First_texts_that_were_to_be_passed_over_are_followed_by_a_portal_that_does_not_remember()
    {
        await _newsroom.Write("waits");
        await Bear("one");
        await Settle(_newsroom.OpenAnother());
        Assert.Equal(["waits", "one"], _followed.Select(seen => seen.Text));
    }

    [Fact]
    public async Task A_first_text_that_was_changed_since_is_followed_though_it_was_to_be_passed_over()
    {
        await _newsroom.Write("waits");
        var id = (await Bear("a"))[0].Value;
        await Push(id, 1, "ab");
        await Bear(Enumerable.Range(0, 60).Select(i => $"{i}").ToArray());
        await Settle(_newsroom);
        Assert.Equal(["waits", "ab"], _followed.Select(seen => seen.Text));
    }

    private Task<IReadOnlyList<Outcome<long>>> Bear(params string[] texts) => _newsroom.Authority.CreateMany(
        [.. texts.Select(text => new NewDocument(new HugoFile(new FileShape(Bom: false, "\n"), text), (_, _) => Task.FromResult(Outcome.Done)))],
        Actor.Portal, [typeof(Recorder)], Cancel);

    private Task<PushAnswer> Push(long id, int version, string text) => _newsroom.Authority.Push(
        id, version, [new Update("one", ChangeSet.Replace(text.Length - 1, text.Length - 1, text.Length - 1, text[^1..]))], TestNewsroom.Lok, Cancel);

    private static Task Settle(TestNewsroom newsroom) => newsroom.Get<Following>().Settled(Cancel);

    private async Task<List<string>> Kept()
    {
        await using var db = _newsroom.Db();
        return await db.Set<Term>().Select(t => t.Name).OrderBy(name => name).ToListAsync(Cancel);
    }

    private sealed class Recorder(List<(string Text, string? Who)> followed) : IFollowDocuments
    {
        public const string Poison = "poison";

        public async ValueTask Follow(NewsroomDb db, DocumentText text, Actor who, CancellationToken cancel)
        {
            followed.Add((text.Text, who.PersonId));
            if (text.Text == Poison)
            {
                throw new InvalidDataException(Poison);
            }
            await db.Set<Term>().Where(t => t.Id == text.DocumentId).ExecuteDeleteAsync(cancel);
            db.Add(new Term { Id = text.DocumentId, Kind = TermKind.Tag, Name = text.Text });
        }
    }
}
