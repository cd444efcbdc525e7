using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Durability;

public sealed class SyncTests : IDisposable
{
    private const int Typists = 10;
    private const int Changes = 5;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_fsync_of_what_it_acknowledges_precedes_every_acknowledgement()
    {
        var calls = await Type(careless: false);

        Assert.Equal(Typists * Changes, calls.Acknowledged.Count);
        Assert.Empty(calls.TooEarly);
    }

    [Fact]
    public async Task A_log_that_does_not_wait_for_the_disk_is_found_out()
    {
        var calls = await Type(careless: true);

        Assert.Equal(Typists * Changes, calls.Acknowledged.Count);
        Assert.Equal(calls.Acknowledged, calls.TooEarly);
    }

    private async Task<SystemCalls> Type(bool careless)
    {
        // A page of the database is 4 KB.
        string[] strace = [Programs.RequireStrace(), "-f", "-y", "-s", "5000", "-e", "trace=fsync,fdatasync,pwrite64,write", "-o", _folder["trace"]];
        await using (var host = await LogProcess.Start(_folder["data"], strace, careless))
        {
            await Task.WhenAll(Enumerable.Range(0, Typists).Select(async i =>
            {
                var typist = new Typist($"typist{i:00}", i % LogHost.Articles + 1, LogHost.FirstText.Length, new Random(i), () => { });
                for (var change = 0; change < Changes; change++)
                {
                    Assert.True(await typist.TypeOne(host));
                }
            }));
            await host.End();
        }
        return SystemCalls.Read(_folder["trace"]);
    }
}
