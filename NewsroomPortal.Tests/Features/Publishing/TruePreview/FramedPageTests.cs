using System.Security.Cryptography;
using System.Text;
using NewsroomPortal.Features.Publishing.TruePreview;

namespace NewsroomPortal.Tests.Features.Publishing.TruePreview;

public sealed class FramedPageTests
{
    [Theory]
    [InlineData("<!DOCTYPE html><script x='<p>", "<!DOCTYPE html>", "<script x='<p>")]
    [InlineData("\uFEFF\n<!doctype html>\n<p>", "\uFEFF\n<!doctype html>", "\n<p>")]
    [InlineData("<p a=\"<!doctype html>\">", "", "<p a=\"<!doctype html>\">")]
    public void Nothing_that_a_page_can_say_stands_before_the_script(string page, string before, string after)
    {
        var framed = Framed(page);
        Assert.StartsWith(before + "<script>", framed, StringComparison.Ordinal);
        Assert.EndsWith("</script>" + after, framed, StringComparison.Ordinal);
    }

    [Fact]
    public void The_policy_lets_that_script_run_and_no_other()
    {
        var framed = Framed("");
        var script = framed["<script>".Length..^"</script>".Length];
        Assert.Contains($"script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}';", FramedPage.Policy, StringComparison.Ordinal);
        Assert.DoesNotContain("allow-same-origin", FramedPage.Policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script>", script, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_for_browsers_without_scripts_shows_and_a_page_does_not_go_elsewhere_by_itself() => Assert.EndsWith(
        "<p>甲<img src=a></p><meta name=refresh>",
        Framed("<p>甲<noscript><img src=a></NoScript ></p><META content=\"0;url=/\" HTTP-EQUIV = 'Refresh'><meta name=refresh>"), StringComparison.Ordinal);

    [Fact]
    public void A_page_too_long_to_be_read_is_left_as_it_is()
    {
        var page = new byte[4_000_001];
        Assert.Same(page, FramedPage.Of(page));
    }

    private static string Framed(string page) => Encoding.UTF8.GetString(FramedPage.Of(Encoding.UTF8.GetBytes(page)));
}
