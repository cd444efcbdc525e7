using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace NewsroomPortal.Tests.Support;

/// <summary>A person at a computer of their own: a fresh browser profile, and one page of the portal in it.</summary>
public sealed class Colleague : IAsyncDisposable
{
    private readonly IBrowserContext _computer;
    private readonly ConcurrentQueue<string> _troubles = new();

    private Colleague(IBrowserContext computer, IPage page)
    {
        _computer = computer;
        Page = page;
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

    public IPage Page { get; }

    /// <summary>What no page may do: errors of its scripts, dialogs of the browser, breaches of the content security policy.</summary>
    public IEnumerable<string> Troubles => _troubles;

    public static async Task<Colleague> Arrive(Chromium chromium, string address, BrowserNewContextOptions? options = null)
    {
        options ??= new() { Locale = "en-US" };
        options.BaseURL = address;
        options.ViewportSize ??= new() { Width = 1600, Height = 1000 };
        var computer = await chromium.PersonAsync(options);
        return new Colleague(computer, await computer.NewPageAsync());
    }

    /// <summary>Signs in with the password of all test accounts, in whichever language the page is.</summary>
    public async Task SignIn(string email)
    {
        await Page.GotoAsync("/account/sign-in");
        await Page.Locator("[name='Form.Email']").FillAsync(email);
        await Page.Locator("[name='Form.Password']").FillAsync(PortalFactory.Password);
        await Page.Locator("form[method=post] button[type=submit]").ClickAsync();
        await Page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/");
    }

    public async Task<ArticleScreen> Open(long articleId)
    {
        await Page.GotoAsync($"/articles/{articleId}");
        return await Read();
    }

    /// <summary>The article whose desk the page shows, or is about to, once its text is there.</summary>
    public async Task<ArticleScreen> Read()
    {
        await Page.WaitForURLAsync("**/articles/*");
        var screen = new ArticleScreen(Page, long.Parse(new Uri(Page.Url).Segments[^1], System.Globalization.CultureInfo.InvariantCulture));
        await screen.Shown();
        return screen;
    }

    public ValueTask DisposeAsync() => _computer.DisposeAsync();
}
