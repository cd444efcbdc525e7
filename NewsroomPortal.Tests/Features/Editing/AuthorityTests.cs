using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Features.Editing;

public sealed class AuthorityTests : IAsyncLifetime
{
    private TestNewsroom _newsroom = null!;

    private Authority Authority => _newsroom.Authority;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _newsroom = await TestNewsroom.Open();

    public ValueTask DisposeAsync() => _newsroom.DisposeAsync();

    [Fact]
    public async Task A_new_document_is_version_1_of_its_log()
    {
        var id = await _newsroom.Write("---\ntitle: 渡輪\n---\n正文");
        Assert.Equal(new DocumentText(id, 1, "---\ntitle: 渡輪\n---\n正文", new(false, "\n")), await Authority.Read(id, Cancel));
        Assert.Null(await Authority.Read(id + 1, Cancel));
    }

    [Fact]
    public async Task A_push_is_answered_with_its_version_and_time_and_can_be_read()
    {
        var id = await _newsroom.Write("abc");
        var answer = await Push(id, 1, "one", Insert("abc", 3, "d"));
        Assert.Equal(new PushAnswer(2, _newsroom.Clock.GetUtcNow().UtcDateTime, null), answer);
        Assert.Equal("abcd", await TextOf(id));
    }

    [Fact]
    public async Task Rebases_a_late_push_over_newer_changes()
    {
        var id = await _newsroom.Write("abc");
        await Push(id, 1, "one", Insert("abc", 0, "1"));
        var answer = await Push(id, 1, "two", Insert("abc", 3, "2"));
        Assert.Equal(3, answer.Version);
        Assert.Equal("1abc2", await TextOf(id));
    }

    [Fact]
    public async Task A_push_that_comes_twice_is_taken_once()
    {
        var id = await _newsroom.Write("abc");
        await Push(id, 1, "one", Insert("abc", 3, "d"));
        await Push(id, 2, "two", Insert("abcd", 0, "0"));
        var again = await Push(id, 1, "one", Insert("abc", 3, "d"));
        Assert.Null(again.Refused);
        Assert.Equal(3, again.Version);
        Assert.Equal("0abcd", await TextOf(id));
    }

    [Fact]
    public async Task A_change_that_does_not_fit_is_refused_and_nothing_else_happens()
    {
        var id = await _newsroom.Write("abc");
        await Push(id, 1, "one", Insert("abc", 3, "d"));
        Assert.Equal("editing.doesNotFit", (await Push(id, 2, "two", Insert("ab", 0, "x"))).Refused?.Word);
        Assert.Equal("editing.doesNotFit", (await Push(id, 1, "two", Insert("ab", 0, "x"))).Refused?.Word);
        Assert.Equal("editing.doesNotFit", (await Push(id, 2, "two", Insert("abcd", 0, "x"), Insert("abcd", 0, "y"))).Refused?.Word);
        Assert.Equal("editing.noSuchVersion", (await Push(id, 9, "two", Insert("abcd", 0, "x"))).Refused?.Word);
        Assert.Equal("editing.unknown", (await Push(id + 1, 1, "two", Insert("abcd", 0, "x"))).Refused?.Word);
        Assert.Equal("abcd", await TextOf(id));
    }

    [Fact]
    public async Task A_text_may_grow_to_4_megabytes_and_no_further()
    {
        var text = new string('字', DocumentText.MostBytes / 3);
        var id = await _newsroom.Write(text);
        Assert.Equal("editing.tooLong", (await Push(id, 1, "one", Insert(text, 0, "字"))).Refused?.Word);
        Assert.Null((await Push(id, 1, "one", Insert(text, 0, "x"))).Refused);
    }

    [Fact]
    public async Task What_was_acknowledged_is_on_the_disk()
    {
        var id = await _newsroom.Write("");
        var text = "";
        for (var version = 1; version <= 40; version++)
        {
            Assert.Null((await Push(id, version, "one", Insert(text, text.Length, $"{version}\n"))).Refused);
            text += $"{version}\n";
            await using var after = _newsroom.Db();
            Assert.Equal(version + 1, await after.Set<Document>().Where(d => d.Id == id).Select(d => d.Head).SingleAsync(Cancel));
        }
        var another = _newsroom.OpenAnother();
        Assert.Equal(text, (await another.Authority.Read(id, Cancel))?.Text);
        Assert.Equal(41, (await another.Authority.Read(id, Cancel))?.Version);
    }

    [Fact]
    public async Task Any_version_can_be_read_also_beyond_a_snapshot()
    {
        var id = await _newsroom.Write("");
        var texts = new List<string> { "", "" };
        for (var version = 1; version <= 1100; version++)
        {
            var change = ChangeSet.Replace(texts[^1].Length, version % 7 * texts[^1].Length / 7, version % 7 * texts[^1].Length / 7, $"{version} ");
            await Authority.Push(id, version, [new Update("one", change)], TestNewsroom.Mei, Cancel);
            texts.Add(change.Apply(texts[^1]));
        }
        await _newsroom.Authority.DisposeAsync();
        await using (var db = _newsroom.Db())
        {
            Assert.Equal(2, await db.Set<DocumentSnapshot>().CountAsync(Cancel));
        }
        var another = _newsroom.OpenAnother();
        foreach (var version in new[] { 1, 2, 499, 500, 501, 502, 777, 1000, 1002, 1100, 1101 })
        {
            Assert.Equal(texts[version], (await another.Authority.ReadAt(id, version, Cancel))?.Text);
        }
        Assert.Null(await another.Authority.ReadAt(id, 1102, Cancel));
        Assert.Null(await another.Authority.ReadAt(id, 0, Cancel));
    }

