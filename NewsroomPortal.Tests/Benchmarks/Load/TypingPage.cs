using System.Diagnostics;
using System.Net;
using System.Text.Json;
using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Benchmarks.Load;

/// <summary>
/// One person's page of one article: the browser's half of the conversation (wwwroot-assets/editor/authority.js), with the preview open and the
/// caret told at most five times a second. It types some letters and takes them back, so that the article stays as long as it is.
/// </summary>
internal sealed class TypingPage : IAsyncDisposable
{
    private const string Letters = "天星小輪今早由尖沙咀開往中環乘客大致暢順惟部分";
    private static readonly TimeSpan CaretPause = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private readonly string _clientId = Guid.NewGuid().ToString("N");
    private readonly List<(Update Update, long At)> _unconfirmed = [];
    private readonly List<double> _waits = [];
    private HubLine _line = null!;
    private int _caret;
    private int _typed;
    private long _toldCaretAt;
    private bool _isPushing;
    private bool _isCatchingUp;
    private bool _missed;

    private TypingPage(long articleId, string text, int version) => (ArticleId, Text, Version) = (articleId, text, version);

    public long ArticleId { get; }

    public string ClientId => _clientId;

    public string Text { get; private set; }

    public int Version { get; private set; }

    public int Keys { get; private set; }

    /// <summary>Calls for what the answer came before.</summary>
    public int CatchUps { get; private set; }

    /// <summary>From each key to its acknowledgement, in milliseconds, since <see cref="Forget"/>.</summary>
    public IReadOnlyList<double> Waits => _waits;

    /// <summary>What went wrong; empty when nothing did.</summary>
    public List<string> Errors { get; } = [];

    public long BytesReceived => _line.Received;

    public bool IsSettled
    {
        get
        {
            lock (_lock)
            {
                return _unconfirmed.Count == 0 && !_isPushing && !_isCatchingUp;
            }
        }
    }

    public static async Task<TypingPage> Open(string address, CookieContainer cookies, HttpClient browser, long articleId, int seed)
    {
        using var first = await browser.GetAsync($"{address}/articles/{articleId}/text");
        var text = await first.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        var version = int.Parse(first.Headers.GetValues("X-Newsroom-Version").Single(), System.Globalization.CultureInfo.InvariantCulture);
        var page = new TypingPage(articleId, text, version) { _caret = Somewhere(text, new Random(seed)) };
        page._line = await HubLine.Connect(address, cookies, page.Hear);
        var joined = await page._line.Invoke("Join", json => Write(json, articleId, version));
        if (!joined.GetProperty("standing").GetProperty("mayWrite").GetBoolean())
        {
            throw new InvalidOperationException($"Article {articleId} may not be written: {joined.GetProperty("standing")}");
        }
        page.Receive(version, joined.GetProperty("updates"));
        await page._line.Invoke("Preview", json => json.WriteNumberValue(articleId));
        return page;
    }

    /// <summary>One key.</summary>
    public async Task Type()
    {
        lock (_lock)
        {
            // As many letters as are then taken back again.
            var writes = _typed++ / Letters.Length % 2 == 0 || _caret == 0;
            var change = writes ? ChangeSet.Replace(Text.Length, _caret, _caret, Letters[_typed % Letters.Length].ToString()) : ChangeSet.Replace(Text.Length, _caret - 1, _caret, "");
            Text = change.Apply(Text);
            _caret += writes ? 1 : -1;
            _unconfirmed.Add((new Update(_clientId, change), Stopwatch.GetTimestamp()));
            Keys++;
        }
        await Task.WhenAll(Push(), TellCaret());
    }

