using System.Text.Json;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Foundation.Hugo;

public class TermRulesTests
{
    [Theory]
    [InlineData("財經")]
    [InlineData("Hong Kong")]
    [InlineData("U.S.")]
    [InlineData("A&B")]
    public void Takes_words(string term)
    {
        Assert.Null(TermRules.Refusal(term));
    }

    [Theory]
    [InlineData("", "hugo.term.empty")]
    [InlineData("　", "hugo.term.empty")]
    [InlineData("C#", "hugo.term.character")]
    [InlineData("AI/ML", "hugo.term.character")]
    [InlineData("50%", "hugo.term.character")]
    [InlineData("why?", "hugo.term.character")]
    [InlineData("a\\b", "hugo.term.character")]
    [InlineData(".NET", "hugo.term.leading-dot")]
    [InlineData("a\tb", "hugo.term.control-character")]
    [InlineData(" a", "hugo.term.blank-edge")]
    [InlineData("a\u3000", "hugo.term.blank-edge")]
    public void Refuses_what_makes_a_dead_link(string term, string word)
    {
        Assert.Equal(word, TermRules.Refusal(term));
    }

    [Fact]
    public void Refuses_the_injections_that_no_term_may_be_by_name_and_takes_the_others()
    {
        var terms = File.ReadLines(SharedFolder.Require("material", "frontmatter", "injection.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(item => item.GetProperty("field").GetString() == "tags[0]").Select(item => item.GetProperty("value").GetString()!).ToList();

        var refused = terms.Select(term => (term, Word: TermRules.Refusal(term))).Where(each => each.Word is not null).ToList();

        string[] breaksAnAddress = ["#", "?", "%", "/", "\\"];
        Assert.All(terms.Where(term => term.StartsWith('.') || breaksAnAddress.Any(term.Contains)), term => Assert.NotNull(TermRules.Refusal(term)));
        Assert.Contains(refused, each => each.term == "{{% x %}}" && each.Word == "hugo.term.character");
        Assert.Contains(refused, each => each.term == ".inf" && each.Word == "hugo.term.leading-dot");
        Assert.Contains(refused, each => each.term == "x\n---\n\n{{< evil >}}" && each.Word == "hugo.term.control-character");
        Assert.Null(TermRules.Refusal("yes"));
        Assert.True(refused.Count is > 10 && refused.Count < terms.Count, $"{refused.Count} of {terms.Count} refused");
    }
}
