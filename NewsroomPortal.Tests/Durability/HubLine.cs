using System.Net;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using NewsroomPortal.Features.Editing;

namespace NewsroomPortal.Tests.Durability;

/// <summary>The line of the browser's editor: the real hub, as somebody who is signed in.</summary>
internal sealed class HubLine : ILine, IAsyncDisposable
{
    private readonly HubConnection _connection;

    private HubLine(HubConnection connection) => _connection = connection;

    public static async Task<HubLine> Connect(string address, CookieContainer signedIn)
    {
        var line = new HubLine(new HubConnectionBuilder().WithUrl(new Uri(new Uri(address), "/hubs/editing"), options => options.Cookies = signedIn).Build());
        await line._connection.StartAsync();
        return line;
    }

    public Task<SentAnswer> Push(long articleId, int version, IReadOnlyList<SentUpdate> updates) => Ask<SentAnswer>("Push", articleId, version, updates);

    public Task<SentStretch> Updates(long articleId, int version) => Ask<SentStretch>("Updates", articleId, version);

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task<T> Ask<T>(string method, params object[] given)
    {
        try
        {
            return await _connection.InvokeCoreAsync<T>(method, given);
        }
        catch (Exception problem) when (problem is not HubException && _connection.State != HubConnectionState.Connected)
        {
            throw new IOException("The portal's line was cut.", problem);
        }
    }
}
