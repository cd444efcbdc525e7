using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using NewsroomPortal.Features.Desk.History;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Tests.Features.Articles;
using static NewsroomPortal.Tests.Features.Articles.StaffedNewsroom;

namespace NewsroomPortal.Tests.Features.Desk.History;

public sealed class HistoryPanelTests : PageTests
{
    [Fact]
    public async Task Shows_the_newest_change_first_with_who_wrote_it_and_the_line_of_the_caret()
    {
        var id = await Story();
        var panel = await Show(Lok, id);
        panel.WaitForAssertion(() => Assert.Equal("What changed from version 5 to version 6", panel.Find(".told").TextContent));
        panel.WaitForAssertion(() => Assert.Contains("Wong Lok, 2026-03-02 09:06", panel.Find(".tools").TextContent, StringComparison.Ordinal));
        Assert.Equal("Removed: 七Added: 八", string.Concat(panel.FindAll(".passage > *").Where(piece => piece.LocalName != "span").Select(piece => piece.TextContent)));
        panel.WaitForAssertion(() => Assert.StartsWith("Line 2: Chan Mei, 2026-03-02 09:00; Wong Lok, 2026-03-02 09:06", Squeeze(panel.Find(".line")), StringComparison.Ordinal));
        Assert.Equal(["Wong Lok +1 −1", "Chan Mei +38 −0", "Created Chan Mei"], panel.FindAll("ol button").Take(3).Select(button => Squeeze(button).Split(" 2026")[0]));
        Assert.True(Button(panel, "Restore version 6").HasAttribute("disabled"));
    }

    [Fact]
    public async Task The_slider_goes_to_any_version_and_comes_to_rest_on_the_last_one_asked_for()
    {
        var id = await Story();
        var panel = await Show(Lok, id);
        panel.WaitForElement(".told");
        var moves = Enumerable.Range(1, 5).Select(version => Slide(panel, version)).ToList();
        await Task.WhenAll(moves);
        panel.WaitForAssertion(() => Assert.Matches("^Version 5 of 6: Chan Mei, ", panel.Find("input[type=range]").GetAttribute("aria-valuetext")));
        panel.WaitForAssertion(() => Assert.Contains("version 5", panel.Find(".told").TextContent, StringComparison.Ordinal));
        Assert.False(Button(panel, "Restore version 5").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Any_two_versions_are_compared_and_a_passage_comes_back()
    {
        var id = await Story();
        var panel = await Show(Lok, id);
        panel.WaitForElement(".told");
        await panel.InvokeAsync(() => panel.Find("select").ChangeAsync(new ChangeEventArgs { Value = "1" }));
        panel.WaitForAssertion(() => Assert.Equal("What changed from version 1 to version 6", panel.Find(".told").TextContent));
        Assert.Equal(["title", "categories"], panel.FindAll("dt").Select(field => field.TextContent));

        await panel.InvokeAsync(() => panel.Find("select").ChangeAsync(new ChangeEventArgs { Value = "" }));
        panel.WaitForAssertion(() => Assert.Equal("What changed from version 5 to version 6", panel.Find(".told").TextContent));
        await panel.InvokeAsync(() => panel.Find("[aria-label='Restore this passage (number 1)']").ClickAsync(new()));
        Assert.Contains("今早七時", (await Newsroom.Text(id)).Text, StringComparison.Ordinal);
        Assert.Equal(7, await Newsroom.Head(id));
    }

    [Fact]
    public async Task The_whole_is_not_restored_while_something_typed_is_not_saved()
    {
        var id = await Story();
        var panel = await Show(Lok, id, settled: null);
        panel.WaitForElement(".told");
        await Slide(panel, 1);
        await panel.InvokeAsync(() => Button(panel, "Restore version 1").ClickAsync(new()));
        Assert.Equal(6, await Newsroom.Head(id));
    }

    [Fact]
    public async Task Who_may_not_write_sees_all_and_restores_nothing()
    {
        var id = await Story();
        var panel = await Show(Kit, id, whyNot: new Refusal("articles.who.itsOrEditor"));
        panel.WaitForElement(".tools");
        var buttons = panel.FindAll("button").Where(button => Squeeze(button).StartsWith("Restore", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, buttons.Count);
        Assert.All(buttons, button => Assert.True(button.HasAttribute("disabled") && button.GetAttribute("title") == "Only the journalist of this article or an editor may do this now."));
    }

    /// <summary>Mei's draft of five changes, and Lok's correction of one word six minutes later.</summary>
    private async Task<long> Story()
    {
        var id = await Newsroom.Draft();
        await Newsroom.Append(id, Mei, "列車服務今晚暫停。\n");
        Newsroom.House.Clock.Advance(TimeSpan.FromMinutes(6));
        await Newsroom.Replace(id, Lok, "今早七時", "今早八時");
        return id;
    }

    private async Task<IRenderedComponent<HistoryPanel>> Show(Actor who, long id, int? settled = 6, Refusal? whyNot = null)
    {
        var head = await Newsroom.Head(id);
        return As(who).Show<HistoryPanel>(panel => panel.Add(p => p.ArticleId, id).Add(p => p.Version, head).Add(p => p.IsShown, true).Add(p => p.WhyNot, whyNot)
            .Add(p => p.Settle, () => Task.FromResult(settled)).Add(p => p.CaretLine, () => Task.FromResult<int?>(2)));
    }

    private static Task Slide(IRenderedComponent<HistoryPanel> panel, int version) => panel.InvokeAsync(() =>
        panel.Find("input[type=range]").InputAsync(new ChangeEventArgs { Value = version.ToString(CultureInfo.InvariantCulture) }));

    private static IElement Button(IRenderedComponent<HistoryPanel> panel, string name) => panel.FindAll("button").Single(button => Squeeze(button) == name);

    private static string Squeeze(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
