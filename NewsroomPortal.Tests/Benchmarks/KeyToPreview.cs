using Microsoft.Playwright;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Benchmarks;

/// <summary>
/// From the key event to the preview's DOM, in the real portal and in a bare page of CodeMirror and markdown-it, key by key in turn, on the
/// same texts in the same browser. Quote the ratios: both sides share the machine's noise.
/// </summary>
internal static class KeyToPreview
{
    private const string Keys = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz";
    private const string Email = "lok@example.hk";
    private const string Password = "three quiet words of a test";

    // A fast typist's, on each side.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);
    private const int WarmUpRounds = 4;
    private static readonly int[] AllSizes = [5, 50, 500];

    /// <param name="sizes">Of the bodies, in KB; none: all.</param>
    public static async Task Run(IReadOnlyList<int> sizes)
    {
        sizes = sizes is [] ? AllSizes : sizes;
        var folder = Directory.CreateTempSubdirectory("newsroom-").FullName;
        try
        {
            await Import(folder, sizes);
            await using var portal = await PortalProcess.Serve(folder);
            await using var chromium = new Chromium();
            var rows = new List<string>();
            for (var number = 0; number < sizes.Count; number++)
            {
                rows.Add(await Measure(chromium, portal.Address, number + 1, sizes[number]));
            }
            Console.WriteLine("Milliseconds, median / p95 of 52 keys in the middle; the portal beside the bare page.");
            Console.WriteLine();
            Console.WriteLine("| body | key to preview: portal | bare page | ratio | key to paint: portal | bare page | ratio | in the next frame | tasks > 50 ms | bytes a key up / down |");
            Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
            rows.ForEach(Console.WriteLine);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Import(string data, IReadOnlyList<int> sizes)
    {
        var files = Directory.CreateDirectory(Path.Combine(data, "import", "content")).FullName;
        foreach (var (number, size) in sizes.Index())
        {
            await File.WriteAllTextAsync(
                Path.Combine(files, $"{number + 1}.md"), $"---\ntitle: \"{size} KB\"\ndate: \"2026-03-01 09:00:00\"\ncategories:\n  - \"test\"\n---\n\n{ChineseArticle.Body(size)}");
        }
        await PortalProcess.Run("import", Path.Combine(data, "import"), "--data", data);
        await PortalProcess.Run("user", "add", Email, "--role", "editor", "--password", Password, "--data", data);
    }

    private static async Task<string> Measure(Chromium chromium, string address, int article, int size)
    {
        await using var atPortal = await chromium.PersonAsync(Screen(address));
        await using var atBarePage = await chromium.PersonAsync(Screen(null));
        var page = await atPortal.NewPageAsync();
        var wire = new Wire(page);
        var portal = await OpenPortal(page, article);
        var bare = await OpenBarePage(await atBarePage.NewPageAsync(), ChineseArticle.Body(size));

        // Both sides compile what is used often, the server in the background after some hundred calls: it is days old when people type.
        for (var round = 0; round < WarmUpRounds; round++)
        {
            await Press(portal, bare, Keys);
        }
        await Task.WhenAll(portal.Forget(), bare.Forget());
        var before = wire.Bytes;
        await Press(portal, bare, Keys);
        var after = wire.Bytes;
        await Task.WhenAll(portal.End(), bare.End());

        var (up, down) = ((after.Up - before.Up) / Keys.Length, (after.Down - before.Down) / Keys.Length);
        return $"| {size} KB | {Said(portal.Previews)} | {Said(bare.Previews)} | {Ratio(portal.Previews, bare.Previews)} "
            + $"| {Said(portal.Paints)} | {Said(bare.Paints)} | {Ratio(portal.Paints, bare.Paints)} "
            + $"| {portal.NextFrames} and {bare.NextFrames} of {Keys.Length} | {portal.LongTasks} and {bare.LongTasks} | {up} / {down} |";
    }

    private static BrowserNewContextOptions Screen(string? address) => new() { BaseURL = address, Locale = "en-US", ViewportSize = new() { Width = 1600, Height = 1000 } };

    private static async Task<MeasuredPage> OpenPortal(IPage page, int article)
    {
        await page.GotoAsync("/account/sign-in");
        await page.GetByLabel("Email").FillAsync(Email);
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/");
        await page.GotoAsync($"/articles/{article}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start correction" }).ClickAsync();
        await page.Locator("[data-host=text] .cm-content:not([aria-readonly=true])").WaitForAsync();
        await page.Locator("[data-host=preview] .content p").First.WaitForAsync();
        var measured = new MeasuredPage(page);
        await measured.Begin("[data-host=preview]");
        return measured;
    }

    private static async Task<MeasuredPage> OpenBarePage(IPage page, string body)
    {
        // Any address will do: its files come from here.
        const string site = "http://bare.example/";
        await page.RouteAsync(site + "*", route => route.FulfillAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "page", new Uri(route.Request.Url).Segments[^1]) }));
        await page.GotoAsync(site + "baseline.html");
        await page.WaitForFunctionAsync("() => window.openBaseline");
        await page.EvaluateAsync("body => { openBaseline(body); }", body);
        var measured = new MeasuredPage(page);
        await measured.Begin("#preview");
        return measured;
    }

    private static async Task Press(MeasuredPage portal, MeasuredPage bare, string keys)
    {
        foreach (var key in keys.Select(key => key.ToString()))
        {
            await portal.Press(key);
            await Task.Delay(Pace);
            await bare.Press(key);
            await Task.Delay(Pace);
        }
    }

    private static string Said(List<double> times) => FormattableString.Invariant($"{At(times, 0.5):0.0} / {At(times, 0.95):0.0}");

    private static string Ratio(List<double> one, List<double> other) => FormattableString.Invariant($"{At(one, 0.5) / At(other, 0.5):0.00}");

    private static double At(List<double> times, double share) => times.Order().ElementAt((int)Math.Round(share * (times.Count - 1)));
}
