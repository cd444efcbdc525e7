namespace NewsroomPortal.Shell;

/// <summary>
/// Turns away what another site's page sends with this site's cookie: web sockets, which no browser rule stops, and every request that may change
/// something. Only the host is compared: a proxy in front may speak https where the portal speaks http.
/// </summary>
internal static class SameOrigin
{
    public static Task Require(HttpContext http, RequestDelegate next)
    {
        var origin = http.Request.Headers.Origin.ToString();
        var changes = !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);
        if ((changes || http.WebSockets.IsWebSocketRequest || IsUpgrade(http.Request)) && origin.Length > 0 && !IsOwn(origin, http.Request.Host))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }
        return next(http);
    }

    private static bool IsUpgrade(HttpRequest request) => request.Headers.Upgrade.ToString().Equals("websocket", StringComparison.OrdinalIgnoreCase);

    private static bool IsOwn(string origin, HostString host) => Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == host.Value;
}
