using NewsroomPortal.Features.Editing.History;
using NewsroomPortal.Features.People;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Features.Editing.History;

/// <summary>A newsroom with a past: people who write, pauses, acts, and for each unit of the text a naive record of who wrote it.</summary>
internal sealed class PastNewsroom : IAsyncDisposable
{
    private PastNewsroom(TestNewsroom house, long id, string text)
    {
        House = house;
        Id = id;
        Texts.Add("");
        Texts.Add(text);
        Writers.Add([]);
        Writers.Add([]);
    }

    public TestNewsroom House { get; }

    public long Id { get; }

    /// <summary>The text at each version, from 0.</summary>
    public List<string> Texts { get; } = [];

    /// <summary>At each version, who wrote each unit.</summary>
    public List<List<string?>> Writers { get; } = [];

    /// <summary>What the change that made each version did, where it was one.</summary>
    public Dictionary<int, (int From, int To, int Inserted, string? Who)> Steps { get; } = [];

    public DocumentHistory History => House.Get<DocumentHistory>();

    public int Head => Texts.Count - 1;

    public static async Task<PastNewsroom> Open(string text, Actor? by = null)
    {
        var house = await TestNewsroom.Open();
        await using (var db = house.Db())
        {
            db.AddRange(new[] { TestNewsroom.Mei, TestNewsroom.Lok }.Select(actor => new Person { Id = actor.PersonId!, Name = actor.Name, Roles = actor.Roles, UserName = actor.PersonId }));
            await db.SaveChangesAsync();
        }
        var past = new PastNewsroom(house, await house.Write(text, by), text);
        past.Writers[1] = [.. text.Select(_ => (by ?? TestNewsroom.Mei).PersonId)];
        past.Steps[1] = (0, 0, text.Length, (by ?? TestNewsroom.Mei).PersonId);
        return past;
    }

    public async Task Write(Actor who, int from, int to, string insert)
    {
        await Write(who, [ChangeSet.Replace(Texts[^1].Length, from, to, insert)]);
        Steps[Head] = (from, to, insert.Length, who.PersonId);
    }

    /// <summary>Changes that follow each other, as one push.</summary>
    public async Task Write(Actor who, IReadOnlyList<ChangeSet> changes)
    {
        var client = Guid.NewGuid().ToString();
        var answer = await House.Authority.Push(Id, Head, [.. changes.Select(change => new Update(client, change))], who);
        Assert.Null(answer.Refused);
        foreach (var change in changes)
        {
            var writers = new List<string?>(Writers[^1]);
            foreach (var (fromA, toA, _, _, inserted) in change.Changes.Reverse())
            {
                writers.RemoveRange(fromA, toA - fromA);
                writers.InsertRange(fromA, inserted.Select(_ => who.PersonId));
            }
            Texts.Add(change.Apply(Texts[^1]));
            Writers.Add(writers);
        }
        Assert.Equal(Head, answer.Version);
    }

    public void Wait(double minutes) => House.Clock.Advance(TimeSpan.FromMinutes(minutes));

    public async Task Act(Actor who, string act)
    {
        await using var db = House.Db();
        House.Get<AuditTrail>().Record(db, who, act, Id, version: Head);
        await db.SaveChangesAsync();
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
