using System.Text.RegularExpressions;
using NewsroomPortal.Foundation.Language;
using NewsroomPortal.Foundation.Settings;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests;

/// <summary>Habits that a reader would check by hand: words, documentation, sizes, loose ends.</summary>
public sealed partial class HabitTests
{
    private static readonly Words Words = new();
    private static readonly List<Source> Portal = Sources("NewsroomPortal");

    [Fact]
    public void Every_word_exists_in_every_language()
    {
        var missing = Words.Keys.SelectMany(key => Words.Languages.Where(language => !Exists(language, key)).Select(language => $"{key} in {language}"));
        Assert.Empty(missing);
    }

    [Fact]
    public void Both_languages_fill_the_same_placeholders()
    {
        var wrong = Words.Keys.Where(key => Words.Languages.Select(language => Placeholders(Words.In(language, key))).Distinct().Count() > 1);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_word_that_is_said_exists()
    {
        var unknown =
            from source in Portal
            from Match said in SaidWord().Matches(source.Text)
            let key = said.Groups["key"].Value
            where !Words.Keys.Contains(key)
            select $"{key} in {source.Name}";
        Assert.Empty(unknown);
    }

    [Fact]
    public void Every_word_is_said_somewhere()
    {
        var texts = string.Join('\n', Portal.Select(source => source.Text));
        var built = BuiltWord().Matches(texts).Select(match => match.Groups["start"].Value).ToHashSet();
        var unused = Words.Keys.Where(key => !texts.Contains($"\"{key}\"", StringComparison.Ordinal) && !built.Any(start => key.StartsWith(start, StringComparison.Ordinal)));
        Assert.Empty(unused);
    }

    [Fact]
    public void Every_setting_is_documented()
    {
        var documented = Documentation();
        var settings = typeof(NewsroomSettings).GetProperties().Where(property => property.CanWrite).Select(property => property.Name);
        var undocumented = settings.Where(name => !documented.Contains($"`{name}`", StringComparison.Ordinal));
        Assert.Empty(undocumented);
    }

    [Fact]
    public void Every_verb_is_documented()
    {
        var documented = Documentation();
        var verbs = Portal.SelectMany(source => DefinedVerb().Matches(source.Text)).Select(match => match.Groups["verb"].Value).ToList();
        Assert.NotEmpty(verbs);
        var undocumented = verbs.Where(verb => !Regex.IsMatch(documented, $@"`[^`\n]*\b{verb}\b"));
        Assert.Empty(undocumented);
    }

    [Fact]
    public void The_readme_stays_short()
    {
        var lines = File.ReadAllLines(Path.Combine(SharedFolder.Checkout, "README.md")).Length;
        Assert.True(lines <= 150, $"README.md has {lines} lines; what is longer than 150 goes into the help pages.");
    }

    [Fact]
    public void No_file_grows_beyond_300_lines()
    {
        var long_ = Portal.Concat(Sources("NewsroomPortal.Tests")).Concat(Sources("wwwroot-assets"))
            .Select(source => (source.Name, Lines: source.Text.Count(c => c == '\n')))
            .Where(source => source.Lines > (source.Name.EndsWith("/ChangeSet.cs", StringComparison.Ordinal) ? 410 : 300))
            .Select(source => $"{source.Name}: {source.Lines}");
        Assert.Empty(long_);
    }

    [Fact]
    public void Nothing_is_left_loose()
    {
        var loose =
            from source in Portal.Concat(Sources("NewsroomPortal.Tests")).Concat(Sources("wwwroot-assets"))
            where !source.Name.EndsWith("HabitTests.cs", StringComparison.Ordinal)
            from Match match in LooseEnd().Matches(source.Text)
            select $"{source.Name}: {match.Value}";
        Assert.Empty(loose);
    }

    private static bool Exists(string language, string key)
    {
        try
        {
            return Words.In(language, key).Trim().Length > 0;
        }
        catch (KeyNotFoundException)
        {
            return false;
        }
    }

    private static string Placeholders(string text) => string.Join(' ', Placeholder().Matches(text).Select(match => match.Value).Distinct().Order());

    private static string Documentation() => File.ReadAllText(Path.Combine(SharedFolder.Checkout, "README.md"))
        + string.Join('\n', Directory.EnumerateFiles(Path.Combine(SharedFolder.Checkout, "NewsroomPortal", "Shell"), "*.md", SearchOption.AllDirectories).Select(File.ReadAllText));

    private static List<Source> Sources(string folder)
    {
        var root = Path.Combine(SharedFolder.Checkout, folder);
        string[] made = ["bin", "obj", "wwwroot", "node_modules", "Migrations", "page", "TestResults"];
        return Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".cs" or ".razor" or ".js" or ".mjs")
            .Select(path => (Path: path, Name: Path.GetRelativePath(SharedFolder.Checkout, path).Replace('\\', '/')))
            .Where(file => !file.Name.Split('/').Intersect(made).Any())
            .Select(file => new Source(file.Name, File.ReadAllText(file.Path)))
            .ToList();
    }

    private sealed record Source(string Name, string Text);

    [GeneratedRegex("""(?:[Ww]ords\[|Say\(|Refused\(|new Refusal\(|ReadOnly\()"(?<key>[a-z][\w.-]+)"[\],)]""")]
    private static partial Regex SaidWord();

    // $"review.state.{…}": every word that begins so is said.
    [GeneratedRegex("""\$"(?<start>[a-z]\w*\.[\w.-]*)\{""")]
    private static partial Regex BuiltWord();

    [GeneratedRegex("""new (?:Root)?Command\("(?<verb>[a-z]+)""")]
    private static partial Regex DefinedVerb();

    [GeneratedRegex("""TODO|FIXME|HACK|NotImplementedException|Skip *= *"|\.skip\(|Thread\.Sleep|Task\.Delay\([0-9]""")]
    private static partial Regex LooseEnd();

    [GeneratedRegex("""\{\d+""")]
    private static partial Regex Placeholder();
}
