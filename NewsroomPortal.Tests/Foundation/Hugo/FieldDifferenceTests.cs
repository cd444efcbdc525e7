using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Tests.Foundation.Hugo;

public sealed class FieldDifferenceTests
{
    [Fact]
    public void Tells_what_became_of_each_field() => Assert.Equal(
        ["title: 舊 → 新", "toc: (none) → true", "tags: +渡輪 -電車", "draft: true → (none)"],
        Tell("---\ntitle: 舊\ndraft: true\ntags: [天氣, 電車]\ndate: 2025-02-14\n---\n", "---\ntitle: \"新\"\ntoc: true\ntags:\n  - 天氣\n  - 渡輪\ndate: 2025-02-14\n---\n"));

    [Theory]
    [InlineData("title: 一", "title: \"一\"")]
    [InlineData("tags: [a, b]", "tags:\n  - a\n  - b")]
    [InlineData("a: 1\nb: 2", "b: 2\na: 1")]
    public void How_a_value_is_written_is_no_difference(string old, string @new) => Assert.Empty(Tell($"---\n{old}\n---\n", $"---\n{@new}\n---\n"));

    [Theory]
    [InlineData("toc: true", "toc: \"true\"", "toc: true → true")]
    [InlineData("tags: [a, b]", "tags: [b, a]", "tags: a, b → b, a")]
    [InlineData("tags: [a]", "tags: b", "tags: a → b")]
    [InlineData("menu:\n  main:\n    weight: 1", "menu:\n  main:\n    weight: 2", "menu: main:\n    weight: 1 → main:\n    weight: 2")]
    [InlineData("Title: a\n", "title: b", "title: a → b")]
    public void What_Hugo_reads_differently_is_one(string old, string @new, string told) => Assert.Equal([told], Tell($"---\n{old}\n---\n", $"---\n{@new}\n---\n"));

    [Fact]
    public void Formats_are_compared_by_what_they_say() => Assert.Equal(["weight: 1 → 2"], Tell("---\ntitle: a\nweight: 1\n---\n", "+++\ntitle = \"a\"\nweight = 2\n+++\n"));

    [Fact]
    public void What_cannot_be_read_is_not_compared_by_fields() => Assert.Empty(Tell("---\ntitle: a\n---\n", "---\ntitle: [\n---\n"));

    private static IEnumerable<string> Tell(string old, string @new) => FieldDifference.Between(FrontMatter.Read(old), FrontMatter.Read(@new)).Select(field => field.IsOfItems
        ? $"{field.Key}:{string.Concat(field.Added.Select(item => $" +{item}"))}{string.Concat(field.Removed.Select(item => $" -{item}"))}"
        : $"{field.Key}: {field.Old ?? "(none)"} → {field.New ?? "(none)"}");
}
