using System.Text;
using System.Text.RegularExpressions;
using NewsroomPortal.Foundation.Rendering.Budget;

namespace NewsroomPortal.Foundation.Rendering.Code;

/// <summary>
/// Hugo 0.111.3 colours code with Chroma 2.5.0, whose lexers for two languages change the text: YAML's repeats a block scalar's indentation after it,
/// Org's keeps one only of several blanks before emphasis. These two are read as it reads them (<c>regexp.go</c>, <c>emitters.go</c>; MIT
/// licence, © 2017 Alec Thomas), without the colours.
/// </summary>
/// <param name="affected">Texts without such a place come out as they went in.</param>
/// <param name="root">The rules that a text begins with.</param>
/// <param name="inline">Those inside some of its groups.</param>
sealed class CodeLexer(Regex affected, Func<IReadOnlyList<CodeRule>> root, Func<IReadOnlyList<CodeRule>> inline)
{
    /// <summary>In UTF-16 units; some rules look through all the rest of the text at each of its places.</summary>
    const int Longest = 20_000;

    static readonly CodeLexer Yaml = new(YamlCode.Affected(), () => YamlCode.Rules, () => []);
    static readonly CodeLexer Org = new(OrgCode.Affected(), () => OrgCode.Rules, () => OrgCode.Inline);

    /// <summary>The language's own lexer, where it changes texts.</summary>
    public static CodeLexer? Of(ReadOnlySpan<char> language)
    {
        if (language.Equals("yaml", StringComparison.OrdinalIgnoreCase) || language is "yml" || language.EndsWith(".yaml") || language.EndsWith(".yml"))
            return Yaml;
        var isOrg = language.Equals("org", StringComparison.OrdinalIgnoreCase) || language.Equals("orgmode", StringComparison.OrdinalIgnoreCase) || language.EndsWith(".org");
        return isOrg ? Org : null;
    }

    /// <summary>The text as it comes out; null where nothing of it changes.</summary>
    public string? Read(string code, CappedWriter budget)
    {
        if (code.Length > Longest || !affected.IsMatch(code))
            return null;
        var read = new StringBuilder(code.Length);
        try
        {
            Read(root(), code, read, budget);
        }
        catch (RegexMatchTimeoutException)
        {
            throw new OverBudgetException("rendering.overBudget.time");
        }
        return read.ToString();
    }

    void Read(IReadOnlyList<CodeRule> rules, string text, StringBuilder read, CappedWriter budget)
    {
        for (var at = 0; at < text.Length;)
        {
            budget.Check();
            var (rule, match) = Find(rules, text, at);
            at += match.Length;
            if (rule.ByGroups)
                ReadGroups(rule, match, read, budget);
            else
                read.Append(match.ValueSpan);
        }
    }

    /// <summary>The last two rules match any character.</summary>
    static (CodeRule Rule, Match Match) Find(IReadOnlyList<CodeRule> rules, string text, int at) =>
        rules.Select(rule => (Rule: rule, Match: rule.Match(text, at))).First(found => found.Match.Success);

    void ReadGroups(CodeRule rule, Match match, StringBuilder read, CappedWriter budget)
    {
        for (var i = 1; i < match.Groups.Count; i++)
        {
            var group = match.Groups[i].Value;
            if (i == rule.Inline)
                Read(inline(), group, read, budget);
            else
                read.Append((i == rule.Code ? Of(match.Groups[2].ValueSpan)?.Read(group, budget) : null) ?? group);
        }
    }
}
