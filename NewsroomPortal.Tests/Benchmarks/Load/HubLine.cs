using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using System.Text.Json;

namespace NewsroomPortal.Benchmarks.Load;

/// <summary>What the server sends unasked. The reader stands on the array of arguments.</summary>
internal delegate void MessageHeard(string target, ref Utf8JsonReader arguments);

/// <summary>
/// SignalR's JSON protocol over one web socket, as the editor of the browser speaks it. SignalR's own client costs so much at a message that
/// hundreds of them would measure themselves.
/// </summary>
internal sealed class HubLine : IAsyncDisposable
{
    private const byte Separator = 0x1E;
    private const int Invocation = 1;
    private const int Completion = 3;

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement>> _waiting = [];
    private readonly MessageHeard _heard;
    private Task _reading = Task.CompletedTask;
    private long _received;
    private int _lastId;
    private volatile bool _isClosing;

    private HubLine(CookieContainer cookies, MessageHeard heard)
    {
        _heard = heard;
        _socket.Options.Cookies = cookies;
        _socket.Options.KeepAliveInterval = TimeSpan.Zero;
    }

    /// <summary>Bytes that came.</summary>
    public long Received => Interlocked.Read(ref _received);

    /// <summary>Why it ended by itself; null: it did not.</summary>
    public Exception? Lost { get; private set; }

    public static async Task<HubLine> Connect(string address, CookieContainer cookies, MessageHeard heard)
    {
        var line = new HubLine(cookies, heard);
        line._socket.Options.SetRequestHeader("Origin", address);
        await line._socket.ConnectAsync(new Uri(address.Replace("http://", "ws://", StringComparison.Ordinal) + "/hubs/editing"), CancellationToken.None);
        await line.Send("{\"protocol\":\"json\",\"version\":1}"u8.ToArray());
        var greeted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        line._reading = line.Read(greeted);
        await greeted.Task;
        return line;
    }

    /// <summary>Calls the hub; the value is the result. A failed call throws.</summary>
    public async Task<JsonElement> Invoke(string target, Action<Utf8JsonWriter> arguments)
    {
        var id = Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = answer;
        await Send(Message(target, id, arguments));
        return await answer.Task;
    }

    /// <summary>Tells the hub something that it does not answer.</summary>
    public Task Tell(string target, Action<Utf8JsonWriter> arguments) => Send(Message(target, id: null, arguments));

    public async ValueTask DisposeAsync()
    {
        _isClosing = true;
        _socket.Abort();
        await _reading;
        _socket.Dispose();
        _sending.Dispose();
    }

    private static ReadOnlyMemory<byte> Message(string target, string? id, Action<Utf8JsonWriter> arguments)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteNumber("type", Invocation);
            if (id is not null)
            {
                json.WriteString("invocationId", id);
            }
            json.WriteString("target", target);
            json.WriteStartArray("arguments");
            arguments(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return bytes.WrittenMemory;
    }

    private async Task Send(ReadOnlyMemory<byte> message)
    {
        var bytes = new byte[message.Length + 1];
        message.CopyTo(bytes);
        bytes[^1] = Separator;
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task Read(TaskCompletionSource greeted)
    {
        var bytes = new byte[64 * 1024];
        var length = 0;
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(bytes.AsMemory(length), CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    throw new WebSocketException("The server closed the line.");
                }
                Interlocked.Add(ref _received, part.Count);
                var taken = Take(bytes.AsSpan(0, length += part.Count), greeted);
                bytes.AsSpan(taken, length - taken).CopyTo(bytes);
                length -= taken;
                if (length == bytes.Length)
                {
                    Array.Resize(ref bytes, bytes.Length * 2);
                }
            }
        }
        catch (Exception problem)
        {
            Lost = _isClosing ? null : problem;
            greeted.TrySetException(problem);
            foreach (var waiting in _waiting.Values)
            {
                waiting.TrySetException(problem);
            }
        }
    }

    /// <summary>Takes the whole messages; the value is their length.</summary>
    private int Take(ReadOnlySpan<byte> bytes, TaskCompletionSource greeted)
    {
        var taken = 0;
        while (bytes[taken..].IndexOf(Separator) is >= 0 and var end)
        {
            if (!greeted.TrySetResult())
            {
                TakeOne(bytes.Slice(taken, end));
            }
            taken += end + 1;
        }
        return taken;
    }

    private void TakeOne(ReadOnlySpan<byte> message)
    {
        var reader = new Utf8JsonReader(message);
        reader.Read();
        var (type, target, id) = (0, "", "");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "type":
                    type = reader.GetInt32();
                    break;
                case "target":
                    target = reader.GetString()!;
                    break;
                case "invocationId":
                    id = reader.GetString()!;
                    break;
                case "arguments":
                    _heard(target, ref reader);
                    // It may have read some of them, or none.
                    return;
                case "error":
                    Answer(id, answer => answer.TrySetException(new InvalidOperationException("The hub failed at a call.")));
                    return;
                case "result":
                    var result = JsonElement.ParseValue(ref reader);
                    Answer(id, answer => answer.TrySetResult(result));
                    return;
                default:
                    reader.Skip();
                    break;
            }
        }
        if (type == Completion)
        {
            Answer(id, answer => answer.TrySetResult(default));
        }
    }

    private void Answer(string id, Action<TaskCompletionSource<JsonElement>> answer)
    {
        if (_waiting.TryRemove(id, out var waiting))
        {
            answer(waiting);
        }
    }
}
