using System.Text.Json;
using Microsoft.Playwright;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.People;
using NewsroomPortal.Features.Taxonomy;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace NewsroomPortal.Tests.Browser;

/// <summary>Known attacks on pages, put wherever a text of people's comes to the screen, in a real browser.</summary>
[Collection(BrowserTests.Name)]
public sealed class HostileTextTests(Chromium chromium) : IAsyncDisposable
{
    private const string Own = "<script>alert(1)</script><img src=x onerror=alert(2)>\"><svg onload=alert(3)>";

    private readonly PortalFactory _portal = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public Task Nothing_in_a_text_runs() => Try([Own, "[a](javascript:alert(4))", "<a href=\"javascript:alert(5)\">b</a>", "<iframe srcdoc=\"<script>parent.alert(6)</script>\"></iframe>"]);

    [Fact]
    public Task Nothing_of_the_known_attacks_runs()
    {
        var known = File.ReadLines(SharedFolder.Require("material", "xss", "payloads.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("payload").GetString()!).ToList();
        return Try([.. known.Where((_, at) => at % 12 == 0)]);
    }

    [Fact]
    public async Task An_attack_that_came_through_would_be_noticed()
    {
        await using var victim = await Colleague.Arrive(chromium, _portal.Serve());
        await victim.Page.GotoAsync("/account/sign-in");

        await victim.Page.RunAndWaitForConsoleMessageAsync(
            () => victim.Page.EvaluateAsync("() => document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=alert(1)>')"),
            new() { Predicate = message => message.Text.Contains("inline event handler", StringComparison.Ordinal) });

        Assert.NotEmpty(victim.Troubles);
    }

    private async Task Try(IReadOnlyList<string> attacks)
    {
        var address = _portal.Serve();
        var lines = attacks.Select(attack => attack.ReplaceLineEndings(" ").Trim()).Where(line => line.Length is > 0 and < 100).Distinct().ToList();
        var all = await _portal.Add("All", Role.Journalist | Role.Editor | Role.Admin);
        await _portal.Get<PeopleRegister>().Add(Actor.Portal, lines[0], "hostile@example.hk", PortalFactory.Password, Role.Journalist);
        foreach (var name in lines)
        {
            await _portal.Get<TermShelf>().Create(all.AsActor(), TermKind.Tag, name, Cancel);
        }
        var ids = new List<long>();
        foreach (var slice in attacks.Chunk(40))
        {
            ids.Add(await Article(all.AsActor(), lines[ids.Count % lines.Count], slice));
        }

        await using var victim = await Colleague.Arrive(chromium, address);
        var fetched = new List<string>();
        victim.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address, StringComparison.Ordinal) && new Uri(request.Url).Scheme is "http" or "https" && request.ResourceType != "image")
            {
                lock (fetched)
                {
                    fetched.Add($"{request.ResourceType} {request.Url}");
                }
            }
        };
        await victim.SignIn("All@example.hk");
        foreach (var page in new[] { "/", "/articles", "/taxonomy", "/people" })
        {
            await victim.Page.GotoAsync(page);
            await Expect(victim.Page.Locator("main h1")).ToBeVisibleAsync();
            await victim.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        }
        foreach (var id in ids)
        {
            var screen = await victim.Open(id);
            await Expect(screen.Preview).ToContainTextAsync("最後一段");
            await Press(victim.Page);
            Assert.Equal(0, await screen.Preview.Locator("script, iframe, object, embed, form, base, meta, link, style, [href^='javascript:' i], [src^='javascript:' i]").CountAsync());
        }
        Assert.Empty(victim.Troubles);
        Assert.Empty(fetched);
    }

    private async Task<long> Article(Actor who, string line, IEnumerable<string> attacks)
    {
        var authority = _portal.Get<Authority>();
        var id = (await _portal.Get<ArticleShelf>().Create(who, Cancel)).Value;
        var outcome = await authority.Act(id, who, turn =>
        {
            foreach (var key in new[] { "title", "lead", "summary", "thumbnail", "menu", "sidebar" })
            {
                turn.Change(FrontMatter.Read(turn.Text.Text).Set(key, new FieldValue.Text(line)).Change!);
            }
            turn.Change(FrontMatter.Read(turn.Text.Text).Set("categories", new FieldValue.Items([line])).Change!);
            var text = turn.Text.Text;
            turn.Change(TextDiff.Between(text, text + string.Join("\n\n", attacks) + "\n\n-->\n\n最後一段\n"));
            return Task.FromResult(Outcome.Done);
        }, Cancel);
        Assert.True(outcome.IsDone, outcome.ToString());
        return id;
    }

    /// <summary>What waits for a hand on it gets one: everything in the preview hears a click, a pointer and the focus.</summary>
    private static async Task Press(IPage page) => await page.EvaluateAsync(
        """
        () => {
          const preview = document.querySelector("[data-host=preview]");
          preview.addEventListener("click", event => event.target.closest("a") && !event.target.closest("a").href.startsWith("javascript:") && event.preventDefault());
          for (const element of preview.querySelectorAll("*")) {
            for (const name of ["mouseover", "mouseenter", "pointerover", "focus", "focusin", "click"]) element.dispatchEvent(new MouseEvent(name, { bubbles: true, cancelable: true }));
          }
        }
        """);
}
