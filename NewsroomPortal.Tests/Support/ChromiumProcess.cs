using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace NewsroomPortal.Tests.Support;

/// <summary>A whole browser over a profile folder, to be killed and started again, as at a power cut of the person's computer.</summary>
public sealed partial class ChromiumProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private ChromiumProcess(Process process, IPlaywright playwright, IBrowser browser) => (_process, _playwright, _browser) = (process, playwright, browser);

    public IBrowserContext Computer => _browser.Contexts[0];

    public static async Task<ChromiumProcess> Start(string profile)
    {
        Assert.SkipUnless(Programs.Chromium is not null, "Chromium is not on this machine as a program that can be killed.");
        string[] flags = [.. Chromium.Flags, "--headless", "--lang=en-US", "--remote-debugging-port=0", $"--user-data-dir={profile}"];
        var process = Process.Start(new ProcessStartInfo(Programs.Chromium!, flags) { RedirectStandardError = true })!;
        var playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Chromium.Patience);
        var browser = await playwright.Chromium.ConnectOverCDPAsync(await Address(process).WaitAsync(Patience));
        browser.Contexts[0].SetDefaultTimeout(Chromium.Patience);
        return new ChromiumProcess(process, playwright, browser);
    }

    /// <summary>SIGKILL, to all of its processes: none gets a word in.</summary>
    public void Kill() => _process.Kill(entireProcessTree: true);

    public async ValueTask DisposeAsync()
    {
        Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _playwright.Dispose();
    }

    private static async Task<string> Address(Process process)
    {
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } address)
            {
                // What it says later must not fill the pipe.
                _ = process.StandardError.ReadToEndAsync();
                return address.Value;
            }
        }
        throw new InvalidOperationException("Chromium ended before it listened.");
    }

    [GeneratedRegex(@"ws://\S+")]
    private static partial Regex Listening();
}
