using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Editing;

/// <summary>
/// Brings the followers up to the log, shortly after each commit and after a restart: what a crash left out is found by their cursors.
/// A document that is being typed in is followed now and then, not at each key.
/// </summary>
public sealed class Following(
    Authority authority, IDbContextFactory<NewsroomDb> contexts, WriteGate gate, IEnumerable<IFollowDocuments> followers, TimeProvider clock, ILogger<Following> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1.5);
    // Of its own time, so that following takes a tenth of the machine at most while many type.
    private const int PauseByWork = 9;
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    private readonly FollowerPass[] _passes = [.. followers.Select(follower => new FollowerPass(follower, authority, contexts, gate, logger))];
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Channel<bool> _changed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Ends when every follower has seen what is in the log now.</summary>
    public async Task Settled(CancellationToken cancel = default)
    {
        await _one.WaitAsync(cancel);
        try
        {
            foreach (var pass in _passes)
            {
                await pass.CatchUp(cancel);
            }
        }
        finally
        {
            _one.Release();
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        _one.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        authority.Accepted += Wake;
        try
        {
            _changed.Writer.TryWrite(true);
            await foreach (var _ in _changed.Reader.ReadAllAsync(stoppingToken))
            {
                var began = Stopwatch.GetTimestamp();
                await Task.Delay(await TrySettle(stoppingToken) ? PauseAfter(Stopwatch.GetElapsedTime(began)) : PauseAfterFailure, clock, stoppingToken);
            }
        }
        finally
        {
            authority.Accepted -= Wake;
        }
    }

    private static TimeSpan PauseAfter(TimeSpan work) => TimeSpan.FromTicks(Math.Clamp(PauseByWork * work.Ticks, Pause.Ticks, LongestPause.Ticks));

    private void Wake(AcceptedUpdates accepted) => _changed.Writer.TryWrite(true);

    private async Task<bool> TrySettle(CancellationToken cancel)
    {
        try
        {
            await Settled(cancel);
            return true;
        }
        catch (Exception problem) when (!cancel.IsCancellationRequested)
        {
            logger.LogError(problem, "The followers of the log could not go on; they will try again");
            _changed.Writer.TryWrite(true);
            return false;
        }
    }
}
