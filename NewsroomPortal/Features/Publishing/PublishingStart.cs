namespace NewsroomPortal.Features.Publishing;

/// <summary>Before the portal serves: the site folder exists, and what a killed process had decided to put there is there.</summary>
internal sealed class PublishingStart(NewSite site, FileVault vault, Placements placements) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        site.MakeIfMissing();
        vault.Sweep();
        await placements.FinishAll(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
