using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;
using static NewsroomPortal.Tests.Support.TestNewsroom;

namespace NewsroomPortal.Tests.Features.Editing.History;

public sealed class HistoryReadingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tells_who_when_and_how_much_with_the_acts_between()
    {
        await using var past = await PastNewsroom.Open("天星小輪\n", Actor.Portal);
        past.Wait(1);
        await past.Write(Mei, 4, 4, "今早開航");
        await past.Write(Mei, 0, 2, "");
        await past.Act(Mei, "submit");
        await past.Write(Lok, 0, 0, "渡");
        past.Wait(6);
        await past.Write(Lok, 1, 2, "");
        var reading = (await past.History.Open(Mei, past.Id, Cancel))!;
        await reading.ReadOlder(Cancel);
        Assert.Equal(
            ["5 Wong Lok +0 -1", "4 Wong Lok +1 -0", "3 submit", "3 Chan Mei +4 -2", "1 nobody +5 -0"],
            reading.Entries.Select(entry => entry.Act is { } act ? $"{entry.Version} {act.Act}"
                : $"{entry.Version} {reading.NameOf(entry.Group!.PersonId) ?? "nobody"} +{entry.Group.Added} -{entry.Group.Removed}"));
        Assert.False(reading.HasOlder);
        Assert.Equal(1, reading.Entries[3].Before);
        Assert.Equal(past.House.Clock.GetUtcNow().UtcDateTime, reading.Entries[0].AtUtc);
    }

    [Fact]
    public async Task What_is_written_meanwhile_joins_the_group_it_belongs_to()
    {
        await using var past = await PastNewsroom.Open("a");
        var reading = (await past.History.Open(Mei, past.Id, Cancel))!;
        await reading.ReadNewer(Cancel);
        past.Wait(2);
        await past.Write(Mei, 1, 1, "b");
        await past.Write(Lok, 0, 0, "c");
        await reading.ReadNewer(Cancel);
        Assert.Equal([("lok", 3, 3), ("mei", 1, 2)], reading.Entries.Select(entry => (entry.Group!.PersonId!, entry.Group.FromVersion, entry.Group.ToVersion)));
        Assert.Equal(3, reading.Newest);
    }

    [Fact]
    public async Task A_long_log_is_read_in_pages_and_ends_with_the_same_groups()
    {
        await using var past = await PastNewsroom.Open("");
        for (var session = 0; session < 60; session++)
        {
            past.Wait(6);
            await past.Write(session % 2 == 0 ? Mei : Lok, Typing(past.Texts[^1].Length, 100));
        }
        var reading = (await past.History.Open(Lok, past.Id, Cancel))!;
        await reading.ReadOlder(Cancel);
        var first = reading.Entries.ToList();
        Assert.InRange(first.Count, 20, 30);
        Assert.True(reading.HasOlder);
        Assert.Equal(past.Head, first[0].Version);
        Assert.All(first.Where(entry => !entry.IsPart), entry => Assert.Equal((100, 100), (entry.Group!.Changes, entry.Group.Added)));

        while (reading.HasOlder)
        {
            await reading.ReadOlder(Cancel);
        }
        Assert.Equal(61, reading.Entries.Count);
        Assert.DoesNotContain(reading.Entries, entry => entry.IsPart);
        Assert.Equal(past.Head, reading.Entries.Sum(entry => entry.Group!.Changes));
        Assert.Equal(6000, reading.Entries.Sum(entry => entry.Group!.Added));
    }

    [Fact]
    public async Task A_group_that_is_longer_than_a_page_says_that_it_is_a_part()
    {
        await using var past = await PastNewsroom.Open("");
        await past.Write(Mei, Typing(0, 6000));
        var reading = (await past.History.Open(Mei, past.Id, Cancel))!;
        await reading.ReadOlder(Cancel);
        var entry = Assert.Single(reading.Entries);
        Assert.True(entry.IsPart);
        Assert.Equal(4000, entry.Group!.Changes);
        await reading.ReadOlder(Cancel);
        Assert.Equal((6001, false), (reading.Entries[0].Group!.Changes, reading.Entries[0].IsPart));
    }

    [Fact]
    public async Task Any_version_is_there_with_who_made_it()
    {
        await using var past = await PastNewsroom.Open("一");
        past.Wait(3);
        await past.Write(Lok, 1, 1, "二");
        await past.Write(Mei, 0, 1, "");
        var second = (await past.History.At(Mei, past.Id, 2, Cancel))!;
        Assert.Equal(("一二", "Wong Lok", past.House.Clock.GetUtcNow().UtcDateTime), (second.Text.Text, second.By.Name, second.By.AtUtc));
        Assert.Null(await past.History.At(Mei, past.Id, 4, Cancel));
        Assert.Null(await past.History.At(Mei, past.Id, 0, Cancel));
        Assert.Null(await past.History.At(Mei, past.Id + 1, 1, Cancel));
    }

    private static List<ChangeSet> Typing(int length, int keys) => [.. Enumerable.Range(length, keys).Select(at => ChangeSet.Replace(at, at, at, "字"))];
}
