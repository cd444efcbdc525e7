using NewsroomPortal.Foundation.Hugo;

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
}
