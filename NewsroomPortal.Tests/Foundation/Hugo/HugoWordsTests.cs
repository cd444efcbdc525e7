using System.Text.RegularExpressions;
using NewsroomPortal.Foundation.Language;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Foundation.Hugo;

public partial class HugoWordsTests
{
    [Fact]
    public void Every_reason_that_this_room_gives_can_be_said_and_no_word_is_left_over()
    {
        var folder = Path.Combine(SharedFolder.Checkout, "NewsroomPortal", "Foundation", "Hugo");
        var given = Directory.EnumerateFiles(folder, "*.cs").SelectMany(file => Reason().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value);

        Assert.Equal(given.Distinct().Order(StringComparer.Ordinal), new Words().Keys.Where(key => key.StartsWith("hugo.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("\"(hugo\\.[a-z-]+\\.[a-z0-9-]+)\"")]
    private static partial Regex Reason();
}
