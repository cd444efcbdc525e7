using Microsoft.Playwright;
using NewsroomPortal.Features.People;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Shell;

/// <summary>The frame in a real browser: what scripts, circuits and style sheets do.</summary>
public sealed class FrameBrowserTests(Chromium chromium) : IAsyncLifetime
{
    private readonly PortalFactory _portal = new();
    private string _address = "";
    private Person _mei = null!;

    public async ValueTask InitializeAsync()
    {
        _address = _portal.Serve();
        _mei = await _portal.Add("Mei", Role.Admin);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task The_page_of_whoever_is_disabled_ends_by_itself()
    {
        var kit = await _portal.Add("Kit", Role.Admin);
        await using var person = await chromium.PersonAsync();
        var page = await Open(person, kit, "/people");

        await _portal.Get<PeopleRegister>().Disable(_mei.AsActor(), kit.Id);

        await page.WaitForURLAsync("**/account/sign-in?returnUrl=%2Fpeople");
    }

    [Fact]
    public async Task The_other_tabs_of_whoever_signs_out_end_by_themselves()
    {
        await using var person = await chromium.PersonAsync();
        var page = await Open(person, _mei, "/people");
        var other = await person.NewPageAsync();
        await other.GotoAsync(_address + "/help");

        await other.GetByLabel("Account: Mei").ClickAsync();
        await other.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await page.WaitForURLAsync("**/account/sign-in?returnUrl=%2Fpeople");
    }

    [Fact]
    public async Task The_theme_begins_as_the_system_has_it_and_is_kept_when_switched()
    {
        await using var person = await chromium.PersonAsync(new() { Locale = "en-GB", ColorScheme = ColorScheme.Dark });
        var page = await person.NewPageAsync();
        await page.GotoAsync(_address + "/help");
        Assert.Equal("dark", await Theme(page));

        await page.GetByRole(AriaRole.Button, new() { Name = "Switch between light and dark" }).ClickAsync();
        Assert.Equal("light", await Theme(page));

        await page.ReloadAsync();
        Assert.Equal("light", await Theme(page));
    }

    [Fact]
    public async Task The_language_is_switched_for_the_page_and_for_what_its_circuit_adds()
    {
        await using var person = await chromium.PersonAsync();
        var page = await Open(person, _mei, "/people");

        await page.GetByRole(AriaRole.Button, new() { Name = "Switch to Chinese 中文" }).ClickAsync();

        await page.GetByRole(AriaRole.Heading, new() { Name = "人員", Level = 1 }).WaitForAsync();
        Assert.EndsWith("/people", page.Url, StringComparison.Ordinal);
        await Live(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "邀請同事" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog, new() { Name = "邀請同事" }).WaitForAsync();
    }

    [Fact]
    public async Task On_a_narrow_screen_the_rail_is_a_drawer_that_works_by_keyboard()
    {
        await using var person = await chromium.PersonAsync(new() { Locale = "en-GB", ViewportSize = new() { Width = 390, Height = 800 } });
        var page = await Open(person, _mei, "/help");
        var menu = page.GetByRole(AriaRole.Button, new() { Name = "Menu" });
        var desk = page.GetByRole(AriaRole.Link, new() { Name = "Desk", Exact = true });
        Assert.False(await desk.IsVisibleAsync());
        Assert.Equal("false", await menu.GetAttributeAsync("aria-expanded"));

        await menu.PressAsync("Enter");
        await Assertions.Expect(desk).ToBeFocusedAsync();
        Assert.Equal("true", await menu.GetAttributeAsync("aria-expanded"));

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(menu).ToBeFocusedAsync();
        Assert.False(await desk.IsVisibleAsync());
    }

    [Fact]
    public async Task The_skip_link_leads_into_the_content()
    {
        await using var person = await chromium.PersonAsync();
        var page = await person.NewPageAsync();
        await page.GotoAsync(_address + "/help/settings");

        // Blazor puts the focus on the heading when it has started; before that the focus cannot be moved for good.
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" }).PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
        Assert.EndsWith("/help/settings", page.Url, StringComparison.Ordinal);
    }

    private async Task<IPage> Open(IBrowserContext person, Person who, string path)
    {
        var page = await person.NewPageAsync();
        await page.GotoAsync($"{_address}/account/sign-in?returnUrl={Uri.EscapeDataString(path)}");
        await page.GetByLabel("Email").FillAsync(who.Email!);
        await page.GetByLabel("Password").FillAsync(PortalFactory.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync(_address + path);
        await Live(page);
        return page;
    }

    /// <summary>Until the controls of the page answer.</summary>
    private static Task Live(IPage page) => page.Locator("main:not([aria-busy])").WaitForAsync();

    private static Task<string?> Theme(IPage page) => page.EvaluateAsync<string?>("document.documentElement.dataset.theme");
}
