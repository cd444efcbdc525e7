using System.Diagnostics;
using System.Text;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Tests.Features.Articles;
using NewsroomPortal.Tests.Shell.Commands;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Features.Publishing;

/// <summary>Every name is either kept byte for byte, through import and export, or refused by name: nothing is renamed, nothing lost silently.</summary>
public sealed class FileNamesTests : IAsyncLifetime
{
    private static readonly string Longest = string.Concat(Enumerable.Repeat("長", 84));
    private static readonly string Deep = string.Join('/', Enumerable.Repeat(new string('d', 200), 6));

    /// <summary>In the order in which they are found: of two that some file system takes for one, the first is taken.</summary>
    private static readonly (string Path, string? Refusal)[] Table =
    [
        ("content/#1.md", "hugo.path.character"),
        ("content/#1.png", null),
        ("content/A.md", null),
        ("content/A.png", null),
        ("content/CON.md", "hugo.path.reserved"),
        ("content/a b.md", null),
        ("content/a\nb.md", "hugo.path.control-character"),
        ("content/a\nb.png", "hugo.path.control-character"),
        ("content/a\\b.md", "hugo.path.character"),
        ("content/a.md", "articles.path.taken"),
        ("content/a.png", "articles.path.taken"),
        ("content/e\u0301.md", null),
        ("content/e\u0301.png", null),
        ("content/\u00E9.md", "articles.path.taken"),
        ("content/\u00E9.png", "articles.path.taken"),
        ("content/q?.md", "hugo.path.character"),
        ("content/s./a.md", "hugo.path.edge"),
        ("content/s /a.png", "hugo.path.edge"),
        ("content/t.", "hugo.path.edge"),
        ("content/t ", "hugo.path.edge"),
        ("content/\u200Bz.md", "hugo.path.control-character"),
        ($"content/{Longest}.md", null),
        ($"content/{Longest}.png", "hugo.path.too-long"),
        ($"content/{Deep}/a.md", "hugo.path.too-long"),
        ("content/𠮷.md", null),
    ];

    private readonly TempFolder _folder = new();
    private StaffedNewsroom _newsroom = null!;

    public async ValueTask InitializeAsync() => _newsroom = await StaffedNewsroom.Open();

    public async ValueTask DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        // A name that is not UTF-8 is one that .NET cannot take away.
        using (var gone = Process.Start("rm", ["-rf", _folder["in"]]))
        {
            await gone.WaitForExitAsync();
        }
        _folder.Dispose();
    }

    [Fact]
    public async Task Names_are_kept_or_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has all of these names in one folder.");
        // One byte more than a file's name may have cannot be made: that row asks the import alone.
        var made = Table.Where(file => !file.Path.EndsWith($"{Longest}.png", StringComparison.Ordinal)).ToList();
        var bytes = made.ToDictionary(file => file.Path, file => Encoding.UTF8.GetBytes(file.Path));
        ContentTree.Write(_folder["in"], bytes);
        using (var odd = Process.Start("sh", ["-c", "printf x > \"$0/content/$(printf '\\377').md\"", _folder["in"]]))
        {
            await odd.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var expected = made.Append(("content/\uFFFD.md", "publishing.import.unreadable")).OrderBy(file => file.Item1, StringComparer.Ordinal).ToList();
        for (var round = 0; round < 2; round++)
        {
            var report = await Compare();
            var taken = await new FolderImport(_folder["in"], _newsroom.Get<ArticleImport>(), _newsroom.Get<FileImport>()).Take(report.Found(), Actor.Portal).ToListAsync(TestContext.Current.CancellationToken);
            var told = taken.Select(file => (file.Path, file.Refusal?.Word)).Concat(report.Refused.Select(file => (file.Path, (string?)file.Refusal!.Word)));
            Assert.Equal(expected.Where(file => round == 0 || file.Item2 is not null), told.OrderBy(file => file.Path, StringComparer.Ordinal));
        }
        var kept = bytes.Where(file => made.Contains((file.Key, null))).ToDictionary();
        Assert.Equal(kept.Count, (await Compare()).Unchanged);
        Assert.All(await _newsroom.Get<ArticleExport>().Write(_folder["out"], published: true).ToListAsync(TestContext.Current.CancellationToken), file => Assert.Null(file.Refusal));
        Assert.Equivalent(kept, ContentTree.Read(_folder["out"], "*"), strict: true);
        var site = ContentTree.Read(_newsroom.Site, "*");
        site.Remove("hugo.toml");
        Assert.Equivalent(kept, site, strict: true);
    }

    [Fact]
    public async Task A_name_that_no_file_can_have_is_refused()
    {
        var taken = await _newsroom.Get<FileImport>().Take([new ImportFile($"content/{Longest}.png", [1])], Actor.Portal).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Table.Single(file => file.Path.EndsWith($"{Longest}.png", StringComparison.Ordinal)).Refusal, Assert.Single(taken).Refusal?.Word);
    }

    private Task<FolderReport> Compare() => _newsroom.Get<FolderComparison>().Compare(_folder["in"]);
}
