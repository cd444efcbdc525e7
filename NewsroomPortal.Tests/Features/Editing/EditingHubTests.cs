using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.People;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Tests.Features.Editing;

public sealed class EditingHubTests : IAsyncLifetime
{
    private const string Text = "---\ntitle: 渡輪\n---\n正文\n";

    private readonly List<HubConnection> _connections = [];
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

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections)
        {
            await connection.DisposeAsync();
        }
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_stranger_gets_no_connection_and_no_text()
    {
        var stranger = await Assert.ThrowsAsync<HttpRequestException>(() => Connect(null));
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        using var browser = _host.Browser(null);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync($"/articles/{_article}/text", Cancel)).StatusCode);
    }

    [Fact]
    public async Task The_text_is_served_with_its_version_and_kept_nowhere()
    {
        using var browser = _host.Browser(_mei);
        using var answer = await browser.GetAsync($"/articles/{_article}/text", Cancel);
        Assert.Equal(Text, await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal("1", Assert.Single(answer.Headers.GetValues("X-Newsroom-Version")));
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task An_article_that_may_not_be_read_answers_like_one_that_is_not_there()
    {
        _host.Desk.Rule = (_, id) => id == _article ? DocumentAccess.Nothing : DocumentAccess.Write;
        using var browser = _host.Browser(_mei);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/articles/{_article}/text", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/articles/{_article + 1}/text", Cancel)).StatusCode);
        var mei = await Connect(_mei);
        Assert.Equal(JsonSerializer.Serialize(await Join(mei, 1)), JsonSerializer.Serialize(new SentStretch(1, [], false, new Standing(false, "沒有這篇文章，或你不可閱讀它。"))));
        Assert.Empty((await mei.InvokeAsync<SentStretch>("Updates", _article, 0, Cancel)).Updates);
        Assert.Null(await mei.InvokeAsync<SentPreview?>("Preview", _article, Cancel));
        Assert.Equal("沒有這篇文章，或你不可閱讀它。", (await Push(mei, 1, Insert(0, "x"))).Refused);
    }

    [Fact]
    public async Task What_one_writes_comes_to_all_who_have_it_open_the_writer_too()
    {
        var (mei, lok) = (await Connect(_mei), await Connect(_lok));
        var (atMei, atLok) = (Listen(mei, "updates"), Listen(lok, "updates"));
        await Join(mei, 1);
        await Join(lok, 1);
        var answer = await Push(mei, 1, Insert(Text.Length, "字"));
        Assert.Equal((2, null), (answer.Version, answer.Refused));
        Assert.NotNull(answer.SavedAt);
        foreach (var heard in new[] { await atMei.ReadAsync(Cancel), await atLok.ReadAsync(Cancel) })
        {
            Assert.Equal(_article, heard[0].GetInt64());
            Assert.Equal(1, heard[1].GetInt32());
            Assert.Equal($$"""[{"c":"page","u":[{{Text.Length}},[0,"字"]]}]""", heard[2].GetRawText());
        }
    }

    [Fact]
    public async Task A_page_that_comes_back_is_told_what_it_missed()
    {
        var mei = await Connect(_mei);
        await Push(mei, 1, Insert(Text.Length, "a"));
        await Push(mei, 2, ChangeSet.Replace(Text.Length + 1, 0, 0, "b"));
        var lok = await Connect(_lok);
        var told = await Join(lok, 2);
        Assert.Equal((3, 1, false), (told.Version, told.Updates.Count, told.More));
        Assert.Equal(new Standing(true, null), told.Standing);
    }

    [Fact]
    public async Task A_push_without_the_right_is_refused_and_the_page_learns_why()
    {
        var mei = await Connect(_mei, "en");
        var standing = Listen(mei, "standing");
        await Join(mei, 1);
        _host.Desk.Rule = (_, _) => DocumentAccess.ReadOnly("editing.tooLong", 4);
        var answer = await Push(mei, 1, Insert(0, "x"));
        Assert.Equal((1, null, "The article is too long: at most 4 MB with its front matter."), (answer.Version, answer.SavedAt, answer.Refused));
        Assert.Equal("""{"mayWrite":false,"why":"The article is too long: at most 4 MB with its front matter."}""", (await standing.ReadAsync(Cancel))[1].GetRawText());
        Assert.Equal(Text, (await _host.Authority.Read(_article, Cancel))?.Text);

        await _host.Authority.Act(_article, Actor.Portal, _ =>
        {
            _host.Desk.Rule = (_, _) => DocumentAccess.Write;
            return Task.FromResult(Outcome.Done);
        }, Cancel);
        Assert.Equal("""{"mayWrite":true,"why":null}""", (await standing.ReadAsync(Cancel))[1].GetRawText());
        Assert.Null((await Push(mei, 1, Insert(0, "x"))).Refused);
    }

    [Fact]
    public async Task Who_may_no_longer_read_hears_nothing_more()
    {
        var (mei, lok) = (await Connect(_mei), await Connect(_lok));
        var (atMei, atLok) = (Listen(mei, "updates"), Listen(lok, "updates"));
        await Join(mei, 1);
        await Join(lok, 1);
        _host.Desk.Rule = (who, _) => who.PersonId == _lok ? DocumentAccess.Nothing : DocumentAccess.Write;
        await _host.Get<StandingFeed>().Refresh(_article);
        await Push(mei, 1, Insert(0, "x"));
        await atMei.ReadAsync(Cancel);
        // Whatever was sent to this connection before the answer has arrived with it.
        Assert.Empty((await lok.InvokeAsync<SentStretch>("Updates", _article, 1, Cancel)).Updates);
        Assert.False(atLok.TryRead(out _));
    }

    [Theory]
    [InlineData("""[{"c":"portal:1","u":[4]}]""")]
    [InlineData("""[{"c":"","u":[4]}]""")]
    [InlineData("""[{"c":"page"}]""")]
    [InlineData("""[null]""")]
    [InlineData("null")]
    [InlineData("""[{"c":"page","u":[999]}]""")]
    public async Task What_does_not_fit_is_refused_and_the_connection_goes_on(string updates)
    {
        var mei = await Connect(_mei);
        var answer = await mei.InvokeAsync<SentAnswer>("Push", _article, 1, JsonDocument.Parse(updates).RootElement, Cancel);
        Assert.Equal("這項修改與文章不符，未有儲存。請重新載入此頁。", answer.Refused);
        Assert.Null((await Push(mei, 1, Insert(0, "x"))).Refused);
    }

    [Theory]
    [InlineData("""[{"c":"page","u":[-1]}]""")]
    [InlineData("""[{"c":"page","u":"all"}]""")]
    [InlineData("""[{"c":"page","u":[[99999999999,"x"]]}]""")]
    [InlineData("7")]
    public async Task Garbage_fails_the_call_and_the_connection_goes_on(string updates)
    {
        var mei = await Connect(_mei);
        await Assert.ThrowsAsync<HubException>(() => mei.InvokeAsync<SentAnswer>("Push", _article, 1, JsonDocument.Parse(updates).RootElement, Cancel));
        Assert.Null((await Push(mei, 1, Insert(0, "x"))).Refused);
    }

    [Fact]
    public async Task Each_page_is_told_who_else_is_there_and_where()
    {
        var (mei, lok) = (await Connect(_mei), await Connect(_lok));
        var atMei = Listen(mei, "present");
        await Join(mei, 1);
        await Join(lok, 1);
        await lok.InvokeAsync("See", _article, new Place(1, 2), Cancel);
        var present = await Until(atMei, heard => heard[1].GetArrayLength() == 1 && heard[1][0].GetProperty("head").ValueKind == JsonValueKind.Number);
        Assert.Equal(("Lok", 1, 1, 2), (
            present[1][0].GetProperty("name").GetString(), present[1][0].GetProperty("colour").GetInt32(),
            present[1][0].GetProperty("anchor").GetInt32(), present[1][0].GetProperty("head").GetInt32()));
        await lok.DisposeAsync();
        await Until(atMei, heard => heard[1].GetArrayLength() == 0);
    }

    [Fact]
    public async Task Each_page_is_told_who_types_and_in_which_field_and_which_pages_are_ones_own()
    {
        var (mei, second, lok) = (await Connect(_mei), await Connect(_mei), await Connect(_lok));
        var atMei = Listen(mei, "present");
        await Join(mei, 1);
        await Join(second, 1);
        await Join(lok, 1);
        await lok.InvokeAsync("See", _article, new Place(Field: "title", IsTyping: true), Cancel);
        var present = (await Until(atMei, heard => heard[1].EnumerateArray().Any(page => page.GetProperty("isTyping").GetBoolean())))[1].EnumerateArray().ToList();
        var (own, others) = (present.Single(page => page.GetProperty("isMine").GetBoolean()), present.Single(page => !page.GetProperty("isMine").GetBoolean()));
        Assert.Equal(("Mei", 0), (own.GetProperty("name").GetString(), own.GetProperty("colour").GetInt32()));
        Assert.Equal(("Lok", 1, "title"), (others.GetProperty("name").GetString(), others.GetProperty("colour").GetInt32(), others.GetProperty("field").GetString()));
    }

    [Fact]
    public async Task A_place_that_cannot_be_is_told_to_nobody()
    {
        var (mei, lok) = (await Connect(_mei), await Connect(_lok));
        var atMei = Listen(mei, "present");
        await Join(mei, 1);
        await Join(lok, 1);
        await lok.InvokeAsync("See", _article, new Place(-1, 2, new string('x', 65), IsTyping: true), Cancel);
        var place = (await Until(atMei, heard => heard[1].EnumerateArray().Any(page => page.GetProperty("isTyping").GetBoolean())))[1][0];
        Assert.All(["anchor", "head", "field"], name => Assert.Equal(JsonValueKind.Null, place.GetProperty(name).ValueKind));
    }

    [Fact]
    public async Task A_disabled_person_loses_the_connection_and_writes_no_more()
    {
        var mei = await Connect(_mei);
        await Join(mei, 1);
        var closed = new TaskCompletionSource();
        mei.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        await using (var db = _host.Db())
        {
            await db.Set<Person>().Where(p => p.Id == _mei).ExecuteUpdateAsync(set => set.SetProperty(p => p.Disabled, true), Cancel);
        }
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(5), Cancel);
        Assert.Equal(1, (await _host.Authority.Read(_article, Cancel))?.Version);
    }

    [Fact]
    public async Task A_deleted_article_is_told_to_its_open_pages()
    {
        var mei = await Connect(_mei);
        var standing = Listen(mei, "standing");
        await Join(mei, 1);
        await _host.Authority.Delete(_article, Actor.Portal, _ =>
        {
            _host.Desk.Rule = (_, _) => DocumentAccess.Nothing;
            return Task.FromResult(Outcome.Done);
        }, Cancel);
        Assert.False((await standing.ReadAsync(Cancel))[1].GetProperty("mayWrite").GetBoolean());
    }

    private async Task<HubConnection> Connect(string? person, string language = "zh-HK")
    {
        var connection = _host.Connection(person, language);
        _connections.Add(connection);
        await connection.StartAsync(Cancel);
        return connection;
    }

    private Task<SentStretch> Join(HubConnection connection, int version) => connection.InvokeAsync<SentStretch>("Join", _article, version, Cancel);

    private Task<SentAnswer> Push(HubConnection connection, int version, ChangeSet change) =>
        connection.InvokeAsync<SentAnswer>("Push", _article, version, new[] { new SentUpdate("page", change) }, Cancel);

    private static ChangeSet Insert(int at, string text) => ChangeSet.Replace(Text.Length, at, at, text);

    private static ChannelReader<JsonElement[]> Listen(HubConnection connection, string message)
    {
        var heard = Channel.CreateUnbounded<JsonElement[]>();
        var arguments = message == "updates" ? 3 : 2;
        connection.On(message, [.. Enumerable.Repeat(typeof(JsonElement), arguments)], values =>
            heard.Writer.WriteAsync([.. values.Select(value => (JsonElement)value!)]).AsTask());
        return heard.Reader;
    }

    private static async Task<JsonElement[]> Until(ChannelReader<JsonElement[]> heard, Func<JsonElement[], bool> wanted)
    {
        var message = await heard.ReadAsync(Cancel);
        while (!wanted(message))
        {
            message = await heard.ReadAsync(Cancel);
        }
        return message;
    }
}
