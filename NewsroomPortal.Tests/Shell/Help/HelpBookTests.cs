using NewsroomPortal.Foundation.Language;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Shell.Help;

public sealed class HelpBookTests
{
    [Fact]
    public async Task Every_topic_is_there_in_both_languages_and_every_link_in_it_leads_somewhere()
    {
        await using var portal = new PortalFactory();
        foreach (var language in Words.Languages)
        {
            var browser = portal.Browser();
            browser.DefaultRequestHeaders.Remove("Accept-Language");
            browser.DefaultRequestHeaders.Add("Accept-Language", language);
            var topics = (await browser.Page("/help")).QuerySelectorAll("main nav a").Select(link => link.GetAttribute("href")!).ToList();
            Assert.Equal(9, topics.Count);
            foreach (var topic in topics)
            {
                var page = await browser.Page("/" + topic);
                Assert.Single(page.QuerySelectorAll("h1"));
                Assert.True(page.QuerySelector("article")!.TextContent.Length > 200, $"{topic} in {language} is hardly written.");
                Assert.All(page.QuerySelectorAll("article a"), link => Assert.Contains(link.GetAttribute("href")!.TrimStart('/'), topics));
            }
        }
    }

    [Fact]
    public async Task An_unknown_topic_is_no_page()
    {
        await using var portal = new PortalFactory();

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await portal.Browser().GetAsync("/help/nonsense", TestContext.Current.CancellationToken)).StatusCode);
    }
}
