using System.Diagnostics;
using NewsroomPortal.Foundation.Rendering.Shortcodes;

namespace NewsroomPortal.Tests.Foundation.Rendering.Shortcodes;

public sealed class InlineShortcodeTests
{
    [Theory]
    [InlineData("{{< now.inline >}}{{ now }}{{< /now.inline >}}", 0)]
    [InlineData("甲\n\n乙{{%now.inline%}}", 2)]
    [InlineData("{{<\n a.b.inline\n/>}}", 0)]
    [InlineData("`{{< a.inline >}}`", 0)]
    [InlineData("甲\n{{< /a.inline >}}", 1)]
    [InlineData("{{< a.inline \"never closed", 0)]
    public void Finds_the_line_of_a_call_wherever_it_stands(string body, int line) => Assert.Equal(line, InlineShortcode.FindLine(body));

    [Fact]
    public void Padding_hides_no_call() =>
        Assert.Equal(1, InlineShortcode.FindLine("甲\n{{<" + new string(' ', 900_000) + "a.inline" + new string(' ', 50_000) + ">}}"));

    [Theory]
    [InlineData("{{</* a.inline */>}} {{</*a.inline */>}}")]
    [InlineData("{{< inline >}} {{< a.inlined >}} {{< ref \"a.inline\" >}}")]
    [InlineData("{{ a.inline }} a.inline")]
    public void What_calls_none_passes(string body) => Assert.Null(InlineShortcode.FindLine(body));

    [Fact]
    public void A_megabyte_of_openings_is_searched_at_once()
    {
        var started = Stopwatch.GetTimestamp();
        Assert.Null(InlineShortcode.FindLine(string.Concat(Enumerable.Repeat("{{< .inlin.", 90_000))));
        Assert.Null(InlineShortcode.FindLine("{{<" + string.Concat(Enumerable.Repeat(".inlin", 160_000))));
        Assert.Null(InlineShortcode.FindLine("{{<" + new string(' ', 1_000_000)));
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(2));
    }
}
