using System.Net;
using System.Net.Sockets;

namespace NewsroomPortal.Tests.Support;

/// <summary>
/// The network between a browser and the portal. While it is cut nothing passes in either direction and nobody is told, as with a dead router; what
/// was on the way goes on when it is mended.
/// </summary>
public sealed class Cable : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Uri _portal;
    private readonly Task _accepting;
    private volatile TaskCompletionSource _whole = Mended();
    private volatile CancellationTokenSource _open = new();

    /// <param name="portal">The portal's own address.</param>
    public Cable(string portal)
    {
        _portal = new Uri(portal);
        _listener.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        _accepting = Accept();
    }

    /// <summary>What browsers at the other end call.</summary>
    public string Address { get; }

    public void Cut() => _whole = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Mend() => _whole.TrySetResult();

    /// <summary>Ends what is open now, as a proxy that is started anew does; what is opened after it passes.</summary>
    public void Break() => Interlocked.Exchange(ref _open, new CancellationTokenSource()).Cancel();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        Mend();
        _listener.Dispose();
        await _accepting;
        _end.Dispose();
    }

    private async Task Accept()
    {
        var lines = new List<Task>();
        try
        {
            while (true)
            {
                lines.Add(Carry(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (Exception problem) when (problem is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(lines);
        }
    }

    private async Task Carry(TcpClient browser)
    {
        using var near = browser;
        using var far = new TcpClient();
        try
        {
            using var open = CancellationTokenSource.CreateLinkedTokenSource(_end.Token, _open.Token);
            await far.ConnectAsync(_portal.Host, _portal.Port, open.Token);
            await Task.WhenAny(Carry(near.GetStream(), far.GetStream(), open.Token), Carry(far.GetStream(), near.GetStream(), open.Token));
        }
        catch (Exception problem) when (problem is OperationCanceledException or SocketException)
        {
            // No portal, or the end of the test: the browser sees its line end.
        }
    }

    private async Task Carry(NetworkStream from, NetworkStream to, CancellationToken end)
    {
        var bytes = new byte[16 * 1024];
        try
        {
            while (await from.ReadAsync(bytes, end) is > 0 and var count)
            {
                await _whole.Task.WaitAsync(end);
                await to.WriteAsync(bytes.AsMemory(0, count), end);
            }
        }
        catch (Exception problem) when (problem is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // One of the two ends has gone; the other is told by the closing of its socket.
        }
    }

    private static TaskCompletionSource Mended()
    {
        var whole = new TaskCompletionSource();
        whole.SetResult();
        return whole;
    }
}
