using System.Text.Json.Nodes;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Foundation.Hugo;

/// <summary>
/// The law of the house, as the real program reads it: one edit of one field changes that field alone, in every file of the corpus. By default each file is
/// tried with one of its edits, in turn, and all in maps and lists of maps; with <c>NEWSROOM_EVERY_EDIT=1</c> with all.
/// </summary>
public sealed class HugoReadsEditsTests(ITestOutputHelper output)
{
    // What one build of Hugo takes in some seconds.
    private const int MostPages = 20_000;

    private static readonly bool TriesAll = Environment.GetEnvironmentVariable("NEWSROOM_EVERY_EDIT") == "1";

    private readonly Dictionary<string, int> refusals = [];
    private readonly Dictionary<string, int> kinds = [];
    private readonly List<string> wrong = [];

    [Fact]
    public void Every_edit_of_a_real_front_matter_reads_as_meant_in_Hugo_and_nothing_else_changes()
    {
        Programs.RequireHugo();
        var pages = new List<(string Path, string Before, IReadOnlyList<(ContentEdit Edit, string Page)> After)>();
        var site = new HugoSite();
        foreach (var (number, path) in Files().Index())
        {
            var file = HugoFile.Read(File.ReadAllBytes(path)).File!;
            foreach (var (front, edits) in Tries(file.Text, number))
            {
                var after = edits.Select(edit => (Edit: edit, Text: Edited(edit, front, path))).Where(each => each.Text is not null)
                    .Select(each => (each.Edit, site.Put(file.Shape, each.Text!))).ToList();
                pages.Add((path, site.Put(file.Shape, Head(front)), after));
            }
            if (site.Count > MostPages)
            {
                Compare(site, pages);
                pages.Clear();
                site = new HugoSite();
            }
        }
        Compare(site, pages);

        output.WriteLine($"Edits: {string.Join(", ", kinds.OrderBy(each => each.Key).Select(each => $"{each.Key} {each.Value}"))}; {kinds.Values.Sum()} in all");
        output.WriteLine($"Refused: {string.Join(", ", refusals.Select(each => $"{each.Key} {each.Value}"))}");
        Assert.True(wrong.Count == 0, string.Join("\n", wrong.Take(50).Prepend($"{wrong.Count} wrong")));
        Assert.Empty(refusals);
        Assert.True(kinds.Values.Sum() > 3000, $"Only {kinds.Values.Sum()} edits");
    }

    /// <summary>
    /// The edits of one file. Hugo keeps of <c>sitemap</c> only what it knows, in its own words: the values in it are tried under a name that it does not know.
    /// </summary>
    private static IEnumerable<(FrontMatter Front, IReadOnlyList<ContentEdit> Edits)> Tries(string text, int number)
    {
        var front = FrontMatter.Read(text);
        var edits = ContentEdit.Of(front).Where(edit => edit.Path.Steps.Count == 1 || edit.Key != "sitemap").ToList();
        yield return (front, TriesAll ? edits : [edits[number % edits.Count], .. edits.Where(edit => edit.Path.Steps.Count > 1)]);
        if (front["sitemap"] is { IsNested: true })
        {
            var renamed = FrontMatter.Read(Head(front).Replace("sitemap", "np_sitemap", StringComparison.Ordinal));
            yield return (renamed, [.. ContentEdit.Of(renamed).Where(edit => edit.Path.Steps.Count > 1 && edit.Key == "np_sitemap")]);
        }
    }

    /// <summary>The text after the edit, in short: the bodies are not Hugo's business here. Null where the edit is refused.</summary>
    private string? Edited(ContentEdit edit, FrontMatter front, string path)
    {
        var made = edit.Do(front);
        if (!made.IsDone)
        {
            Count(refusals, $"{edit.Name}: {made.Refusal} ({path} {edit.Path})");
            return null;
        }
        Count(kinds, $"{front.Format} {edit.Name}");
        var after = FrontMatter.Read(made.Change.Apply(front.FileText));
        var (from, to) = Span(edit, front);
        var keepsBytes = after.Body == front.Body && made.Change.Changes.All(change => IsWithin(change.FromA, change.ToA, from, to, front));
        if (!keepsBytes)
            wrong.Add($"{path} {edit.Name} {edit.Path}: bytes of others change");
        return Head(after);
    }

    /// <summary>What an edit may change: of a value that is replaced it alone, else its field.</summary>
    private static (int From, int To) Span(ContentEdit edit, FrontMatter front) =>
        edit.Name == "replace" && front[edit.Path] is { } value ? (value.ValueStart, value.ValueEnd)
        : front.Format == FrontMatterFormat.Toml && front[edit.Path] is null or { Kind: ValueKind.Map } ? (front.FenceStart, front.BodyStart)
        : front[edit.Key] is { } field ? (field.Start, field.End) : (front.FenceStart, front.BodyStart);

    /// <summary>JSON's comma before a field goes with it.</summary>
    private static bool IsWithin(int changeFrom, int changeTo, int from, int to, FrontMatter front) =>
        changeFrom >= from && changeTo <= to
        || front.Format == FrontMatterFormat.Json && front.FileText[Math.Min(changeFrom, to)..from].All(unit => unit == ',' || char.IsWhiteSpace(unit))
        || front.Format == FrontMatterFormat.Json && front.FileText[to..Math.Max(changeTo, to)].All(unit => unit == ',' || char.IsWhiteSpace(unit));

    private void Compare(HugoSite site, List<(string Path, string Before, IReadOnlyList<(ContentEdit Edit, string Page)> After)> pages)
    {
        using (site)
        {
            var read = site.Build();
            foreach (var (path, before, edits) in pages)
            {
                foreach (var (edit, page) in edits)
                    wrong.AddRange(edit.Wrong(Params(read, before), Params(read, page)).Take(3).Select(what => $"{path} {edit.Name} {edit.Path}: {what}"));
            }
        }
    }

    private static JsonObject Params(Dictionary<string, (JsonObject Params, string Body)> read, string page) =>
        read.TryGetValue(page, out var found) ? found.Params : throw new KeyNotFoundException($"Hugo has no page {page}");

    private static string Head(FrontMatter front) => front.FileText[..front.BodyStart] + (front.BodyStart > 0 && front.FileText[front.BodyStart - 1] != '\n' ? "\n" : "") + "b\n";

    private static void Count(Dictionary<string, int> counts, string name) => counts[name] = counts.GetValueOrDefault(name) + 1;

    /// <summary>Not the archetypes: they are templates.</summary>
    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(SharedFolder.Require("corpus"), "*.md", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/archetypes/", StringComparison.Ordinal) && Path.GetDirectoryName(path) != SharedFolder.Require("corpus"))
            .Order(StringComparer.Ordinal);
}
