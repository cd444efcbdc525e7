using Microsoft.AspNetCore.Http.Features;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.People;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Foundation.Language;

namespace NewsroomPortal.Features.Articles;

/// <summary>
/// Makes a draft of a text that a browser holds. It comes over plain HTTP: it may be longer than a hub's or a circuit's message, and there may be no circuit.
/// </summary>
internal static class TextToDraft
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/articles/drafts", Make).RequireAuthorization();

    /// <summary>201 with the draft's page as Location; else 409 and why not, in the person's language.</summary>
    private static async Task<IResult> Make(HttpContext http, ArticleShelf shelf, Words words)
    {
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = DocumentText.MostBytes;
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var reading = HugoFile.Read(body.GetBuffer().AsSpan(0, (int)body.Length));
        var outcome = reading.File is { } file
            ? await shelf.Create(http.User.AsActor(), file, http.RequestAborted)
            : new Refusal(reading.Refusal!.Word, reading.Refusal.Offset, reading.Refusal.Line);
        return outcome.IsDone
            ? Results.Created($"/articles/{outcome.Value}", null)
            : Results.Text(words.Say(outcome.Refusal.Word, outcome.Refusal.Values), statusCode: StatusCodes.Status409Conflict);
    }
}
