using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Tests.Features.Editing;

public sealed class PreviewFeedTests : IAsyncLifetime
{
    private const string Text = "---\ntitle: 渡輪\n---\n# 一\n\n二\n";

    private HubHost _host = null!;
    private string _mei = "";
    private long _article;
    private HubConnection _page = null!;
    private ChannelReader<JsonElement> _heard = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await HubHost.Start();
        _mei = await _host.Hire("Mei");
        _article = await _host.Write(Text);
        _page = await Open();
        _heard = Listen(_page);
    }

    public async ValueTask DisposeAsync()
    {
        await _page.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task The_whole_preview_has_blocks_with_lines_of_the_body_and_what_stands_around()
    {
        var preview = await Preview(_page);
        Assert.Equal(1, preview.GetProperty("seq").GetInt32());
        Assert.Equal("<h1>渡輪</h1>", preview.GetProperty("head").GetString());
        Assert.Equal("", preview.GetProperty("aside").GetString());
        Assert.Equal([0, 2], preview.GetProperty("all").EnumerateArray().Select(block => block.GetProperty("l").GetInt32()));
        Assert.Equal("<p>二</p>\n", preview.GetProperty("all")[1].GetProperty("h").GetString());
        Assert.False(preview.TryGetProperty("edits", out _));
        Assert.False(preview.TryGetProperty("why", out _));
    }

    [Fact]
    public async Task A_key_sends_only_what_changed()
    {
        await Preview(_page);
        await Type(Text.Length - 1, "三");
        var patch = await _heard.ReadAsync(Cancel);
        Assert.Equal("""{"seq":2,"edits":[{"at":1,"l":2,"e":2,"p":4,"s":5,"t":"三"}]}""", patch.GetRawText());
    }

    [Fact]
    public async Task A_changed_title_sends_the_head_anew()
    {
        await Preview(_page);
        await Type("---\ntitle: 渡輪".Length, "！");
        Assert.Equal("<h1>渡輪！</h1>", (await _heard.ReadAsync(Cancel)).GetProperty("head").GetString());
    }

    [Fact]
    public async Task What_a_form_changes_is_seen_too()
    {
        await Preview(_page);
        await _host.Authority.Act(_article, Actor.Portal, turn =>
        {
            turn.Change(ChangeSet.Replace(Text.Length, Text.Length - 2, Text.Length - 1, "form"));
            return Task.FromResult(Outcome.Done);
        }, Cancel);
        Assert.Contains("form", (await _heard.ReadAsync(Cancel)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commit_that_fails_takes_the_preview_back_to_what_is_saved()
    {
        await Preview(_page);
        await using var db = _host.Db();
        await db.Database.ExecuteSqlRawAsync("CREATE TRIGGER Broken BEFORE INSERT ON DocumentChanges BEGIN SELECT RAISE(ABORT, 'disk'); END", Cancel);
        Assert.NotNull((await Type(Text.Length - 1, "三")).Refused);
        // Two renderings, or one where the second was there before the first began.
        await _heard.ReadAsync(Cancel);
        if (await SecondBlock() != "<p>二</p>\n")
        {
            await _heard.ReadAsync(Cancel);
        }
        Assert.Equal("<p>二</p>\n", await SecondBlock());
    }

    [Fact]
    public async Task What_is_open_is_rendered_anew_when_the_site_s_settings_change()
    {
        await Type(Text.Length - 1, " \"三\"");
        await Preview(_page);
        Assert.Contains("&ldquo;三&rdquo;", await SecondBlock(), StringComparison.Ordinal);
        var folder = Directory.CreateDirectory(_host.Get<CurrentSite>().Folder).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "hugo.yaml"), "markup: {goldmark: {extensions: {typographer: false}}}\n", Cancel);
        await _heard.ReadAsync(Cancel);
        Assert.DoesNotContain("&ldquo;三&rdquo;", await SecondBlock(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_param_follows_the_front_matter_and_the_site()
    {
        const string call = " {{< param lead >}}";
        await Type(Text.Length - 1, call);
        await Preview(_page);
        Assert.Contains("= ?", await SecondBlock(), StringComparison.Ordinal);
        var folder = Directory.CreateDirectory(_host.Get<CurrentSite>().Folder).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "hugo.yaml"), "params: {lead: 站}\n", Cancel);
        await _heard.ReadAsync(Cancel);
        Assert.Equal("<p>二 站</p>\n", await SecondBlock());
        await Push(2, ChangeSet.Replace(Text.Length + call.Length, "---\n".Length, "---\n".Length, "lead: 頁\n"));
        await _heard.ReadAsync(Cancel);
        Assert.Equal("<p>二 頁</p>\n", await SecondBlock());
    }

    [Fact]
    public async Task What_stands_around_it_follows_the_site_s_defaults()
    {
        await Preview(_page);
        var folder = Directory.CreateDirectory(_host.Get<CurrentSite>().Folder).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "hugo.yaml"), "params: {authorbox: true}\n", Cancel);
        Assert.Contains("authorbox", (await _heard.ReadAsync(Cancel)).GetProperty("aside").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_reads_the_surround_in_their_own_language()
    {
        await Preview(_page);
        await using var english = await Open("en");
        var atEnglish = Listen(english);
        await Preview(english);
        await Type("---\n".Length, "toc: true\n");
        Assert.Contains("目錄", (await _heard.ReadAsync(Cancel)).GetProperty("head").GetString(), StringComparison.Ordinal);
        Assert.Contains("Table of contents", (await atEnglish.ReadAsync(Cancel)).GetProperty("head").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Patches_lead_to_what_a_fresh_page_sees()
    {
        var blocks = (await Preview(_page)).GetProperty("all").EnumerateArray().Select(block => block.GetProperty("h").GetString()!).ToList();
        var chance = new Random(5);
        var text = Text;
        for (var version = 1; version <= 60; version++)
        {
            string[] inserts = ["字", "\n\n", "# ", "**", "- a\n", "\n"];
            var (at, insert) = (chance.Next("---\ntitle: 渡輪\n---\n".Length, text.Length + 1), inserts[chance.Next(inserts.Length)]);
            await Push(version, ChangeSet.Replace(text.Length, at, at, insert));
            text = text.Insert(at, insert);
        }
        var full = await Preview(_page);
        for (var seq = 1; seq < full.GetProperty("seq").GetInt32();)
        {
            var patch = await _heard.ReadAsync(Cancel);
            Assert.Equal(++seq, patch.GetProperty("seq").GetInt32());
            Apply(blocks, patch);
        }
        var fresh = (await Preview(_page)).GetProperty("all").EnumerateArray().Select(block => block.GetProperty("h").GetString());
        while (_heard.TryRead(out var late))
        {
            Apply(blocks, late);
        }
        Assert.Equal(fresh, blocks);
    }

    private async Task<string?> SecondBlock() => (await Preview(_page)).GetProperty("all")[1].GetProperty("h").GetString();

    private static void Apply(List<string> blocks, JsonElement patch)
    {
        foreach (var edit in patch.GetProperty("edits").EnumerateArray())
        {
            var at = edit.GetProperty("at").GetInt32();
            if (edit.TryGetProperty("t", out var inserted))
            {
                blocks[at] = blocks[at][..edit.GetProperty("p").GetInt32()] + inserted.GetString() + blocks[at][^edit.GetProperty("s").GetInt32()..];
            }
            else if (!edit.TryGetProperty("l", out _))
            {
                blocks.RemoveRange(at, edit.TryGetProperty("del", out var removed) ? removed.GetInt32() : 0);
                blocks.InsertRange(at, edit.TryGetProperty("ins", out var fresh) ? fresh.EnumerateArray().Select(block => block.GetProperty("h").GetString()!) : []);
            }
        }
    }

    private async Task<HubConnection> Open(string language = "zh-HK")
    {
        var page = _host.Connection(_mei, language);
        await page.StartAsync(Cancel);
        return page;
    }

    private static ChannelReader<JsonElement> Listen(HubConnection page)
    {
        var heard = Channel.CreateUnbounded<JsonElement>();
        page.On<long, JsonElement>("preview", (_, message) => heard.Writer.TryWrite(message));
        return heard.Reader;
    }

    private Task<JsonElement> Preview(HubConnection page) => page.InvokeAsync<JsonElement>("Preview", _article, Cancel);

    private Task<SentAnswer> Type(int at, string text) => Push(1, ChangeSet.Replace(Text.Length, at, at, text));

    private Task<SentAnswer> Push(int version, ChangeSet change) =>
        _page.InvokeAsync<SentAnswer>("Push", _article, version, new[] { new SentUpdate("page", change) }, Cancel);
}
