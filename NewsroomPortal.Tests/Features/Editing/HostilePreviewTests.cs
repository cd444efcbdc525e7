using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR.Client;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Tests.Foundation.Rendering;

namespace NewsroomPortal.Tests.Features.Editing;

/// <summary>What one person writes must not be felt by another, however long it takes to preview.</summary>
public sealed class HostilePreviewTests : IAsyncLifetime
{
    private const string Front = "---\ntitle: 渡輪\n---\n";
    private const int KeysForEach = 3;

    private HubHost _host = null!;
    private HubConnection _mallory = null!, _mei = null!;
    private long _hostile, _calm;
    private ChannelReader<JsonElement> _heardByMallory = null!, _heardByMei = null!;
    private int _keys;
    private int _length = Front.Length;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await HubHost.Start();
        (_hostile, _calm) = (await _host.Write(Front), await _host.Write(Front));
        (_mallory, _heardByMallory) = await Open("Mallory", _hostile);
        (_mei, _heardByMei) = await Open("Mei", _calm);
    }

    public async ValueTask DisposeAsync()
    {
        await _mallory.DisposeAsync();
        await _mei.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Keys_are_kept_without_slowing_down_while_another_text_is_every_hostile_one_in_turn_and_both_previews_go_on()
    {
        var texts = HostileTexts.All().ToList();
        var quiet = new List<double>();
        for (var i = 0; i < texts.Count; i++)
            quiet.AddRange(await TypeSome());
        var busy = new List<double>();
        var (version, length) = (1, Front.Length);
        foreach (var (name, body) in texts)
        {
            var change = ChangeSet.Replace(length, Front.Length, length, body);
            var answer = await _host.Authority.Push(_hostile, version, [new Update("mallory", change)], new Actor("mallory", "Mallory", Role.Journalist), Cancel);
            Assert.True(answer.Refused is null, $"{name}: {answer.Refused}");
            (version, length) = (answer.Version, Front.Length + body.Length);
            busy.AddRange(await TypeSome());
            await _heardByMallory.ReadAsync(Cancel);
        }
        Assert.Equal(2 * texts.Count * KeysForEach, _keys);
        await HearUntil("字" + _keys);
        Assert.True(Median(busy) < (10 * Median(quiet)) + 50, $"{Median(quiet)} ms, then {Median(busy)} ms");
    }

    private async Task<List<double>> TypeSome()
    {
        var taken = new List<double>();
        for (var i = 0; i < KeysForEach; i++)
        {
            var text = $"字{_keys + 1}\n\n";
            var started = Stopwatch.GetTimestamp();
            var change = ChangeSet.Replace(_length, _length, _length, text);
            var answer = await _mei.InvokeAsync<SentAnswer>("Push", _calm, ++_keys, new[] { new SentUpdate("mei", change) }, Cancel);
            taken.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            Assert.Null(answer.Refused);
            _length += text.Length;
        }
        return taken;
    }

    private async Task HearUntil(string text)
    {
        while (!(await _heardByMei.ReadAsync(Cancel)).GetRawText().Contains(text, StringComparison.Ordinal))
        {
        }
    }

    private static double Median(List<double> taken) => taken.Order().ElementAt(taken.Count / 2);

    private async Task<(HubConnection, ChannelReader<JsonElement>)> Open(string name, long article)
    {
        var page = _host.Connection(await _host.Hire(name));
        var heard = Channel.CreateUnbounded<JsonElement>();
        page.On<long, JsonElement>("preview", (_, message) => heard.Writer.TryWrite(message));
        await page.StartAsync(Cancel);
        await page.InvokeAsync<JsonElement>("Preview", article, Cancel);
        return (page, heard.Reader);
    }
}
