using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Primitives;
using NewsroomPortal.Foundation.Language;
using StringWithQuality = Microsoft.Net.Http.Headers.StringWithQualityHeaderValue;

namespace NewsroomPortal.Shell;

/// <summary>
/// The language of a request: the one switched to in the top bar (a cookie), else whichever of Chinese and English the browser puts first, else
/// Traditional Chinese. Any English counts as English; any Chinese as the newsroom's.
/// </summary>
internal static class LanguageChoice
{
    private const string Cookie = "newsroom-language";

    public static void Configure(RequestLocalizationOptions options)
    {
        options.SetDefaultCulture(Words.Chinese);
        options.AddSupportedCultures([.. Words.Languages]);
        options.AddSupportedUICultures([.. Words.Languages]);
        options.RequestCultureProviders = [new CustomRequestCultureProvider(http => Task.FromResult<ProviderCultureResult?>(new(Of(http.Request))))];
    }

    /// <summary><c>GET /language?to=en</c>: remembers it for a year and goes back to the page it came from.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/language", (HttpContext http, string to) =>
    {
        http.Response.Cookies.Append(Cookie, IsEnglish(to) ? Words.English : Words.Chinese, new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            Path = "/",
            IsEssential = true,
            Secure = http.Request.IsHttps,
            HttpOnly = true,
        });
        var from = http.Request.GetTypedHeaders().Referer;
        return Results.LocalRedirect(from is not null && from.Authority == http.Request.Host.Value ? from.PathAndQuery : "/");
    }).AllowAnonymous();

    private static string Of(HttpRequest request) => request.Cookies[Cookie] is { } chosen
        ? IsEnglish(chosen) ? Words.English : Words.Chinese
        : Preferred(request.GetTypedHeaders().AcceptLanguage);

    private static string Preferred(IList<StringWithQuality> accepted) => accepted
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => IsEnglish(language.Value) ? Words.English : StartsWith(language.Value, "zh") ? Words.Chinese : null)
        .FirstOrDefault(language => language is not null) ?? Words.Chinese;

    private static bool IsEnglish(StringSegment language) => StartsWith(language, "en");

    private static bool StartsWith(StringSegment language, string prefix) =>
        language.Equals(prefix, StringComparison.OrdinalIgnoreCase) || language.StartsWith(prefix + "-", StringComparison.OrdinalIgnoreCase);
}
