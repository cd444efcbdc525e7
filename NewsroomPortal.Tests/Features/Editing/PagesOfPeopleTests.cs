using System.Net;
using Microsoft.AspNetCore.SignalR.Client;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Tests.Features.Editing;

/// <summary>What pages that were away, or whose browser somebody else signed in at, may ask.</summary>
public sealed class PagesOfPeopleTests : IAsyncLifetime
{
    private const string Text = "---\ntitle: 渡輪\n---\n正文\n";

    private HubHost _host = null!;
    private string _mei = "";
    private string _lok = "";
    private long _article;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await HubHost.Start();
        _mei = await _host.Hire("Mei");
        _lok = await _host.Hire("Lok");
        _article = await _host.Write(Text);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_page_is_connected_for_its_own_person_and_for_nobody_else()
    {
        await using var own = _host.Connection(_mei, page: _mei);
        await own.StartAsync(Cancel);
        Assert.Equal(HubConnectionState.Connected, own.State);
        await using var another = _host.Connection(_lok, page: _mei);
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => another.StartAsync(Cancel));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task An_older_version_is_served_and_one_that_never_was_is_not()
    {
        await using var mei = _host.Connection(_mei);
        await mei.StartAsync(Cancel);
        await mei.InvokeAsync<SentAnswer>("Push", _article, 1, new[] { new SentUpdate("page", ChangeSet.Replace(Text.Length, 0, 0, "新")) }, Cancel);
        using var browser = _host.Browser(_mei);

        using var older = await browser.GetAsync($"/articles/{_article}/text?version=1", Cancel);
        Assert.Equal(Text, await older.Content.ReadAsStringAsync(Cancel));
        Assert.Equal("1", Assert.Single(older.Headers.GetValues("X-Newsroom-Version")));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/articles/{_article}/text?version=3", Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_refusal_says_whether_it_lasts()
    {
        await using var mei = _host.Connection(_mei);
        await mei.StartAsync(Cancel);
        _host.Desk.Rule = (_, _) => DocumentAccess.ReadOnly("editing.tooLong", 4);
        Assert.True((await Push(mei)).IsLasting);
        _host.Desk.Rule = (_, _) => DocumentAccess.ReadOnly("editing.notSaved");
        Assert.False((await Push(mei)).IsLasting);
    }

    private Task<SentAnswer> Push(HubConnection page) =>
        page.InvokeAsync<SentAnswer>("Push", _article, 1, new[] { new SentUpdate("page", ChangeSet.Replace(Text.Length, 0, 0, "新")) }, Cancel);
}
