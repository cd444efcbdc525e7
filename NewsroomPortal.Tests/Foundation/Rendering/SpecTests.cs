using NewsroomPortal.Foundation.Rendering;

namespace NewsroomPortal.Tests.Foundation.Rendering;

public sealed class SpecTests
{
    private static readonly MarkdownRenderer Renderer = new();

    public static TheoryData<string> Places => [.. SpecExamples.All.Select(example => example.Place)];

    [Theory]
    [MemberData(nameof(Places))]
    public void Renders_as_the_spec_says(string place)
    {
        var example = SpecExamples.All.Single(example => example.Place == place);
        Assert.Equal(example.Html.TrimEnd('\n'), Renderer.ToHtml(example.Markdown).TrimEnd('\n'));
    }

    [Fact]
    public void Each_spec_holds_examples() => Assert.InRange(SpecExamples.All.Count, 130, int.MaxValue);
}
