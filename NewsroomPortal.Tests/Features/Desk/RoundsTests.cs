using Microsoft.Extensions.Time.Testing;
using NewsroomPortal.Features.Desk;

namespace NewsroomPortal.Tests.Features.Desk;

public sealed class RoundsTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task Looks_anew_after_each_pause_until_the_page_is_left()
    {
        using var looked = new SemaphoreSlim(0);
        var rounds = new Rounds(_clock, Pause, () => Task.FromResult(looked.Release()), problem => Task.FromException(problem));
        for (var round = 0; round < 3; round++)
        {
            _clock.Advance(Pause);
            await looked.WaitAsync(TestContext.Current.CancellationToken);
        }
        rounds.Dispose();
        _clock.Advance(Pause);
        Assert.Equal(0, looked.CurrentCount);
    }

    [Fact]
    public async Task Tells_what_went_wrong()
    {
        var told = new TaskCompletionSource<Exception>();
        using var rounds = new Rounds(_clock, Pause, () => throw new InvalidOperationException("disk"), problem =>
        {
            told.SetResult(problem);
            return Task.CompletedTask;
        });
        _clock.Advance(Pause);
        Assert.Equal("disk", (await told.Task.WaitAsync(TestContext.Current.CancellationToken)).Message);
    }
}
