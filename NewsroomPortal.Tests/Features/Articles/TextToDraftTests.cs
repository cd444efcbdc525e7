using System.Net;
using System.Net.Http.Headers;
using System.Text;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.People;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Features.Articles;

/// <summary>Text that a browser holds and its article does not take, made a draft of its own.</summary>
public sealed class TextToDraftTests : IAsyncDisposable
{
    private readonly PortalFactory _portal = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_whole_file_keeps_its_front_matter()
    {
        const string file = "---\ntitle: 渡輪\n---\n正文。\n";
        using var answer = await Post(await _portal.Add("Mei", Role.Journalist), Encoding.UTF8.GetBytes(file));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(file, await TextAt(answer.Headers.Location!));
    }

    [Fact]
    public async Task Passages_without_front_matter_get_the_newsroom_s_own()
    {
        using var answer = await Post(await _portal.Add("Mei", Role.Journalist), Encoding.UTF8.GetBytes("一段。\n\n又一段。"));
        var front = FrontMatter.Read(await TextAt(answer.Headers.Location!));
        Assert.Equal("一段。\n\n又一段。", front.Body);
        Assert.Equal(17, front.Fields.Count);
    }

    [Fact]
    public async Task Whoever_may_not_create_is_told_so_and_strangers_are_turned_away()
    {
        using var refused = await Post(await _portal.Add("Kit", Role.Admin), "x"u8.ToArray());
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("Only journalists and editors create articles.", await refused.Content.ReadAsStringAsync(Cancel));
        using var stranger = await Post(_portal.CreateClient(), "x"u8.ToArray());
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
    }

    [Fact]
    public async Task What_is_no_UTF_8_is_refused()
    {
        using var refused = await Post(await _portal.Add("Mei", Role.Journalist), [0x61, 0x0A, 0xFF]);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("The file is not UTF-8; convert it first.", await refused.Content.ReadAsStringAsync(Cancel));
    }

    private async Task<HttpResponseMessage> Post(Person person, byte[] body) => await Post(await _portal.SignedIn(person), body);

    private static async Task<HttpResponseMessage> Post(HttpClient browser, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/markdown");
        browser.DefaultRequestHeaders.Accept.Clear();
        return await browser.PostAsync("/articles/drafts", content, Cancel);
    }

    private async Task<string> TextAt(Uri page)
    {
        var id = long.Parse(page.ToString().Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        return (await _portal.Get<Authority>().Read(id, Cancel))!.Text;
    }
}
