namespace NewsroomPortal.Shell;

/// <summary>
/// What every answer tells the browser: scripts from here alone, frames nowhere, nothing sniffed, nothing kept. Pictures may come from anywhere,
/// since the preview shows those that an article links. Styles need 'unsafe-inline' for MudBlazor.
/// </summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src * data: blob:; connect-src 'self'; font-src 'self' data:; "
        + "manifest-src 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

    public static Task Add(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            // What Hugo built is framed, and says for itself that it may do nothing.
            if (headers.ContentSecurityPolicy.Count == 0)
            {
                headers.ContentSecurityPolicy = Policy;
                headers["Referrer-Policy"] = "same-origin";
            }
            headers.XContentTypeOptions = "nosniff";
            // Static files say for themselves how long they are good.
            if (headers.CacheControl.Count == 0)
            {
                headers.CacheControl = "no-store";
            }
            return Task.CompletedTask;
        });
        return next(http);
    }
}
