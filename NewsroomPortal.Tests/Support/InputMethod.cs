using Microsoft.Playwright;

namespace NewsroomPortal.Tests.Support;

/// <summary>An input method, as Chinese is typed with, over whatever has the focus: the browser itself runs the composition.</summary>
public sealed class InputMethod
{
    private readonly IPage _page;
    private readonly ICDPSession _browser;

    private InputMethod(IPage page, ICDPSession browser) => (_page, _browser) = (page, browser);

    public static async Task<InputMethod> Take(IPage page)
    {
        await page.EvaluateAsync("() => { window.compositionsEnded = 0; document.addEventListener('compositionend', () => window.compositionsEnded++, true); }");
        return new InputMethod(page, await page.Context.NewCDPSessionAsync(page));
    }

    /// <summary>Begins a composition, or replaces what it shows.</summary>
    public Task Compose(string shown) => _browser.SendAsync("Input.imeSetComposition", new() { ["text"] = shown, ["selectionStart"] = shown.Length, ["selectionEnd"] = shown.Length });

    public Task Commit(string text) => _browser.SendAsync("Input.insertText", new() { ["text"] = text });

    /// <summary>Whether a composition has ended since the method was taken, as it does when the page writes into what is being composed.</summary>
    public async Task<bool> HasEnded() => await _page.EvaluateAsync<int>("() => window.compositionsEnded") > 0;
}
