using NewsroomPortal.Features.Desk.Fields;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Desk;

/// <summary>Has a form judge its fields anew at the very moment when one of its dates comes, and when the site's settings change.</summary>
public sealed class WarningWatch : IDisposable
{
    // A timer holds no more than some weeks.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly ArticleForm _form;
    private readonly FieldWarnings _warnings;
    private readonly CurrentSite _site;
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private readonly Action _judge;

    /// <param name="onPage">Runs what changes the form where the page is drawn.</param>
    public WarningWatch(ArticleForm form, FieldWarnings warnings, CurrentSite site, TimeProvider clock, Func<Action, Task> onPage)
    {
        (_form, _warnings, _site, _clock) = (form, warnings, site, clock);
        // The page is drawn in its own person's language, whoever's look or timer it was.
        var circuit = ExecutionContext.Capture()!;
        _judge = () => ExecutionContext.Run(circuit, _ => _ = onPage(form.Judge), null);
        _timer = clock.CreateTimer(_ => _judge(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _form.Changed += Arm;
        _site.Changed += _judge;
        Arm();
    }

    public void Dispose()
    {
        _form.Changed -= Arm;
        _site.Changed -= _judge;
        _timer.Dispose();
    }

    private void Arm()
    {
        // The moment may come while it is looked for.
        var wait = _warnings.NextChange(_form.Front) - _clock.GetUtcNow();
        _timer.Change(wait is null ? Timeout.InfiniteTimeSpan : TimeSpan.FromTicks(Math.Clamp(wait.Value.Ticks, 0, Longest.Ticks)), Timeout.InfiniteTimeSpan);
    }
}
