using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Settings;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Shell;

/// <summary>What every page has, and who comes to it.</summary>
public sealed class FrameTests(FrameTests.Newsroom newsroom) : IClassFixture<FrameTests.Newsroom>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/people")]
    [InlineData("/no/such/page")]
    public async Task Every_answer_tells_the_browser_to_be_careful(string page)
    {
        var answer = await newsroom.Admin.GetAsync(page, Cancel);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task No_page_has_a_script_that_the_policy_forbids()
    {
        foreach (var page in new[] { "/account/sign-in", "/people", "/settings", "/help" })
        {
            var document = await newsroom.Admin.Page(page);
            Assert.All(document.Scripts, script => Assert.True(script.Source?.Contains("//", StringComparison.Ordinal) == false, $"{page}: {script.OuterHtml}"));
            Assert.DoesNotContain(document.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Only_the_doors_are_open_to_strangers()
    {
        var open = newsroom.Portal.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(route => !route.Contains('.', StringComparison.Ordinal))
            .ToHashSet();
        // A built preview's frame sends no cookie: the key in its address is what lets it in.
        Assert.Subset(
            new HashSet<string> { "/true-preview/{key}/{**path}", "/setup", "/account/sign-in", "/account/sign-out", "/invitation", "/language", "/help", "/help/{Topic}", "/not-found", "/problem/{Status:int}" },
            open);

        var stranger = newsroom.Portal.Browser();
        foreach (var page in new[] { "/", "/people", "/settings", "/articles/1", "/no/such/page" })
        {
            Assert.StartsWith("/account/sign-in", (await stranger.GetAsync(page, Cancel)).Headers.Location?.PathAndQuery ?? "", StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/_blazor/negotiate?negotiateVersion=1")]
    [InlineData("/hubs/anything")]
    [InlineData("/articles/1/text")]
    public async Task Scripts_of_strangers_get_a_bare_401(string address)
    {
        var stranger = newsroom.Portal.CreateClient(new() { AllowAutoRedirect = false });

        var answer = await stranger.PostAsync(address, null, Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Theory]
    [InlineData("https://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost", HttpStatusCode.OK)]
    public async Task Another_sites_page_cannot_use_the_circuit(string origin, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1") { Headers = { { "Origin", origin } } };

        Assert.Equal(expected, (await newsroom.Admin.SendAsync(request, Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("zh-TW,zh;q=0.9,en;q=0.8", "zh-HK")]
    [InlineData("en-GB", "en")]
    [InlineData("fr,en-US;q=0.7", "en")]
    [InlineData("fr", "zh-HK")]
    public async Task Speaks_the_browsers_language_until_switched(string accepted, string language)
    {
        var browser = newsroom.Portal.Browser();
        browser.DefaultRequestHeaders.Remove("Accept-Language");
        browser.DefaultRequestHeaders.Add("Accept-Language", accepted);
        var page = await browser.Page("/account/sign-in");
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(language == "en" ? "Sign in" : "登入", page.QuerySelector("h1")?.TextContent);

        browser.DefaultRequestHeaders.Referrer = new Uri("http://localhost/help/people?x=1");
        var other = language == "en" ? "zh-HK" : "en";
        var switched = await browser.GetAsync($"/language?to={other}", Cancel);
        Assert.Equal("/help/people?x=1", switched.Headers.Location?.OriginalString);
        Assert.Equal(other, (await browser.Page("/account/sign-in")).DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Going_back_from_the_language_never_leaves_the_site()
    {
        var browser = newsroom.Portal.Browser();
        browser.DefaultRequestHeaders.Referrer = new Uri("https://elsewhere.example/help");

        Assert.Equal("/", (await browser.GetAsync("/language?to=en", Cancel)).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task The_rail_shows_each_page_only_to_whom_it_serves()
    {
        Assert.Equal(["/", "/articles", "/import", "/taxonomy", "/people", "/settings", "/help"], await Rail(newsroom.Admin));
        Assert.Equal(["/", "/articles", "/help"], await Rail(newsroom.Journalist));
        Assert.Empty(await Rail(newsroom.Portal.Browser()));
    }

    [Theory]
    [InlineData("/people")]
    [InlineData("/settings")]
    public async Task Pages_of_admins_are_forbidden_to_others(string page) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await newsroom.Journalist.GetAsync(page, Cancel)).StatusCode);

    [Fact]
    public async Task An_unknown_page_says_so_with_its_status()
    {
        var answer = await newsroom.Admin.GetAsync("/no/such/page", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is no such page", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("css/portal.css")]
    [InlineData("_content/MudBlazor/MudBlazor.min.css")]
    [InlineData("_framework/blazor.web.js")]
    [InlineData("Shell/MainLayout.razor.js")]
    [InlineData("NewsroomPortal.styles.css")]
    public async Task Static_files_are_served_to_everybody_and_may_be_kept(string file)
    {
        var answer = await newsroom.Portal.CreateClient().GetAsync(file, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.CacheControl!.NoStore);
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Fact]
    public async Task The_settings_in_force_are_listed_for_admins()
    {
        var page = await newsroom.Admin.GetStringAsync("/settings", Cancel);
        Assert.Contains("Asia/Hong_Kong", page, StringComparison.Ordinal);
        Assert.All(typeof(NewsroomSettings).GetProperties().Where(setting => setting.CanWrite).Select(setting => setting.Name), name => Assert.Contains($"<code>{name}</code>", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_read_from_the_site_is_shown_with_what_is_wrong_in_it()
    {
        await using var portal = new PortalFactory();
        var admin = await portal.SignedIn(await portal.Add("Mei", Role.Admin));
        var folder = portal.Services.GetRequiredService<CurrentSite>().Folder;
        await File.WriteAllTextAsync(Path.Combine(folder, "hugo.toml"), "timeZone = \"Moon/Tycho\"\n[markup.goldmark.extensions]\ntypographer = false\n[taxonomies]\ndesk = \"desks\"\n", Cancel);

        var (alerts, values) = SiteOn(await admin.Page("/settings"));
        Assert.Contains(alerts, alert => alert.Contains("Moon/Tycho", StringComparison.Ordinal));
        Assert.Contains("hugo.toml", values);
        Assert.Contains("desks", values);
        Assert.Contains("extensions.typographer = false", values);

        // What was read last stays in force.
        Directory.CreateDirectory(Path.Combine(folder, "config", "_default"));
        await File.WriteAllTextAsync(Path.Combine(folder, "config", "_default", "params.yaml"), "a: 1\nb: c: d\n", Cancel);
        (alerts, values) = SiteOn(await admin.Page("/settings"));
        Assert.Contains(alerts, alert => alert.Contains("config/_default/params.yaml", StringComparison.Ordinal) && alert.Contains(" 2:", StringComparison.Ordinal));
        Assert.Contains("hugo.toml, config/_default/params.yaml", values);
        Assert.Contains("desks", values);
    }

    private static (List<string> Alerts, List<string> Values) SiteOn(IHtmlDocument page) => (
        [.. page.QuerySelectorAll("[role=alert]").Select(alert => alert.TextContent)],
        [.. page.QuerySelectorAll("section[aria-labelledby=site-settings] td").Select(value => value.TextContent)]);

    private static async Task<IEnumerable<string?>> Rail(HttpClient browser) =>
        (await browser.Page("/help")).QuerySelectorAll("#rail a").Select(link => link.GetAttribute("href"));

    /// <summary>One portal for all of these: none of them changes it.</summary>
    public sealed class Newsroom : IAsyncLifetime
    {
        public PortalFactory Portal { get; } = new();

        public HttpClient Admin { get; private set; } = null!;

        public HttpClient Journalist { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Admin = await Portal.SignedIn(await Portal.Add("Mei", Role.Admin));
            Journalist = await Portal.SignedIn(await Portal.Add("Kit", Role.Journalist));
        }

        public ValueTask DisposeAsync() => Portal.DisposeAsync();
    }
}
