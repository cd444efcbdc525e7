namespace NewsroomPortal.Tests.Durability;

public sealed class KillTests
{
    [Fact]
    public async Task The_log_keeps_every_acknowledged_change_once_and_in_order_through_kills()
    {
        var figures = await new KillRun(KillSubject.Log, seed: 4).Kill(10);

        Assert.Empty(figures.Faults);
        Assert.InRange(figures.Kills, 10, 11);
        Assert.True(figures.Acknowledged > 200, $"Only {figures.Acknowledged} changes were acknowledged.");
        // The longest is told by the command: here other tests share the machine.
        Assert.True(figures.MedianReady < TimeSpan.FromSeconds(5), $"It was ready after {figures.MedianReady}, mostly.");
    }

    [Fact]
    public async Task The_portal_keeps_what_its_hub_acknowledged_through_kills()
    {
        var figures = await new KillRun(PortalVictim.Subject, seed: 4).Kill(2);

        Assert.Empty(figures.Faults);
        Assert.True(figures.Acknowledged > 20, $"Only {figures.Acknowledged} changes were acknowledged.");
    }
}
