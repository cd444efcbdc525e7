using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Playwright;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.People;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Benchmarks.Load;

/// <summary>
/// Opens an article in a browser, types a letter and leaves, many times, in the portal inside this process: what lives after each tenth of them, when
/// nobody is there. The references that pages hold into circuits live in the circuits' heaps: where no circuit is left and the heap is flat, none is.
/// </summary>
internal static class CyclesRun
{
    private const int Looks = 10;
    private const double MostGrowth = 0.05;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task Run(int cycles)
    {
        await using var portal = new PortalFactory();
        var address = portal.Serve();
        using var gauges = new LiveGauges(portal.Get<IMeterFactory>());
        var person = await portal.Add("Mei", Role.Journalist);
        var article = (await portal.Get<ArticleShelf>().Create(person.AsActor())).Value;
        await using var chromium = new Chromium();
        await using var computer = await chromium.PersonAsync(new() { BaseURL = address, Locale = "en-US", ViewportSize = new() { Width = 1600, Height = 1000 } });
        var page = await computer.NewPageAsync();
        await SignIn(page, person);

        Console.WriteLine("| cycles | seconds | circuits begun, living | pages | previews | watchers | heap, MB |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        var heaps = new List<double>();
        var watch = Stopwatch.StartNew();
        for (var cycle = 1; cycle <= cycles; cycle++)
        {
            await OpenTypeLeave(page, article);
            if (cycle % Math.Max(1, cycles / Looks) == 0)
            {
                using var late = new CancellationTokenSource(Patience);
                await gauges.Left(late.Token);
                heaps.Add(Heap());
                Console.WriteLine(FormattableString.Invariant(
                    $"| {cycle} | {watch.Elapsed.TotalSeconds:0} | {gauges.CircuitsBegun}, 0 | {gauges["pages"]} | {gauges["previews"]} | {gauges["watchers"]} | {heaps[^1]:0.0} |"));
            }
        }
        // The first looks still hold what is compiled and cached once.
        var growth = (heaps[^1] / heaps[heaps.Count / 2]) - 1;
        Console.WriteLine(FormattableString.Invariant($"The heap grew by {growth * 100:0.0} % in the second half."));
        Environment.ExitCode = growth < MostGrowth ? 0 : 1;
    }

    private static async Task SignIn(IPage page, Person person)
    {
        await page.GotoAsync("/account/sign-in");
        await page.Locator("[name='Form.Email']").FillAsync(person.Email!);
        await page.Locator("[name='Form.Password']").FillAsync(PortalFactory.Password);
        await page.Locator("form[method=post] button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/");
    }

    private static async Task OpenTypeLeave(IPage page, long article)
    {
        await page.GotoAsync($"/articles/{article}");
        await page.WaitForFunctionAsync("id => window.newsroom?.desks.get(id)", article);
        await page.Locator("[data-host=text] .cm-content").FocusAsync();
        await page.Keyboard.InsertTextAsync("字");
        await page.EvaluateAsync("id => newsroom.desks.get(id).settle()", article);
        await page.GotoAsync("about:blank");
    }

    /// <summary>What lives, in megabytes.</summary>
    private static double Heap()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: true) / 1e6;
    }
}
