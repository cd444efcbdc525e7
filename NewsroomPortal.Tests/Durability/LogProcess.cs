using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using NewsroomPortal.Features.Editing;

namespace NewsroomPortal.Tests.Durability;

/// <summary>A <see cref="LogHost"/> seen from outside.</summary>
internal sealed class LogProcess : IVictim, ILine
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<LogAnswer>> _asked = [];
    private readonly Task _reading;
    private volatile bool _cut;
    private int _lastId;

    private LogProcess(Process process)
    {
        _process = process;
        _asked[0] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _reading = Task.Run(Read);
    }

    public int Id => _process.Id;

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="inside">A program that runs it, with its arguments, such as a tracer; nothing: it is run as it is.</param>
    public static async Task<LogProcess> Start(string folder, IReadOnlyList<string>? inside = null, bool careless = false)
    {
        var host = Begin(folder, inside ?? [], careless);
        try
        {
            await host._asked[0].Task.WaitAsync(Patience);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it, and kills it after a while, ready or not.</summary>
    public static async Task KillInStart(string folder, TimeSpan after)
    {
        await using var host = Begin(folder, [], careless: false);
        await Task.Delay(after);
    }

    public Task<ILine> Connect() => Task.FromResult<ILine>(this);

    public async Task<SentAnswer> Push(long articleId, int version, IReadOnlyList<SentUpdate> updates) =>
        (await Ask(id => new LogQuestion(id, articleId, version, updates))).Push!;

    public async Task<SentStretch> Updates(long articleId, int version) => (await Ask(id => new LogQuestion(id, articleId, version))).Stretch!;

    public async Task Kill()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        await _reading;
    }

    /// <summary>Lets it end by itself.</summary>
    public async Task End()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        await _reading;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await Kill();
        }
        _process.Dispose();
    }

    private static LogProcess Begin(string folder, IReadOnlyList<string> inside, bool careless)
    {
        string[] line = [.. inside, "dotnet", Assembly.GetEntryAssembly()!.Location, LogHost.Verb, folder, .. careless ? [LogHost.Careless] : Array.Empty<string>()];
        var start = new ProcessStartInfo(line[0], line[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["LANG"] = "C.UTF-8";
        return new LogProcess(Process.Start(start)!);
    }

    private async Task<LogAnswer> Ask(Func<int, LogQuestion> question)
    {
        var id = Interlocked.Increment(ref _lastId);
        var answer = _asked[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_process)
        {
            _process.StandardInput.WriteLine(JsonSerializer.Serialize(question(id)));
            _process.StandardInput.Flush();
        }
        if (_cut)
        {
            Cut();
        }
        var told = await answer.Task.WaitAsync(Patience);
        return told.Fault is null ? told : throw new InvalidOperationException(told.Fault);
    }

    private async Task Read()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Complete(line) is { } answer && _asked.TryRemove(answer.Id, out var asked))
            {
                asked.SetResult(answer);
            }
        }
        _cut = true;
        Cut();
    }

    /// <summary>Null: the kill came in the middle of the line.</summary>
    private static LogAnswer? Complete(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<LogAnswer>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Cut()
    {
        foreach (var asked in _asked.Values)
        {
            asked.TrySetException(new IOException("The log's process ended."));
        }
    }
}
