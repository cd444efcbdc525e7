using Microsoft.AspNetCore.StaticFiles;

namespace NewsroomPortal.Features.Publishing.TruePreview;

/// <summary>
/// Where the frame gets a built page from. It has an origin of its own, so it sends no cookie: the key in the address is what lets it in, as long
/// as somebody looks at the build and may read the article.
/// </summary>
internal static class TruePreviewAddress
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    public static void Map(IEndpointRouteBuilder app) => app.MapGet($"/{TruePreviews.Address}/{{key}}/{{**path}}", Answer).AllowAnonymous();

    private static async Task<IResult> Answer(string key, string? path, HttpContext http, TruePreviews previews)
    {
        if (await previews.Read(key, path is null or "" ? "index.html" : path.EndsWith('/') ? path + "index.html" : path) is not { } bytes)
        {
            return Results.NotFound();
        }
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = FramedPage.Policy;
        headers["Referrer-Policy"] = "no-referrer";
        // Fonts are asked for across origins, and the page's own is none.
        headers.AccessControlAllowOrigin = "*";
        var type = Type(path ?? "");
        return Results.Bytes(type.StartsWith("text/html", StringComparison.Ordinal) ? FramedPage.Of(bytes) : bytes, type);
    }

    /// <summary>Hugo writes UTF-8, and its pages need not say so.</summary>
    private static string Type(string path) => path is "" or [.., '/'] ? "text/html; charset=utf-8"
        : !Types.TryGetContentType(path, out var type) ? "application/octet-stream"
        : type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8"
        : type;
}
