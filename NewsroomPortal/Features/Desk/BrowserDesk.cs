using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Language;
using NewsroomPortal.Foundation.Settings;

namespace NewsroomPortal.Features.Desk;

/// <summary>The editor and panes in the browser, as <c>ArticleWorkplace.razor.js</c> opens them.</summary>
internal sealed class BrowserDesk(IJSObjectReference module) : IAsyncDisposable
{
    private IJSObjectReference? _handle;

    public static async Task<BrowserDesk> Load(IJSRuntime browser) =>
        new(await browser.InvokeAsync<IJSObjectReference>("import", "./Features/Desk/ArticleWorkplace.razor.js"));

    public async Task<DeskLayout> ReadLayout() => (await module.InvokeAsync<DeskLayout>("readLayout")).Known();

    public ValueTask KeepLayout(DeskLayout layout) => module.InvokeVoidAsync("keepLayout", layout);

    /// <param name="person">Whose page it is: what they type is kept in their name.</param>
    public async Task Open(ElementReference page, long articleId, string person, bool mayWrite, Words words, NewsroomSettings settings) =>
        _handle = await module.InvokeAsync<IJSObjectReference>("open", page, new
        {
            articleId,
            person,
            mayWrite,
            mostBytes = DocumentText.MostBytes,
            words = EditorWords.Of(words),
            timeZone = settings.TimeZone,
            language = Words.Current,
            label = words["desk.articleText"],
        });

    /// <summary>True when all that was typed in the form was taken.</summary>
    public ValueTask<bool> SettleFields() => Handle.InvokeAsync<bool>("settleFields");

    /// <summary>The version on the screen, when all that was typed in the text is acknowledged and what the form shows is there too; null when that takes too long.</summary>
    public ValueTask<int?> Settle(int shown) => Handle.InvokeAsync<int?>("settle", shown);

    /// <summary>The line of the body that the caret is in, from 1; null: the browser could not be reached.</summary>
    public async Task<int?> CaretLine()
    {
        try
        {
            return await Handle.InvokeAsync<int>("caretLine");
        }
        catch (Exception problem) when (problem is JSDisconnectedException or OperationCanceledException)
        {
            return null;
        }
    }

    public ValueTask Command(string name) => Handle.InvokeVoidAsync("command", name);

    /// <summary>False: the browser could not be reached.</summary>
    public async Task<bool> SetReadOnly(bool readOnly)
    {
        try
        {
            await Handle.InvokeVoidAsync("setReadOnly", readOnly);
            return true;
        }
        catch (Exception problem) when (problem is JSDisconnectedException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Puts the caret at the start of a 1-based line of the body, and shows it.</summary>
    public ValueTask GoToLine(int line) => Handle.InvokeVoidAsync("goToLine", line);

    /// <summary>Marks the line at or near a 1-based one of the body that reads as it did when something stopped there, and says why; null takes the mark away.</summary>
    public ValueTask MarkStop(int? line, string? text, string? message) => Handle.InvokeVoidAsync("markStop", line, text, message);

    public ValueTask ShowFrontMatter(bool shown) => Handle.InvokeVoidAsync("showFrontMatter", shown);

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_handle is not null)
            {
                await _handle.InvokeVoidAsync("dispose");
                await _handle.DisposeAsync();
            }
            await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone. Should it come back, it finds its editor by the article's id.
        }
    }

    private IJSObjectReference Handle => _handle ?? throw new InvalidOperationException("The editor is not open yet.");
}
