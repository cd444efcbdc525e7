using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Foundation.Hugo;

public class CorpusTests
{
    [Fact]
    public void Every_file_comes_back_byte_for_byte()
    {
        var files = Files().ToList();

        var changed = files.Where(path => File.ReadAllBytes(path) is var bytes && HugoFile.Read(bytes).File is { } file && !file.ToBytes().AsSpan().SequenceEqual(bytes));
        var refused = files.Where(path => HugoFile.Read(File.ReadAllBytes(path)).Refusal is not null);

        Assert.Empty(changed);
        Assert.Empty(refused);
        Assert.True(files.Count > 4000, $"Only {files.Count} files in the corpus");
    }

    [Fact]
    public void Every_path_of_a_real_site_is_taken()
    {
        var refused = Files()
            .Select(path => Path.GetRelativePath(SharedFolder.Require("corpus"), path).Replace('\\', '/'))
            .Select(path => (path, ContentPath.Read(path).Refusal))
            .Where(read => read.Refusal is not null);

        Assert.Empty(refused);
    }

    [Fact]
    public void Every_newsroom_file_reads_and_has_its_fields()
    {
        var texts = Files("news-zh-hk").Select(path => (path, Front: FrontMatter.Read(Text(path)))).ToList();

        Assert.Empty(texts.Where(each => each.Front.Error is not null).Select(each => $"{each.path}: {each.Front.Error}"));
        Assert.All(texts, each => Assert.NotNull(each.Front["title"]));
        Assert.True(texts.Count(each => each.Front.Format == FrontMatterFormat.Yaml) > 600);
        Assert.Contains(texts, each => each.Front.Format == FrontMatterFormat.Toml);
        Assert.Contains(texts, each => each.Front.Format == FrontMatterFormat.Json);
    }

    /// <summary>An archetype is a template, and need not be front matter before Hugo fills it in.</summary>
    [Fact]
    public void Every_front_matter_of_other_sites_reads_too()
    {
        var unread = Files().Where(path => !path.Contains("/archetypes/", StringComparison.Ordinal)).Select(path => (path, FrontMatter.Read(Text(path)).Error)).Where(each => each.Error is not null);

        Assert.Empty(unread);
    }

    /// <summary>The law of the house: an edit is a splice, all other bytes stay, and the file reads as before but for the one value.</summary>
    [Fact]
    public void Every_scalar_of_the_newsroom_can_be_replaced_and_nothing_else_changes()
    {
        var edits = 0;
        foreach (var path in Files("news-zh-hk"))
        {
            var text = Text(path);
            var front = FrontMatter.Read(text);
            foreach (var field in front.Fields.Where(each => !each.IsDuplicate && !each.IsNested && each.Kind != ValueKind.List))
            {
                var value = $"改：\"{edits}\" # 'x'";
                var edit = front.Set(field.Key, new FieldValue.Text(value));
                Assert.True(edit.IsDone, $"{path} {field.Key}: {edit.Refusal}");
                AssertOnly(edit, text, field.ValueStart, field.ValueEnd, path);
                Assert.Equal(value, FrontMatter.Read(edit.Change.Apply(text))[field.Key]?.Text);
                edits++;
            }
        }
        Assert.True(edits > 8000, $"Only {edits} values");
    }

    [Fact]
    public void Every_list_of_the_newsroom_gains_loses_and_turns_its_items_by_lines_alone()
    {
        var edits = 0;
        foreach (var path in Files("news-zh-hk"))
        {
            var text = Text(path);
            var front = FrontMatter.Read(text);
            foreach (var field in front.Fields.Where(each => !each.IsDuplicate && each.Items.Count > 0))
            {
                string[][] wishes = [[.. field.Items, "新：項"], [.. field.Items.Skip(1)], [.. field.Items.Reverse()], ["a", .. field.Items], []];
                foreach (var wish in wishes)
                {
                    var edit = front.Set(field.Key, new FieldValue.Items(wish));
                    Assert.True(edit.IsDone, $"{path} {field.Key}: {edit.Refusal}");
                    AssertOnly(edit, text, field.Start, field.End, path);
                    Assert.Equal(wish, FrontMatter.Read(edit.Change.Apply(text))[field.Key]!.Items);
                    edits++;
                }
            }
        }
        Assert.True(edits > 10000, $"Only {edits} lists");
    }

    [Fact]
    public void Every_field_can_be_taken_out_and_a_new_one_added()
    {
        foreach (var path in Files("news-zh-hk"))
        {
            var text = Text(path);
            var front = FrontMatter.Read(text);
            foreach (var key in front.Fields.Select(each => each.Key).Distinct(StringComparer.OrdinalIgnoreCase))
                Assert.True(front.Remove(key).IsDone, $"{path}: {key} cannot be removed");
            var added = front.Set("new_key", new FieldValue.Items(["甲", "true"]));
            Assert.True(added.IsDone, $"{path}: {added.Refusal}");
            var after = added.Change.Apply(text);
            Assert.Equal(text, FrontMatter.Read(after).Remove("new_key").Change?.Apply(after));
        }
    }

    private static void AssertOnly(FieldEdit edit, string text, int from, int to, string path)
    {
        foreach (var change in edit.Change!.Changes)
            Assert.True(change.FromA >= from && change.ToA <= to, $"{path}: changes {change.FromA}..{change.ToA} outside {from}..{to} of {text.Length}");
    }

    private static string Text(string path) => HugoFile.Read(File.ReadAllBytes(path)).File!.Text;

    private static IEnumerable<string> Files(string site = "") =>
        Directory.EnumerateFiles(SharedFolder.Require("corpus", site), "*.md", SearchOption.AllDirectories);
}
