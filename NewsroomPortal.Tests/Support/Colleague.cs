using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace NewsroomPortal.Tests.Support;

/// <summary>A person at a computer of their own: a fresh browser profile, and one page of the portal in it.</summary>
public sealed class Colleague : IAsyncDisposable
{
    private const string Kept =
        """
        () => new Promise((resolve, reject) => {
          const opened = indexedDB.open("newsroom");
          opened.onerror = () => reject(opened.error);
          opened.onsuccess = () => {
            const rows = opened.result.transaction("pending").objectStore("pending").getAll();
            rows.onsuccess = () => { opened.result.close(); resolve(JSON.stringify(rows.result)); };
          };
        })
        """;

    private readonly IBrowserContext _computer;
    private readonly ConcurrentQueue<string> _troubles = new();

    private Colleague(IBrowserContext computer, IPage page)
    {
        _computer = computer;
        Page = page;
        Watch(page);
    }

    public IPage Page { get; private set; }

    /// <summary>What no page may do: errors of its scripts, dialogs of the browser, breaches of the content security policy.</summary>
    public IEnumerable<string> Troubles => _troubles;

    public static async Task<Colleague> Arrive(Chromium chromium, string address, BrowserNewContextOptions? options = null)
    {
        options ??= new() { Locale = "en-US" };
        options.BaseURL = address;
        options.ViewportSize ??= new() { Width = 1600, Height = 1000 };
        return await At(await chromium.PersonAsync(options));
    }

    /// <summary>At a browser that is there already, in a tab of their own.</summary>
    public static async Task<Colleague> At(IBrowserContext computer) => new(computer, await computer.NewPageAsync());

    /// <summary>In another tab of the same browser.</summary>
    public Task<Colleague> InAnotherTab() => At(_computer);

    /// <summary>Kills the tab's process, which gets no word in, and turns to a new tab.</summary>
    public async Task LoseTheTab()
    {
        var crashed = new TaskCompletionSource();
        Page.Crash += (_, _) => crashed.TrySetResult();
        var browser = await _computer.NewCDPSessionAsync(Page);
        // A dead page answers nothing.
        _ = browser.SendAsync("Page.crash");
        await crashed.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Page = await _computer.NewPageAsync();
        Watch(Page);
    }

    /// <summary>The cookies go, as where the session ends by force; what the browser's storage holds stays.</summary>
    public Task LoseTheSession() => _computer.ClearCookiesAsync();

    /// <summary>Waits until the browser's storage holds unsent text with these words.</summary>
    public Task Keeps(string words) => Page.WaitForFunctionAsync($"words => ({Kept})().then(kept => kept.includes(words))", words);

    /// <summary>Everything unsent that the browser's storage holds, whosever it is, as JSON.</summary>
    public Task<string> KeptText() => Page.EvaluateAsync<string>(Kept);

    /// <summary>Signs in with the password of all test accounts, in whichever language the page is.</summary>
    /// <param name="address">Of the portal, where the browser has no base address.</param>
    public async Task SignIn(string email, string address = "")
    {
        await Page.GotoAsync($"{address}/account/sign-in");
        await Page.Locator("[name='Form.Email']").FillAsync(email);
        await Page.Locator("[name='Form.Password']").FillAsync(PortalFactory.Password);
        await Page.Locator("form:has([name='Form.Email']) button[type=submit]").ClickAsync();
        // Not until it has loaded: Playwright waits for ever where that comes before it begins to wait.
        await Page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/", new() { WaitUntil = WaitUntilState.Commit });
    }

    public async Task<ArticleScreen> Open(long articleId, string address = "")
    {
        await Page.GotoAsync($"{address}/articles/{articleId}");
        return await Read();
    }

    /// <summary>The article whose desk the page shows, or is about to, once its text is there.</summary>
    public async Task<ArticleScreen> Read()
    {
        await Page.WaitForURLAsync("**/articles/*", new() { WaitUntil = WaitUntilState.Commit });
        var screen = new ArticleScreen(Page, long.Parse(new Uri(Page.Url).Segments[^1], System.Globalization.CultureInfo.InvariantCulture));
        await screen.Shown();
        return screen;
    }

    public ValueTask DisposeAsync() => _computer.DisposeAsync();

    private void Watch(IPage page)
    {
        page.PageError += (_, error) => _troubles.Enqueue(error);
        page.Dialog += (_, dialog) =>
        {
            _troubles.Enqueue($"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                _troubles.Enqueue(message.Text);
            }
        };
    }
}
