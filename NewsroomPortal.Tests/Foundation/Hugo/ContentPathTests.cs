using System.Text.Json;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Foundation.Hugo;

public class ContentPathTests
{
    [Theory]
    [InlineData("content/post/2025/02/20250214-1.md")]
    [InlineData("content/post/新聞 一.zh-hk.md")]
    [InlineData("content/_index.md")]
    [InlineData("content/post/console.md")]
    [InlineData("content/v1.2..3/a.md")]
    public void Takes_paths_of_content(string path)
    {
        Assert.Equal(path, ContentPath.Read(path).Path?.Value);
    }

    [Theory]
    [InlineData("", "hugo.path.empty")]
    [InlineData("/etc/a.md", "hugo.path.absolute")]
    [InlineData("\\\\server\\a.md", "hugo.path.absolute")]
    [InlineData("C:/a.md", "hugo.path.absolute")]
    [InlineData("content/../a.md", "hugo.path.traversal")]
    [InlineData("content/.../a.md", "hugo.path.traversal")]
    [InlineData("./a.md", "hugo.path.traversal")]
    [InlineData("content//a.md", "hugo.path.traversal")]
    [InlineData("content\\a.md", "hugo.path.character")]
    [InlineData("content/a:b.md", "hugo.path.character")]
    [InlineData("content/a%2e.md", "hugo.path.character")]
    [InlineData("content/a?.md", "hugo.path.character")]
    [InlineData("content/a\u0000.md", "hugo.path.control-character")]
    [InlineData("content/a\n.md", "hugo.path.control-character")]
    [InlineData("content/a\u202Ecod.md", "hugo.path.control-character")]
    [InlineData("content/a\u2028.md", "hugo.path.control-character")]
    [InlineData("content/a\uD800.md", "hugo.path.control-character")]
    [InlineData("content/CON.md", "hugo.path.reserved")]
    [InlineData("content/nul.zh-hk.md", "hugo.path.reserved")]
    [InlineData("content/Com1/a.md", "hugo.path.reserved")]
    [InlineData("content/LPT².md", "hugo.path.reserved")]
    [InlineData("content/.git/a.md", "hugo.path.edge")]
    [InlineData("content/.md", "hugo.path.edge")]
    [InlineData("content/a /b.md", "hugo.path.edge")]
    [InlineData("content/a./b.md", "hugo.path.edge")]
    [InlineData("content/a.html", "hugo.path.not-markdown")]
    [InlineData("content/a.MD", "hugo.path.not-markdown")]
    public void Refuses_what_is_unsafe_on_any_system(string path, string word)
    {
        Assert.Equal((null, word), ContentPath.Read(path));
    }

    [Fact]
    public void Refuses_names_too_long_for_a_file_system()
    {
        Assert.Null(ContentPath.Read($"content/{new string('字', 84)}.md").Refusal);
        Assert.Equal("hugo.path.too-long", ContentPath.Read($"content/{new string('字', 85)}.md").Refusal);
        Assert.Equal("hugo.path.too-long", ContentPath.Read(string.Concat(Enumerable.Repeat("a/", 600)) + "a.md").Refusal);
    }

    [Fact]
    public void Paths_that_some_file_system_takes_for_one_have_one_key()
    {
        var composed = ContentPath.Read("content/Café.md").Path!;
        var decomposed = ContentPath.Read("content/cafe\u0301.md").Path!;

        Assert.Equal(composed.Key, decomposed.Key);
        Assert.Equal("content/café.md", decomposed.Value);
        Assert.Equal("Café", composed.Name);
        Assert.NotEqual(composed.Key, ContentPath.Read("content/cafe.md").Path!.Key);
    }

    [Theory]
    [InlineData("SS", "ss")]
    [InlineData("ſ", "s")]
    [InlineData("K", "k")]
    [InlineData("Σ", "ς")]
    public void The_key_folds_capitals_of_every_script(string one, string other)
    {
        Assert.Equal(ContentPath.Read($"{one}.md").Path!.Key, ContentPath.Read($"{other}.md").Path!.Key);
    }

    [Fact]
    public void A_new_story_goes_to_its_month()
    {
        var (path, refusal) = ContentPath.From(ContentPath.DefaultPattern, new DateOnly(2025, 2, 4), Slug.Default(new DateOnly(2025, 2, 4), 3));

        Assert.Null(refusal);
        Assert.Equal("content/post/2025/02/20250204-3.md", path?.Value);
    }

    [Fact]
    public void A_pattern_may_name_the_day_and_is_checked_like_any_path()
    {
        Assert.Equal("content/04/a.md", ContentPath.From("content/{day}/{slug}.md", new DateOnly(2025, 2, 4), "a").Path?.Value);
        Assert.Equal("hugo.path.traversal", ContentPath.From("../{slug}.md", new DateOnly(2025, 2, 4), "a").Refusal);
        Assert.Equal("hugo.slug.character", ContentPath.From(ContentPath.DefaultPattern, new DateOnly(2025, 2, 4), "../a").Refusal);
    }

    [Fact]
    public void No_hostile_name_of_the_material_leaves_the_folder()
    {
        var root = Path.Combine(Path.GetTempPath(), "newsroom-site");
        foreach (var name in Names())
        {
            foreach (var path in new[] { name, name + ".md", "content/" + name, "content/" + name + ".md" })
            {
                if (ContentPath.Read(path).Path is not { } taken)
                    continue;
                var full = Path.GetFullPath(Path.Combine(root, taken.Value));
                Assert.StartsWith(root + Path.DirectorySeparatorChar, full, StringComparison.Ordinal);
                Assert.DoesNotContain(taken.Value, char.IsControl);
            }
            Assert.True(Slug.Refusal(name) is not null || Path.GetFileName(name) == name, name);
        }
    }

    private static IEnumerable<string> Names() => File.ReadLines(SharedFolder.Require("material", "paths", "names.jsonl"))
        .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("s").GetString()!);
}