    [Fact]
    public async Task Two_processes_cannot_both_have_a_version_and_the_slower_one_rebases()
    {
        var id = await _newsroom.Write("abc");
        var another = _newsroom.OpenAnother();
        await Push(id, 1, "one", Insert("abc", 0, "1"));
        await another.Authority.Push(id, 2, [new Update("two", Insert("1abc", 4, "2"))], TestNewsroom.Lok, Cancel);
        var answer = await Push(id, 2, "one", Insert("1abc", 1, "!"));
        Assert.Equal(4, answer.Version);
        Assert.Equal("1!abc2", await TextOf(id));
        var whole = Assert.IsType<LogStretch>(await another.Authority.Updates(id, 1, Cancel)).Updates.Aggregate("abc", (text, update) => update.Changes.Apply(text));
        Assert.Equal("1!abc2", whole);
    }

    [Fact]
    public async Task Updates_are_told_from_memory_and_from_the_log_alike()
    {
        var id = await _newsroom.Write("abc");
        await Push(id, 1, "one", Insert("abc", 3, "d"), Insert("abcd", 4, "e"));
        await Push(id, 3, "two", Insert("abcde", 5, "f"));
        var another = _newsroom.OpenAnother();
        foreach (var since in new[] { 1, 2, 3, 4, 5 })
        {
            var told = await Authority.Updates(id, since, Cancel);
            var read = await another.Authority.Updates(id, since, Cancel);
            Assert.Equal(told.Updates, read.Updates);
            Assert.Equal((Math.Max(since, 4), false), (told.Version, told.More));
            Assert.Equal((told.Version, told.More), (read.Version, read.More));
        }
    }

    [Fact]
    public async Task A_long_log_is_told_in_stretches()
    {
        var id = await _newsroom.Write("");
        var updates = Enumerable.Range(0, 1200).Select(i => new Update("one", ChangeSet.Replace(i, i, i, "x"))).ToList();
        await Authority.Push(id, 1, updates, TestNewsroom.Mei, Cancel);
        var another = _newsroom.OpenAnother().Authority;
        var first = await another.Updates(id, 1, Cancel);
        Assert.Equal((501, true), (first.Version, first.More));
        var (version, all) = (first.Version, first.Updates.ToList());
        for (var more = true; more;)
        {
            var next = await another.Updates(id, version, Cancel);
            all.AddRange(next.Updates);
            (version, more) = (next.Version, next.More);
        }
        Assert.Equal(updates, all);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_left_by_two_people_becomes_a_replacement_character()
    {
        var id = await _newsroom.Write("😀!");
        await Push(id, 1, "one", ChangeSet.Replace(3, 0, 2, ""));
        var answer = await Push(id, 1, "two", ChangeSet.Replace(3, 1, 2, "\uDE01"));
        Assert.Null(answer.Refused);
        Assert.Equal("\uFFFD!", await TextOf(id));
        Assert.Equal(4, answer.Version);
    }

    [Fact]
    public async Task A_closing_fence_at_the_end_gets_its_newline_with_the_first_push()
    {
        var id = await _newsroom.Write("---\ntitle: a\n---");
        Assert.Equal("---\ntitle: a\n---", await TextOf(id));
        await Push(id, 1, "one", ChangeSet.Replace(16, 11, 12, "b"));
        Assert.Equal("---\ntitle: b\n---\n", await TextOf(id));
    }

    [Fact]
    public async Task A_watcher_is_given_the_newest_text_until_it_ends()
    {
        var id = await _newsroom.Write("a");
        var seen = System.Threading.Channels.Channel.CreateUnbounded<DocumentText>();
        using (Authority.Watch(id, async text => await seen.Writer.WriteAsync(text)))
        {
            await Push(id, 1, "one", Insert("a", 1, "b"));
            Assert.Equal("ab", (await seen.Reader.ReadAsync(Cancel)).Text);
        }
        await Push(id, 2, "one", Insert("ab", 2, "c"));
        Assert.False(seen.Reader.TryRead(out _));
    }

    [Fact]
    public async Task Documents_that_nobody_uses_leave_memory_and_come_back()
    {
        var id = await _newsroom.Write("a");
        await Push(id, 1, "one", Insert("a", 1, "b"));
        _newsroom.Clock.Advance(TimeSpan.FromMinutes(7));
        await Push(id, 1, "two", Insert("a", 0, "0"));
        Assert.Equal("0ab", await TextOf(id));
    }

    private static ChangeSet Insert(string text, int at, string insert) => ChangeSet.Replace(text.Length, at, at, insert);

    private Task<PushAnswer> Push(long id, int version, string client, params ChangeSet[] changes) =>
        Authority.Push(id, version, [.. changes.Select(change => new Update(client, change))], new Actor(client, client, Role.Journalist), Cancel);

    private async Task<string?> TextOf(long id)
    {
        var text = (await Authority.Read(id, Cancel))?.Text;
        var stored = await _newsroom.OpenAnother().Authority.Read(id, Cancel);
        Assert.Equal(stored?.Text, text);
        return text;
    }
}
