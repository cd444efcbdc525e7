using System.Net;

namespace NewsroomPortal.Benchmarks.Load;

/// <summary>What of a browser a load needs: requests, and cookies that its web socket may send too.</summary>
internal sealed class Browser : IDisposable
{
    public Browser(string address) =>
        Http = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(address),
            DefaultRequestHeaders = { { "Accept", "text/html" }, { "Accept-Language", "zh-HK" } },
        };

    public CookieContainer Cookies { get; } = new();

    public HttpClient Http { get; }

    public void Dispose() => Http.Dispose();
}
