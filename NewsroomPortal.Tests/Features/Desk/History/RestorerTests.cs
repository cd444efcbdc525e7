using System.Text;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Desk.History;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Tests.Features.Articles;
using static NewsroomPortal.Tests.Features.Articles.StaffedNewsroom;

namespace NewsroomPortal.Tests.Features.Desk.History;

public sealed class RestorerTests : IAsyncLifetime
{
    private StaffedNewsroom _newsroom = null!;

    private Restorer Restorer => new(_newsroom.Get<ArticleActs>(), _newsroom.House.Authority, _newsroom.Get<DocumentAccessPolicy>());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _newsroom = await StaffedNewsroom.Open();

    public ValueTask DisposeAsync() => _newsroom.DisposeAsync();

    [Fact]
    public async Task A_whole_version_comes_back_byte_for_byte_as_a_new_version()
    {
        var id = await _newsroom.Import("content/post/ferry.md", Encoding.UTF8.GetBytes("\uFEFF---\r\ntitle: 渡輪\r\n---\r\n首段e\u0301👩‍🚀。\r\n\r\n次段。\r\n"));
        await _newsroom.Set(id, article => article.Working = WorkingState.Draft);
        var first = await _newsroom.Text(id);
        await _newsroom.Replace(id, Lok, "次段", "尾段");
        await _newsroom.Append(id, Lok, "再一段。\n");
        var seen = await _newsroom.Head(id);

        var made = await Restorer.Whole(Lok, id, seen, first.Version, Cancel);
        Assert.Equal(seen + 1, made.Value);
        Assert.Equal(first.ToBytes(), (await _newsroom.Text(id)).ToBytes());
        var act = (await _newsroom.Audit(id))[^1];
        Assert.Equal(("restore", "lok", "v1", seen + 1, TextHash.Of(first)), (act.Act, act.PersonId, act.Reason, act.Version!.Value, act.Sha256));

        // And taken back again, as any other version.
        Assert.True((await Restorer.Passage(Lok, id, made.Value - 1, made.Value, passage: null, Cancel)).IsDone);
        Assert.EndsWith("尾段。\n再一段。\n", (await _newsroom.Text(id)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_version_is_not_restored_over_what_somebody_wrote_meanwhile()
    {
        var id = await _newsroom.Draft();
        var seen = await _newsroom.Head(id);
        await _newsroom.Append(id, Lok, "剛寫好。\n");
        Assert.Equal(new Refusal(ArticleActs.Newer, seen, seen + 1), (await Restorer.Whole(Mei, id, seen, 1, Cancel)).Refusal);
        Assert.Equal("desk.history.same", (await Restorer.Whole(Mei, id, seen + 1, seen + 1, Cancel)).Refusal?.Word);
        Assert.Equal("editing.noSuchVersion", (await Restorer.Whole(Mei, id, seen + 1, seen + 2, Cancel)).Refusal?.Word);
        Assert.Equal(seen + 1, await _newsroom.Head(id));
    }

    [Fact]
    public async Task Who_may_not_write_may_not_restore()
    {
        var id = await _newsroom.Draft();
        var head = await _newsroom.Head(id);
        Assert.Equal("articles.who.itsOrEditor", (await Restorer.Whole(Kit, id, head, 1, Cancel)).Refusal?.Word);
        Assert.NotNull((await Restorer.Passage(Kit, id, 1, head, 0, Cancel)).Refusal);
        Assert.Equal("editing.unknown", (await Restorer.Whole(Ada, id, head, 1, Cancel)).Refusal?.Word);
        Assert.Equal("editing.unknown", (await Restorer.Passage(Ada, id, 1, head, 0, Cancel)).Refusal?.Word);
        Assert.Equal("editing.unknown", (await Restorer.Passage(Mei, id + 1, 1, head, 0, Cancel)).Refusal?.Word);
        Assert.Equal(head, await _newsroom.Head(id));
    }

    [Fact]
    public async Task One_passage_comes_back_and_what_others_wrote_since_stays()
    {
        var id = await _newsroom.Draft();
        await _newsroom.Append(id, Mei, "甲段：原文。\n\n乙段：原文。\n\n丙段：原文。\n");
        var older = await _newsroom.Head(id);
        await _newsroom.Replace(id, Lok, "乙段：原文", "乙段：改過了");
        await _newsroom.Replace(id, Lok, "丙段：原文", "丙段：也改了");
        var newer = await _newsroom.Head(id);
        await _newsroom.Replace(id, Mei, "甲段：", "前面加一句。\n\n甲段：");
        await _newsroom.Replace(id, Mei, "乙段：", "（小標）乙段：");

        Assert.Equal(await _newsroom.Head(id) + 1, (await Restorer.Passage(Lok, id, older, newer, passage: 0, Cancel)).Value);
        Assert.EndsWith("前面加一句。\n\n甲段：原文。\n\n（小標）乙段：原文。\n\n丙段：也改了。\n", (await _newsroom.Text(id)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passage_that_was_changed_since_is_left_alone()
    {
        var id = await _newsroom.Draft();
        await _newsroom.Append(id, Mei, "甲段：原文。\n");
        var older = await _newsroom.Head(id);
        await _newsroom.Replace(id, Lok, "原文", "改過的文字");
        var newer = await _newsroom.Head(id);
        await _newsroom.Replace(id, Mei, "過的文", "成另一段文");
        Assert.Equal(new Refusal("desk.history.overwritten", newer + 1), (await Restorer.Passage(Lok, id, older, newer, 0, Cancel)).Refusal);
        Assert.Equal(newer + 1, await _newsroom.Head(id));
    }

    [Fact]
    public async Task Words_that_were_taken_out_are_not_put_back_twice()
    {
        var id = await _newsroom.Draft();
        await _newsroom.Append(id, Mei, "甲乙丙丁\n");
        var older = await _newsroom.Head(id);
        await _newsroom.Replace(id, Lok, "乙丙", "");
        var newer = await _newsroom.Head(id);
        Assert.True((await Restorer.Passage(Lok, id, older, newer, 0, Cancel)).IsDone);
        Assert.Equal("desk.history.overwritten", (await Restorer.Passage(Lok, id, older, newer, 0, Cancel)).Refusal?.Word);
        Assert.EndsWith("甲乙丙丁\n", (await _newsroom.Text(id)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passage_is_restored_among_many_who_write_and_none_of_theirs_is_lost()
    {
        var id = await _newsroom.Draft();
        await _newsroom.Append(id, Mei, string.Concat(Enumerable.Range(0, 20).Select(line => $"第{line}段原文\n\n")));
        var older = await _newsroom.Head(id);
        for (var line = 0; line < 20; line++)
        {
            await _newsroom.Replace(id, Lok, $"第{line}段原文", $"第{line}段");
        }
        var newer = await _newsroom.Head(id);
        var writing = Task.Run(async () =>
        {
            for (var letter = 0; letter < 60; letter++)
            {
                await _newsroom.Append(id, Fan, "末");
            }
        }, Cancel);
        for (var passage = 0; passage < 20; passage++)
        {
            var outcome = await Restorer.Passage(Lok, id, older, newer, passage, Cancel);
            Assert.True(outcome.IsDone, outcome.Refusal?.ToString());
        }
        await writing;
        var text = (await _newsroom.Text(id)).Text;
        Assert.Equal(60, text.Count(letter => letter == '末'));
        Assert.All(Enumerable.Range(0, 20), line => Assert.Contains($"第{line}段原文\n", text, StringComparison.Ordinal));
    }
}
