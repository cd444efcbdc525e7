using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Desk;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Foundation.Language;

namespace NewsroomPortal.Tests.Features.Desk;

public sealed class DeskPartsTests : IAsyncLifetime
{
    private readonly BunitContext _page = new();

    public DeskPartsTests()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        _page.JSInterop.Mode = JSRuntimeMode.Loose;
        _page.Services.AddMudServices();
        _page.Services.AddSingleton<Words>();
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _page.DisposeAsync();

    [Fact]
    public void Every_button_of_the_toolbar_has_a_name_and_sends_its_command()
    {
        var sent = new List<string>();
        var toolbar = _page.Render<EditorToolbar>(bar => bar.Add(b => b.Command, EventCallback.Factory.Create<string>(this, sent.Add)));
        string[] names = ["Bold", "Italic", "Link", "Image", "Heading", "List", "Quote", "Table", "Code", "Undo", "Redo"];
        Assert.Equal(names, toolbar.FindAll("button").Select(button => button.GetAttribute("aria-label")));
        foreach (var name in names)
        {
            toolbar.Find($"button[aria-label={name}]").Click();
        }
        Assert.Equal(names.Select(name => name.ToLowerInvariant()), sent);
    }

    [Fact]
    public void The_toolbar_of_a_text_that_cannot_be_changed_is_disabled() =>
        Assert.All(_page.Render<EditorToolbar>(bar => bar.Add(b => b.IsReadOnly, true)).FindAll("button"), button => Assert.True(button.HasAttribute("disabled")));

    [Fact]
    public void What_cannot_be_done_now_is_listed_with_its_reason()
    {
        var article = new Article { Id = 1, Path = "a.md", PathKey = "a.md", OwnerId = "mei", Working = WorkingState.InReview };
        var mei = new Actor("mei", "陳美", Role.Journalist);
        var list = _page.Render<NotNow>(l => l.Add(n => n.Offers, ReviewRules.Offers(mei, article, head: 3)));
        var reasons = list.FindAll("dt").Select(act => act.TextContent).Zip(list.FindAll("dd").Select(why => why.TextContent)).ToDictionary();
        Assert.Equal("Only an editor may do this.", reasons["Approve"]);
        Assert.DoesNotContain("Withdraw", reasons.Keys);
        Assert.Equal("why-approve", list.FindAll("dd").Single(why => why.TextContent == reasons["Approve"] && why.Id == "why-approve").Id);
    }

    [Fact]
    public async Task A_reason_is_asked_until_it_is_given()
    {
        var provider = _page.Render<MudDialogProvider>();
        var dialogs = _page.Services.GetRequiredService<IDialogService>();
        var parameters = new DialogParameters<ReasonDialog> { { dialog => dialog.Act, "withhold" } };
        var dialog = await provider.InvokeAsync(() => dialogs.ShowAsync<ReasonDialog>(null, parameters));

        provider.FindAll("button").Single(button => button.TextContent.Trim() == "Withhold").Click();
        Assert.Equal("Give a reason.", provider.Find("[role=alert]").TextContent);
        Assert.False(dialog.Result.IsCompleted);

        provider.Find("textarea").Change(" 內容有誤 ");
        provider.FindAll("button").Single(button => button.TextContent.Trim() == "Withhold").Click();
        Assert.Equal("內容有誤", (await dialog.Result)?.Data);
    }

    [Fact]
    public async Task What_others_changed_since_somebody_looked_is_shown_with_both_versions()
    {
        var provider = _page.Render<MudDialogProvider>();
        var shape = new FileShape(Bom: false, "\n");
        var parameters = new DialogParameters<DifferenceDialog>
        {
            { dialog => dialog.Seen, new DocumentText(1, 4, "首段。\n\n舊句。\n", shape) },
            { dialog => dialog.Newest, new DocumentText(1, 6, "首段。\n\n新句。\n", shape) },
        };
        await provider.InvokeAsync(() => _page.Services.GetRequiredService<IDialogService>().ShowAsync<DifferenceDialog>(null, parameters));
        Assert.Contains("You saw version 4; it is now version 6", provider.Find(".mud-dialog-content").TextContent, StringComparison.Ordinal);
        Assert.Equal("Removed: 舊", provider.Find("del").TextContent);
        Assert.Equal("Added: 新", provider.Find("ins").TextContent);
    }

    [Theory]
    [InlineData("details", "text", "details", "text")]
    [InlineData("ledger", "shelf", "details", "text")]
    [InlineData("history", "side", "history", "side")]
    [InlineData("publishing", "side", "publishing", "side")]
    public void A_layout_of_an_older_portal_falls_back(string panel, string tab, string panelNow, string tabNow) =>
        Assert.Equal(new DeskLayout(Panel: panelNow, Tab: tabNow), new DeskLayout(Panel: panel, Tab: tab).Known());
}
