using System.Text;
using Microsoft.Playwright;

namespace NewsroomPortal.Benchmarks;

/// <summary>Counts what the editor's line carries, in bytes of messages, pings aside.</summary>
internal sealed class Wire
{
    private const int Ping = 12;

    private long _up;
    private long _down;

    public Wire(IPage page) => page.WebSocket += (_, socket) =>
    {
        if (socket.Url.Contains("/hubs/editing", StringComparison.Ordinal))
        {
            socket.FrameSent += (_, frame) => Count(ref _up, frame);
            socket.FrameReceived += (_, frame) => Count(ref _down, frame);
        }
    };

    public (long Up, long Down) Bytes => (Interlocked.Read(ref _up), Interlocked.Read(ref _down));

    private static void Count(ref long sum, IWebSocketFrame frame)
    {
        var length = frame.Text is { } text ? Encoding.UTF8.GetByteCount(text) : frame.Binary?.Length ?? 0;
        if (length > Ping)
        {
            Interlocked.Add(ref sum, length);
        }
    }
}
