using NewsroomPortal.Features.Editing.History;

namespace NewsroomPortal.Tests.Features.Editing.History;

public sealed class ChangeGroupsTests
{
    private static readonly DateTime Nine = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void What_one_person_writes_without_a_pause_is_one_group()
    {
        var groups = Older([new(3, "mei", At(9), 0, 4), new(2, "mei", At(4.5), 2, 1), new(1, "mei", At(0), 10, 0)]);
        Assert.Equal([new ChangeGroup("mei", 1, 3, At(0), At(9), 3, 12, 5)], groups.NewestFirst);
    }

    [Fact]
    public void A_pause_of_more_than_five_minutes_begins_another_group()
    {
        var groups = Older([new(3, "mei", At(10.1), 1, 0), new(2, "mei", At(5), 1, 0), new(1, "mei", At(0), 1, 0)]);
        Assert.Equal([(3, 3), (1, 2)], groups.NewestFirst.Select(group => (group.FromVersion, group.ToVersion)));
    }

    [Fact]
    public void Two_who_write_at_once_have_a_group_each()
    {
        var changes = Enumerable.Range(1, 40).Select(version => new LoggedChange(version, version % 2 == 0 ? "lok" : "mei", At(version * 0.1), version, 0));
        Assert.Equal(
            [("lok", 2, 40, 20, 420), ("mei", 1, 39, 20, 400)],
            Older(changes.Reverse()).NewestFirst.Select(group => (group.PersonId!, group.FromVersion, group.ToVersion, group.Changes, group.Added)));
    }

    [Fact]
    public void An_act_divides_what_was_written_before_it_and_after()
    {
        var groups = new ChangeGroups();
        groups.Divide(2);
        foreach (var version in new[] { 4, 3, 2, 1 })
        {
            groups.AddOlder(new(version, null, At(version), 1, 0));
        }
        Assert.Equal([(3, 4), (1, 2)], groups.NewestFirst.Select(group => (group.FromVersion, group.ToVersion)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_groups_are_the_same_whichever_way_the_log_is_read(int seed)
    {
        var chance = new Random(seed);
        var (changes, minute) = (new List<LoggedChange>(), 0.0);
        for (var version = 1; version <= 400; version++)
        {
            minute += chance.NextDouble() * (chance.Next(9) == 0 ? 9 : 2);
            changes.Add(new(version, new[] { "mei", "lok", null }[chance.Next(3)], At(minute), chance.Next(9), chance.Next(9)));
        }
        var acts = Enumerable.Range(1, 400).Where(_ => chance.Next(40) == 0).ToList();
        var expected = Read(changes, acts, from: 400);
        Assert.InRange(expected.Count, 20, 399);
        Assert.Equal(changes.Sum(change => change.Added), expected.Sum(group => group.Added));
        Assert.Equal(expected, Read(changes, acts, from: 0));
        Assert.Equal(expected, Read(changes, acts, from: chance.Next(1, 399)));
    }

    [Fact]
    public void A_group_that_reaches_the_oldest_change_read_may_go_on()
    {
        var groups = Older([new(9, "mei", At(20), 1, 0), new(8, "lok", At(12), 1, 0), new(7, "mei", At(11), 1, 0)]);
        Assert.Equal([false, true, true], groups.NewestFirst.Select(groups.MayGrowOlder));
    }

    /// <summary>What comes after a version is read forwards, the rest backwards.</summary>
    private static List<ChangeGroup> Read(List<LoggedChange> changes, List<int> acts, int from)
    {
        var groups = new ChangeGroups();
        acts.ForEach(groups.Divide);
        foreach (var change in changes[..from].AsEnumerable().Reverse())
        {
            groups.AddOlder(change);
        }
        changes[from..].ForEach(groups.AddNewer);
        return [.. groups.NewestFirst];
    }

    private static ChangeGroups Older(IEnumerable<LoggedChange> newestFirst)
    {
        var groups = new ChangeGroups();
        foreach (var change in newestFirst)
        {
            groups.AddOlder(change);
        }
        return groups;
    }

    private static DateTime At(double minute) => Nine.AddMinutes(minute);
}
