using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Features.Editing;

/// <summary>Many editors, an authority, and chance: everybody ends with the same text, and every letter is there once.</summary>
public sealed class ConvergenceTests : IAsyncLifetime
{
    private const char FirstLetter = '\u4E00';

    private TestNewsroom _newsroom = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _newsroom = await TestNewsroom.Open();

    public ValueTask DisposeAsync() => _newsroom.DisposeAsync();

    [Theory]
    [InlineData(2, 300)]
    [InlineData(10, 80)]
    [InlineData(50, 15)]
    public async Task Editors_that_type_at_once_lose_and_double_nothing(int editors, int letters)
    {
        var id = await _newsroom.Write("");
        await Task.WhenAll(Enumerable.Range(0, editors).Select(editor => Task.Run(async () =>
        {
            var chance = new Random(editor);
            var client = new CollabClient(_newsroom.Authority, id, $"c{editor}", "", 1);
            for (var letter = 0; letter < letters; letter++)
            {
                var at = chance.Next(client.Text.Length + 1);
                client.Type(ChangeSet.Replace(client.Text.Length, at, at, ((char)(FirstLetter + (editor * letters) + letter)).ToString()));
                await Talk(client, chance);
            }
            await Drain(client);
        }, Cancel)));
        var text = (await _newsroom.OpenAnother().Authority.Read(id, Cancel))!.Text;
        Assert.Equal(Enumerable.Range(FirstLetter, editors * letters), text.Order().Select(letter => (int)letter));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Editors_that_write_and_delete_beside_acts_end_with_one_text(int seed)
    {
        var id = await _newsroom.Write("天星小輪😀\n開航");
        var start = (await _newsroom.Authority.Read(id, Cancel))!.Text;
        var clients = Enumerable.Range(0, 8).Select(i => new CollabClient(_newsroom.Authority, id, $"c{i}", start, 1)).ToList();
        await Task.WhenAll(clients.Select((client, i) => Task.Run(async () =>
        {
            var chance = new Random((seed * 100) + i);
            for (var step = 0; step < 60; step++)
            {
                client.Type(RandomChange(client.Text, chance));
                await Talk(client, chance);
            }
        }, Cancel)).Append(Task.Run(() => Act(id, new Random(seed)), Cancel)));
        foreach (var client in clients)
        {
            await Drain(client);
        }
        var text = (await _newsroom.OpenAnother().Authority.Read(id, Cancel))!.Text;
        foreach (var client in clients)
        {
            await client.Receive();
            Assert.Equal(text, client.Text);
        }
    }

    /// <summary>The Benchmarks' verb <c>converge</c> runs a hundred thousand of them.</summary>
    [Fact]
    public async Task What_seeded_editors_write_is_what_a_naive_oracle_says() => await Parallel.ForEachAsync(Enumerable.Range(1, 200), Cancel, async (seed, _) =>
        await SeededEditors.Run(_newsroom.Authority, await _newsroom.Write(""), seed));

    /// <summary>Sends and fetches as a bad line lets it: sometimes not at all, sometimes twice, sometimes without hearing the answer.</summary>
    private static async Task Talk(CollabClient client, Random chance)
    {
        switch (chance.Next(6))
        {
            case 0:
                return;
            case 1:
                await client.Push();
                return;
            case 2:
                await Task.WhenAll(client.Push(), client.Push());
                break;
            case 3:
                break;
            default:
                Assert.Null((await client.Push()).Refused);
                break;
        }
        await client.Receive();
    }

    private static async Task Drain(CollabClient client)
    {
        for (var round = 0; !client.IsSettled; round++)
        {
            Assert.InRange(round, 0, 100);
            await client.Push();
            await client.Receive();
        }
    }

    private async Task Act(long id, Random chance)
    {
        for (var i = 0; i < 20; i++)
        {
            var outcome = await _newsroom.Authority.Act(id, TestNewsroom.Lok, turn =>
            {
                turn.Change(RandomChange(turn.Text.Text, chance));
                return Task.FromResult(i % 5 == 4 ? Outcome.Refused("try.no") : Outcome.Done);
            });
            Assert.Equal(i % 5 != 4, outcome.IsDone);
        }
    }

    private static ChangeSet RandomChange(string text, Random chance)
    {
        string[] inserts = ["字", "ab", "\n", "😀", "", "𠝹a"];
        var from = chance.Next(text.Length + 1);
        var to = Math.Min(text.Length, from + (chance.Next(3) == 0 ? chance.Next(6) : 0));
        return ChangeSet.Replace(text.Length, from, to, inserts[chance.Next(inserts.Length)]);
    }
}
