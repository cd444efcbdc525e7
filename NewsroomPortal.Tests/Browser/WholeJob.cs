using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NewsroomPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace NewsroomPortal.Tests.Browser;

/// <summary>A newsroom's first article, from the first start of the program to the file in the site folder; done once, for all who ask.</summary>
public sealed partial class WholeJob : IAsyncDisposable
{
    public const string Title = "碼頭夜渡新航線　下月試辦";
    public const string Lead = "往返兩岸的夜船班次由兩班增至五班。";
    public const string FirstParagraph = "渡輪公司昨日宣布，下月一日起試辦碼頭夜渡新航線，詳情可參閱[公司網頁](https://ferry.example.hk/night?line=7&lang=zh)。";
    public const string Picture = "[![](https://pictures.example.hk/2026/ferry_620.jpg)](https://pictures.example.hk/2026/ferry.jpg)";
    public const string LeadIn = "**每晚加開三班　成人票價十八元**";
    public const string Mended = "試辦為期六個月，之後再作檢討。";

    private readonly Chromium _chromium;
    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<Task> _done;
    private PortalProcess? _portal;

    public WholeJob(Chromium chromium)
    {
        _chromium = chromium;
        _done = new Lazy<Task>(Do);
    }

    public string Site => _folder.Below("site");

    public DateTimeOffset Began { get; private set; }

    public DateTimeOffset Ended { get; private set; }

    public Task Done() => _done.Value;

    public async ValueTask DisposeAsync()
    {
        if (_portal is not null)
        {
            await _portal.DisposeAsync();
        }
        _folder.Dispose();
    }

    private async Task Do()
    {
        Began = DateTimeOffset.UtcNow;
        _portal = await PortalProcess.Serve(_folder.Path);
        await using var admin = await Arrive();
        await SetUp(admin);
        await using var mei = await Arrive();
        await Join(mei, await Invite(admin, "Chan Mei", "mei@example.hk", role: null));
        await using var lok = await Arrive();
        await Join(lok, await Invite(admin, "Wong Lok", "lok@example.hk", role: "Editor"));

        var written = await Write(mei);
        await written.Act("Submit for review").ClickAsync();
        await Expect(written.States).ToContainTextAsync("In review");

        var read = await OpenFromDesk(lok);
        await RequestChanges(lok, read);

        await Expect(mei.Page.GetByRole(AriaRole.Status).GetByText("何時檢討？")).ToBeVisibleAsync();
        await Expect(written.Text).ToBeEditableAsync();
        await written.TypeAtTheEnd($"\n\n{Mended}\n");
        await Expect(written.Preview).ToContainTextAsync(Mended);
        await written.Act("Submit for review").ClickAsync();

        await Expect(read.Preview).ToContainTextAsync(Mended);
        await read.Act("Approve").ClickAsync();
        await Expect(read.States).ToContainTextAsync("Approved");
        await read.Act("Publish").ClickAsync();
        await Expect(read.States).ToContainTextAsync("Live");
        Ended = DateTimeOffset.UtcNow;

        Assert.Empty(admin.Troubles.Concat(mei.Troubles).Concat(lok.Troubles));
    }

    private Task<Colleague> Arrive() => Colleague.Arrive(_chromium, _portal!.Address);

    private async Task SetUp(Colleague admin)
    {
        await admin.Page.GotoAsync(await _portal!.SetUpLink);
        await admin.Page.GetByLabel("Name").FillAsync("Ho Yan");
        await admin.Page.GetByLabel("Email").FillAsync("yan@example.hk");
        await admin.Page.GetByLabel("Password").FillAsync(PortalFactory.Password);
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Create the newsroom" }).ClickAsync();
        await Expect(admin.Page.GetByRole(AriaRole.Heading, new() { Name = "Desk", Level = 1 })).ToBeVisibleAsync();
    }

    /// <summary>The link is shown on the screen, to be passed on.</summary>
    private static async Task<string> Invite(Colleague admin, string name, string email, string? role)
    {
        await admin.Page.GetByRole(AriaRole.Link, new() { Name = "People" }).ClickAsync();
        var dialog = admin.Page.GetByRole(AriaRole.Dialog);
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Invite somebody" }).ClickAsync();
        await dialog.GetByLabel("Email").FillAsync(email);
        await dialog.GetByLabel("Name").FillAsync(name);
        if (role is not null)
        {
            await dialog.GetByRole(AriaRole.Checkbox, new() { NameRegex = Journalist() }).UncheckAsync();
            await dialog.GetByRole(AriaRole.Checkbox, new() { NameRegex = new Regex("^" + role) }).CheckAsync();
        }
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        var link = await dialog.GetByLabel("Link").InputValueAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
        return link;
    }

    private static async Task Join(Colleague colleague, string link)
    {
        await colleague.Page.GotoAsync(link);
        await colleague.Page.GetByLabel("Password").FillAsync(PortalFactory.Password);
        await colleague.Page.GetByRole(AriaRole.Button, new() { Name = "Create the account" }).ClickAsync();
        await Expect(colleague.Page.GetByRole(AriaRole.Heading, new() { Name = "Desk", Level = 1 })).ToBeVisibleAsync();
    }

    private static async Task<ArticleScreen> Write(Colleague mei)
    {
        await mei.Page.GetByRole(AriaRole.Button, new() { Name = "New article" }).ClickAsync();
        var screen = await mei.Read();
        await screen.Fill("Title", Title);
        await Expect(screen.Headline).ToHaveTextAsync(Title);
        await screen.Add("Categories", "港聞");
        await screen.Add("Tags", "渡輪");
        await screen.Fill("Lead", Lead);
        await Expect(screen.Preview).ToContainTextAsync(Lead);

        await screen.TypeAtTheEnd(FirstParagraph);
        await Expect(screen.Preview).ToContainTextAsync("試辦碼頭夜渡新航線");
        await Expect(screen.Preview.GetByRole(AriaRole.Link, new() { Name = "公司網頁" })).ToHaveAttributeAsync("href", "https://ferry.example.hk/night?line=7&lang=zh");
        await screen.Type($"\n\n{Picture}");
        await Expect(screen.Preview.Locator("a[href='https://pictures.example.hk/2026/ferry.jpg'] > img")).ToHaveAttributeAsync("src", "https://pictures.example.hk/2026/ferry_620.jpg");
        await screen.Type($"\n\n{LeadIn}");
        await Expect(screen.Preview.Locator("strong")).ToHaveTextAsync("每晚加開三班　成人票價十八元");
        await Expect(screen.Preview).ToContainTextAsync(Title);
        return screen;
    }

    private static async Task<ArticleScreen> OpenFromDesk(Colleague lok)
    {
        var waiting = lok.Page.GetByRole(AriaRole.Region, new() { NameRegex = Waiting() });
        await waiting.GetByRole(AriaRole.Link, new() { Name = "碼頭夜渡新航線 下月試辦" }).ClickAsync();
        return await lok.Read();
    }

    private static async Task RequestChanges(Colleague lok, ArticleScreen read)
    {
        await read.Act("Request changes").ClickAsync();
        var dialog = lok.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Reason").FillAsync("何時檢討？");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Request changes" }).ClickAsync();
        await Expect(read.States).ToContainTextAsync("Draft");
    }

    [GeneratedRegex("^Journalist")]
    private static partial Regex Journalist();

    [GeneratedRegex("^Waiting for review")]
    private static partial Regex Waiting();
}