    /// <summary>Forgets the keys so far: they warmed both sides up.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _waits.Clear();
        }
    }

    public ValueTask DisposeAsync() => _line.DisposeAsync();

    /// <summary>In the second half, far from the front matter: who takes letters back beside others may take some of theirs.</summary>
    private static int Somewhere(string text, Random chance) => chance.Next(text.Length / 2, text.Length);

    private static void Write(Utf8JsonWriter json, long articleId, int version)
    {
        json.WriteNumberValue(articleId);
        json.WriteNumberValue(version);
    }

    private async Task Push()
    {
        List<Update> batch;
        int start;
        lock (_lock)
        {
            if (_isPushing || _unconfirmed.Count == 0)
            {
                return;
            }
            _isPushing = true;
            (batch, start) = ([.. _unconfirmed.Select(own => own.Update)], Version);
        }
        try
        {
            await Take(await _line.Invoke("Push", json => Write(json, start, batch)), start, batch);
        }
        catch (Exception problem)
        {
            Fail(problem.Message);
            return;
        }
        lock (_lock)
        {
            _isPushing = false;
        }
        await Push();
    }

    private void Write(Utf8JsonWriter json, int version, List<Update> batch)
    {
        Write(json, ArticleId, version);
        json.WriteStartArray();
        foreach (var update in batch)
        {
            json.WriteStartObject();
            json.WriteString("c", update.ClientId);
            json.WritePropertyName("u");
            update.Changes.WriteTo(json);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private async Task Take(JsonElement answer, int start, List<Update> batch)
    {
        if (answer.GetProperty("refused").GetString() is { } refused)
        {
            throw new InvalidOperationException(refused);
        }
        var version = answer.GetProperty("version").GetInt32();
        bool isBehind;
        lock (_lock)
        {
            if (version == start + batch.Count && Version == start)
            {
                batch.ForEach(Receive);
            }
            isBehind = Version < version;
        }
        if (isBehind)
        {
            await CatchUp();
        }
    }

    private async Task TellCaret()
    {
        if (Stopwatch.GetElapsedTime(_toldCaretAt) < CaretPause)
        {
            return;
        }
        _toldCaretAt = Stopwatch.GetTimestamp();
        await _line.Tell("See", json =>
        {
            json.WriteNumberValue(ArticleId);
            json.WriteStartObject();
            json.WriteNumber("anchor", _caret);
            json.WriteNumber("head", _caret);
            json.WriteEndObject();
        });
    }

    private void Hear(string target, ref Utf8JsonReader arguments)
    {
        if (target != "updates")
        {
            return;
        }
        arguments.Read();
        arguments.Read();
        var from = arguments.GetInt32();
        arguments.Read();
        Receive(from, JsonElement.ParseValue(ref arguments));
    }

    private void Receive(int from, JsonElement updates)
    {
        lock (_lock)
        {
            if (from > Version)
            {
                _missed = true;
                _ = CatchUp();
                return;
            }
            foreach (var update in updates.EnumerateArray().Skip(Version - from))
            {
                Receive(new Update(update.GetProperty("c").GetString()!, ChangeSet.FromJson(update.GetProperty("u").GetRawText())));
            }
        }
    }

    /// <summary>receiveUpdates of @codemirror/collab 6.1, called for each update by itself, as the editor does.</summary>
    private void Receive(Update update)
    {
        Version++;
        if (_unconfirmed.Count > 0 && _unconfirmed[0].Update.ClientId == update.ClientId)
        {
            _waits.Add(Stopwatch.GetElapsedTime(_unconfirmed[0].At).TotalMilliseconds);
            _unconfirmed.RemoveAt(0);
            return;
        }
        var changes = update.Changes;
        for (var i = 0; i < _unconfirmed.Count; i++)
        {
            var (own, at) = _unconfirmed[i];
            _unconfirmed[i] = (own with { Changes = own.Changes.Map(changes) }, at);
            changes = changes.Map(own.Changes, before: true);
        }
        Text = changes.Apply(Text);
        _caret = changes.MapPosition(_caret);
    }

    private async Task CatchUp()
    {
        lock (_lock)
        {
            if (_isCatchingUp)
            {
                return;
            }
            _isCatchingUp = true;
            CatchUps++;
        }
        try
        {
            while (await Fetch())
            {
            }
        }
        catch (Exception problem)
        {
            Fail(problem.Message);
        }
        lock (_lock)
        {
            _isCatchingUp = false;
        }
    }

    /// <summary>Whether there is more.</summary>
    private async Task<bool> Fetch()
    {
        int start;
        lock (_lock)
        {
            (_missed, start) = (false, Version);
        }
        var stretch = await _line.Invoke("Updates", json => Write(json, ArticleId, start));
        Receive(start, stretch.GetProperty("updates"));
        return stretch.GetProperty("more").GetBoolean() || _missed;
    }

    private void Fail(string what)
    {
        lock (_lock)
        {
            Errors.Add(what);
        }
    }
}
