using System.Diagnostics.Metrics;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Browser;

/// <summary>The Benchmarks' verb <c>cycles</c> does it a thousand times, and looks at the heap.</summary>
[Collection(BrowserTests.Name)]
public sealed class ComingAndGoingTests(Chromium chromium)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Articles_that_are_opened_typed_in_and_left_hold_no_circuit_and_no_page()
    {
        await using var portal = new PortalFactory();
        var address = portal.Serve();
        using var gauges = new LiveGauges(portal.Get<IMeterFactory>());
        var mei = await portal.Add("Mei", Role.Journalist);
        await using var colleague = await Colleague.Arrive(chromium, address);
        await colleague.SignIn(mei.Email!);
        await colleague.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "New article" }).ClickAsync();
        var id = (await colleague.Read()).Id;
        for (var cycle = 0; cycle < 3; cycle++)
        {
            var screen = await colleague.Open(id);
            await screen.TypeAtTheEnd("字");
            await screen.Settle();
            Assert.InRange(gauges["watchers"], 1, int.MaxValue);
            await colleague.Page.GotoAsync("about:blank");
            await gauges.Left(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        }
        Assert.InRange(gauges.CircuitsBegun, 4, int.MaxValue);
        Assert.Empty(colleague.Troubles);
    }
}
