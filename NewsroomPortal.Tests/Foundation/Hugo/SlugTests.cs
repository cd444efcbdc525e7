using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Tests.Foundation.Hugo;

public class SlugTests
{
    [Theory]
    [InlineData("20250214-1")]
    [InlineData("budget_2025")]
    [InlineData("財政預算")]
    [InlineData("𠮷野家")]
    [InlineData("हिन्दी")]
    public void Takes_letters_of_any_script_digits_and_hyphens(string slug)
    {
        Assert.Null(Slug.Refusal(slug));
    }

    [Theory]
    [InlineData("", "hugo.slug.empty")]
    [InlineData("a b", "hugo.slug.character")]
    [InlineData("a/b", "hugo.slug.character")]
    [InlineData("a.b", "hugo.slug.character")]
    [InlineData("預算！", "hugo.slug.character")]
    [InlineData("a\u202Eb", "hugo.slug.character")]
    [InlineData("a\uD800", "hugo.slug.character")]
    [InlineData("-a", "hugo.slug.hyphen")]
    [InlineData("a-", "hugo.slug.hyphen")]
    public void Refuses_what_does_not_belong_in_an_address(string slug, string word)
    {
        Assert.Equal(word, Slug.Refusal(slug));
    }

    [Fact]
    public void Refuses_what_is_too_long_for_a_file_s_name()
    {
        Assert.Null(Slug.Refusal(new string('字', 66)));
        Assert.Equal("hugo.slug.too-long", Slug.Refusal(new string('字', 67)));
    }
}
