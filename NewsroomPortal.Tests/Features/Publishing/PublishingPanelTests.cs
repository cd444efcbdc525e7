using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Tests.Features.Articles;
using static NewsroomPortal.Tests.Features.Articles.StaffedNewsroom;

namespace NewsroomPortal.Tests.Features.Publishing;

public sealed class PublishingPanelTests : PageTests
{
    private const string Path = "content/post/2026/03/20260302-1.md";

    [Fact]
    public async Task Names_the_file_before_the_first_publish()
    {
        var id = await Newsroom.Draft();
        var panel = Show(Mei, id);
        Assert.Equal(Path, panel.Find("dd").TextContent);
        await panel.Find("#slug").ChangeAsync(new ChangeEventArgs { Value = "mtr" });
        await panel.Find("form").SubmitAsync(new());
        Assert.Equal("content/post/2026/03/mtr.md", panel.Find("dd").TextContent);
        Assert.Equal("mtr", (await Newsroom.Article(id)).Slug);
        Assert.True(Show(Kit, id).Find("#slug").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Shows_the_difference_of_a_file_changed_on_the_disk_and_takes_it_in()
    {
        var id = await Newsroom.Published();
        Assert.Contains("holds what was published", Show(Lok, id).Markup, StringComparison.Ordinal);
        Newsroom.PutOnDisk(Path, (await Newsroom.Text(id)).Text.Replace("今早七時", "今晨六時", StringComparison.Ordinal));

        Assert.DoesNotContain(Show(Mei, id).FindAll("button"), button => button.TextContent.Contains("Take the text", StringComparison.Ordinal));
        var panel = Show(Lok, id);
        Assert.Equal("Removed: 早七", panel.Find("del").TextContent);
        Assert.Equal("Added: 晨六", panel.Find("ins").TextContent);
        await Button(panel, "Take the text on the disk into the article").ClickAsync(new());
        Assert.Contains("今晨六時", (await Newsroom.Text(id)).Text, StringComparison.Ordinal);
        Assert.Contains("holds what was published", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follows_what_others_do_while_it_is_open()
    {
        var id = await Newsroom.Approved();
        var panel = Show(Lok, id);
        Assert.NotEmpty(panel.FindAll("#slug"));
        await Done(Newsroom.Publisher.Publish(Fan, id, await Newsroom.Head(id)));
        panel.WaitForAssertion(() => Assert.Contains("holds what was published", panel.Markup, StringComparison.Ordinal));
        Assert.Empty(panel.FindAll("#slug"));
    }

    [Fact]
    public async Task Asks_before_it_puts_the_published_version_over_another_file()
    {
        var id = await Newsroom.Published();
        Newsroom.PutOnDisk(Path, "theirs");
        var panel = Show(Lok, id);
        var asked = Button(panel, "Put the published version back").ClickAsync(new());
        Bench.Dialogs.WaitForAssertion(() => Assert.Contains("cannot be brought back", Bench.Dialogs.Markup, StringComparison.Ordinal));
        Assert.Equal("theirs"u8.ToArray(), Newsroom.OnDisk(Path)!);
        await Bench.Dialogs.FindAll("button").Single(button => button.TextContent.Contains("Put the published", StringComparison.Ordinal)).ClickAsync(new());
        await asked;
        Assert.NotEqual("theirs"u8.ToArray(), Newsroom.OnDisk(Path)!);
    }

    private IRenderedComponent<PublishingPanel> Show(Actor who, long id) => As(who).Show<PublishingPanel>(panel => panel.Add(p => p.ArticleId, id));

    private static IElement Button(IRenderedComponent<PublishingPanel> panel, string name) =>
        panel.FindAll("button").Single(button => button.TextContent.Trim() == name);
}
