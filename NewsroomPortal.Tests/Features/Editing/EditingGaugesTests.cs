using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.SignalR.Client;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Features.Editing;

public sealed class EditingGaugesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_idle_document_leaves_memory_after_five_minutes()
    {
        await using var newsroom = await TestNewsroom.Open();
        using var gauges = new LiveGauges(newsroom.Get<IMeterFactory>());
        newsroom.Get<EditingGauges>();
        var id = await newsroom.Write("天星小輪");
        await newsroom.Authority.Open(id, Cancel);
        Assert.Equal(1, gauges["documents"]);
        newsroom.Clock.Advance(TimeSpan.FromMinutes(4));
        await newsroom.Authority.Push(id, 1, [new Update("page", ChangeSet.Replace(4, 4, 4, "開"))], TestNewsroom.Mei, Cancel);
        newsroom.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(1, gauges["documents"]);
        newsroom.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(0, gauges["documents"]);
        Assert.Equal("天星小輪開", (await newsroom.Authority.Open(id, Cancel))?.Text);
    }

    [Fact]
    public async Task A_document_that_does_not_exist_is_not_kept()
    {
        await using var newsroom = await TestNewsroom.Open();
        using var gauges = new LiveGauges(newsroom.Get<IMeterFactory>());
        newsroom.Get<EditingGauges>();
        Assert.Null(await newsroom.Authority.Open(404, Cancel));
        Assert.Equal(0, gauges["documents"]);
    }

    [Fact]
    public async Task Pages_that_come_and_go_leave_nothing_behind()
    {
        await using var host = await HubHost.Start();
        using var gauges = new LiveGauges(host.Get<IMeterFactory>());
        var mei = await host.Hire("Mei");
        var article = await host.Write("正文\n");
        for (var cycle = 0; cycle < 20; cycle++)
        {
            await using var page = host.Connection(mei);
            await page.StartAsync(Cancel);
            var stretch = await page.InvokeAsync<SentStretch>("Join", article, 1, Cancel);
            Assert.NotNull(await page.InvokeAsync<SentPreview?>("Preview", article, Cancel));
            var length = 3 + stretch.Updates.Count;
            var answer = await page.InvokeAsync<SentAnswer>("Push", article, stretch.Version, new[] { new SentUpdate($"page-{cycle}", ChangeSet.Replace(length, 0, 0, "字")) }, Cancel);
            Assert.Equal((cycle + 2, null), (answer.Version, answer.Refused));
            Assert.Equal((1, 1), (gauges["pages"], gauges["previews"]));
            // Every other page leaves politely; the others' lines just end.
            if (cycle % 2 == 0)
            {
                await page.InvokeAsync("Leave", article, Cancel);
                Assert.Equal(0, gauges["previews"]);
            }
            await page.StopAsync(Cancel);
            await gauges.Left(Cancel);
        }
        Assert.Equal(0, gauges["watchers"]);
    }
}
