using Microsoft.Playwright;

namespace NewsroomPortal.Tests.Support;

/// <summary>One headless Chromium for all browser tests, started when the first of them asks.</summary>
public sealed class Chromium : IAsyncDisposable
{
    internal static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
        // Tests ask no other machine for anything.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    ];

    // Milliseconds: a machine that builds and tests at once is slow, and waiting costs nothing where all is well.
    internal const float Patience = 30_000;

    private readonly SemaphoreSlim _once = new(1, 1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A fresh profile: one person at one computer.</summary>
    public async Task<IBrowserContext> PersonAsync(BrowserNewContextOptions? options = null)
    {
        var context = await (await BrowserAsync()).NewContextAsync(options ?? new() { Locale = "en-US" });
        context.SetDefaultTimeout(Patience);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
        _playwright?.Dispose();
        _once.Dispose();
    }

    private async Task<IBrowser> BrowserAsync()
    {
        await _once.WaitAsync();
        try
        {
            return _browser ??= await LaunchAsync();
        }
        finally
        {
            _once.Release();
        }
    }

    private async Task<IBrowser> LaunchAsync()
    {
        var path = Programs.Chromium;
        if (path is null && Microsoft.Playwright.Program.Main(["install", "chromium"]) != 0)
        {
            throw new InvalidOperationException(
                "No browser: Chromium is not on this machine, apt-get may not install it here, and Playwright's installer failed. Install Chromium and run again.");
        }
        _playwright ??= await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        return await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Flags });
    }
}
