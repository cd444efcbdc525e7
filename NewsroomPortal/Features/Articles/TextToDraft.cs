using Microsoft.AspNetCore.Mvc;
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
    // Of what is merely too long it is said why; more is not even read.
    private const int MostRead = 2 * DocumentText.MostBytes;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/articles/drafts", Make).RequireAuthorization().WithMetadata(new RequestSizeLimitAttribute(MostRead));

    /// <summary>201 with the draft's page as Location; else 409 and why not, in the person's language.</summary>
    private static async Task<IResult> Make(HttpContext http, ArticleShelf shelf, Words words)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var reading = HugoFile.Read(body.GetBuffer().AsSpan(0, (int)body.Length));
        var outcome = reading.File is { } file
            ? await shelf.Create(http.User.AsActor(), file, http.RequestAborted)
            : new Refusal(reading.Refusal!.Word);
        return outcome.IsDone
            ? Results.Created($"/articles/{outcome.Value}", null)
            : Results.Text(words.Say(outcome.Refusal.Word, outcome.Refusal.Values), statusCode: StatusCodes.Status409Conflict);
    }
}
