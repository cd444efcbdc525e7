using System.Diagnostics;
using System.Text;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Features.Taxonomy;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Tests.Features.Articles;
using NewsroomPortal.Tests.Support;
using static NewsroomPortal.Tests.Features.Articles.StaffedNewsroom;

namespace NewsroomPortal.Tests.Features.Publishing;

public sealed class ArticleImportTests : IAsyncLifetime
{
    private readonly DirectoryInfo _elsewhere = Directory.CreateTempSubdirectory("newsroom-import-");
    private StaffedNewsroom _newsroom = null!;

    public async ValueTask InitializeAsync() => _newsroom = await Open();

    public async ValueTask DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _elsewhere.Delete(recursive: true);
    }

    [Fact]
    public async Task A_file_becomes_a_live_article_of_nobody_at_its_path_and_lies_in_the_site()
    {
        var bytes = "---\r\ntitle: 舊聞\r\ncategories: [港聞]\r\n---\r\n內容"u8.ToArray();
        var id = await _newsroom.Import("docs/舊聞 一.md", bytes);
        var article = await _newsroom.Article(id);
        Assert.Equal(("docs/舊聞 一.md", "Closed/Live", null, 1, TextHash.Of(bytes)),
            (article.Path, article.States(), article.OwnerId, article.PublishedVersion, article.PublishedSha256));
        Assert.Equal(bytes, _newsroom.OnDisk("docs/舊聞 一.md"));
        Assert.Equal(("import", 1, "docs/舊聞 一.md"), ((await _newsroom.Audit(id))[0].Act, (await _newsroom.Audit(id))[0].Version, (await _newsroom.Audit(id))[0].Reason));
        Assert.Equal(DiskStanding.AsPublished, (await _newsroom.Disk.Report(Lok, id))?.Standing);
        await _newsroom.Follow(id);
        Assert.Equal(("舊聞", "港聞"), ((await _newsroom.Article(id)).Headline, (await _newsroom.Article(id)).Section));
    }

    [Fact]
    public async Task What_cannot_be_taken_is_named_with_its_reason_and_the_rest_is_taken()
    {
        _newsroom.PutOnDisk("content/theirs.md", "theirs");
        _newsroom.PutOnDisk("content/same.md", "same");
        var results = await Take(
            ("content/good.md", "---\ntitle: 好\n---\n"u8.ToArray()),
            ("content/latin.md", [.. "a\nb "u8, 0xE9]),
            ("content/GOOD.md", "x"u8.ToArray()),
            ("../out.md", "x"u8.ToArray()),
            ("content/theirs.md", "mine"u8.ToArray()),
            ("content/same.md", "same"u8.ToArray()),
            ("content/toml.md", "+++\ntitle = '好'\n+++\n"u8.ToArray()),
            ("content/empty.md", []),
            ("content/long.md", new byte[DocumentText.MostBytes + 1]));
        Assert.Equal(
            [null, "publishing.import.encoding (2, 4, Windows-1252)", "articles.path.taken (content/good.md)", "hugo.path.traversal", "publishing.import.different (content/theirs.md)", null, null, null, "editing.tooLong (4)"],
            results.Select(file => file.Refusal?.ToString()));
        Assert.Equal(results.Select(file => file.Refusal is null), results.Select(file => file.ArticleId is not null));
        Assert.Equal("theirs", Encoding.UTF8.GetString(_newsroom.OnDisk("content/theirs.md")!));
        Assert.Equal(["content/empty.md", "content/good.md", "content/same.md", "content/theirs.md", "content/toml.md"], _newsroom.SiteFiles());
    }

    [Fact]
    public async Task An_import_that_was_broken_off_goes_on_where_it_stopped()
    {
        var first = await _newsroom.Import("content/a.md", "a"u8.ToArray());
        var results = await Take(("content/a.md", "a"u8.ToArray()), ("content/b.md", "b"u8.ToArray()));
        Assert.Equal([(true, first), (false, first + 1)], results.Select(file => (file.IsKnown, file.ArticleId!.Value)));
        var other = Assert.Single(await Take(("content/a.md", "another"u8.ToArray())));
        Assert.Equal("articles.path.taken", other.Refusal?.Word);
        Assert.Equal("a"u8.ToArray(), _newsroom.OnDisk("content/a.md")!);
    }

    [Fact]
    public async Task List_and_terms_are_there_with_the_article_and_leave_followers_nothing_to_do()
    {
        await Take(
            ("content/a.md", "---\ntitle: 渡輪停航\ncategories: [港聞, 天氣]\ntags: [渡輪, 颱風, 渡輪]\n---\n"u8.ToArray()),
            ("content/b.md", "---\ntitle: 渡輪復航\ncategories: [港聞]\ntags: [渡輪]\n---\n"u8.ToArray()),
            ("content/broken.md", "---\ntitle: [\n---\n"u8.ToArray()));
        await using var db = _newsroom.House.Db();
        Assert.Equal(
            [("渡輪停航", "港聞", 1), ("渡輪復航", "港聞", 1), ("", "", 1)],
            db.Set<Article>().OrderBy(article => article.Id).AsEnumerable().Select(article => (article.Headline, article.Section, article.FollowedVersion)));
        Assert.Equal(
            ["1 天氣", "1 渡輪", "1 港聞", "1 颱風", "2 渡輪", "2 港聞"],
            db.Set<ArticleTerm>().AsEnumerable().Select(use => $"{use.ArticleId} {use.Name}").Order(StringComparer.Ordinal));
        Assert.Equal(["天氣", "渡輪", "港聞", "颱風"], db.Set<Term>().AsEnumerable().Select(term => term.Name).Order(StringComparer.Ordinal));
        Assert.Equal([3L, 3L, 3L], db.Set<FollowerCursor>().Select(cursor => cursor.Sequence));
    }

    [Fact]
    public async Task Many_slices_come_back_in_order_and_a_refused_file_leaves_the_others_of_its_slice()
    {
        var files = Enumerable.Range(0, 450)
            .Select(number => ($"content/{number:000}.md", number == 210 ? [0xFF] : Encoding.UTF8.GetBytes($"---\ntitle: 第{number}則\n---\n"))).ToArray();
        var results = await Take(files);
        Assert.Equal(files.Select(file => file.Item1), results.Select(file => file.Path));
        Assert.Equal(["content/210.md"], results.Where(file => file.Refusal is not null).Select(file => file.Path));
        Assert.Equal(449, _newsroom.SiteFiles().Count());
        await using var db = _newsroom.House.Db();
        Assert.Equal(449, db.Set<Article>().Count());
        Assert.Equal("第449則", (await _newsroom.Article(results[^1].ArticleId!.Value)).Headline);
    }

    [Fact]
    public async Task A_second_import_writes_nothing()
    {
        var files = Enumerable.Range(0, 250).Select(number => ($"content/{number:000}.md", Encoding.UTF8.GetBytes($"第{number}則"))).ToArray();
        var first = await Take(files);
        var second = await Take(files);
        Assert.Equal(first.Select(file => file.ArticleId), second.Select(file => file.ArticleId));
        Assert.All(second, file => Assert.True(file.IsKnown));
        await using var db = _newsroom.House.Db();
        Assert.Equal((250, 250, 250), (db.Set<Document>().Count(), db.Set<DocumentChange>().Count(), db.Set<AuditEntry>().Count()));
    }

    [Fact]
    public async Task An_import_that_is_left_midway_keeps_whole_slices_and_goes_on_later()
    {
        var files = Enumerable.Range(0, 1500).Select(number => ($"content/{number:0000}.md", Encoding.UTF8.GetBytes($"第{number}則"))).ToArray();
        await foreach (var file in _newsroom.Get<ArticleImport>().Take(files.Select(file => new ImportFile(file.Item1, file.Item2)), Actor.Portal))
        {
            Assert.False(file.IsKnown);
            break;
        }
        await using var db = _newsroom.House.Db();
        var kept = db.Set<Article>().Count();
        Assert.InRange(kept, 1, 1499);
        Assert.Equal(kept, db.Set<DocumentChange>().Count());
        var results = await Take(files);
        Assert.Equal((0, kept), (results.Count(file => file.Refusal is not null), results.Count(file => file.IsKnown)));
        Assert.Equal(1500, db.Set<Article>().Count());
    }

    [Fact]
    public async Task What_the_source_throws_comes_to_who_takes()
    {
        var fault = await Assert.ThrowsAsync<IOException>(async () =>
        {
            await foreach (var file in _newsroom.Get<ArticleImport>().Take(Broken(), Actor.Portal))
            {
                Assert.Null(file.Refusal);
            }
        });
        Assert.Equal("the disk went away", fault.Message);

        static IEnumerable<ImportFile> Broken()
        {
            yield return new ImportFile("content/a.md", [0x61]);
            throw new IOException("the disk went away");
        }
    }

    [Theory]
    [InlineData("content/Café.md")]
    [InlineData("CONTENT/CAFÉ.md")]
    public async Task Paths_are_unique_also_in_another_case_or_Unicode_form(string path)
    {
        await _newsroom.Import("content/café.md", "x"u8.ToArray());
        var results = await Take((path.Normalize(NormalizationForm.FormD), "y"u8.ToArray()));
        Assert.Equal(new Refusal("articles.path.taken", "content/café.md"), results[0].Refusal);
    }

    [Fact]
    public void The_walk_leaves_out_what_is_not_content()
    {
        foreach (var file in new[]
        {
            "a.md", "content/post/b.md", "content/post/c.markdown", "themes/t/x.md", "content/themes/x.md", "public/x.md", "resources/x.md", "node_modules/x.md", ".git/x.md",
            "content/.hidden/x.md", "content/publics/d.md", "content/.dot.md", "e.MD",
        })
        {
            var full = Path.Combine(_elsewhere.FullName, file);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, "x");
        }
        Directory.CreateSymbolicLink(Path.Combine(_elsewhere.FullName, "linked"), Path.Combine(_elsewhere.FullName, "content"));
        File.CreateSymbolicLink(Path.Combine(_elsewhere.FullName, "link.md"), Path.Combine(_elsewhere.FullName, "a.md"));
        Assert.Equal(["a.md", "content/.dot.md", "content/post/b.md", "content/publics/d.md"], ImportFolder.Walk(_elsewhere.FullName));
    }

    [Fact]
    public async Task The_newsrooms_own_files_come_back_byte_for_byte()
    {
        var folder = SharedFolder.Require("corpus", "news-zh-hk");
        var paths = ImportFolder.Walk(folder).ToList();
        var watch = Stopwatch.StartNew();
        var results = await Take([.. paths.Select(path => (path, File.ReadAllBytes(Path.Combine(folder, path))))]);
        TestContext.Current.SendDiagnosticMessage("Imported {0} files in {1} ms", paths.Count, watch.ElapsedMilliseconds);
        Assert.Equal(800, results.Count(file => file.Refusal is null));

        await foreach (var file in _newsroom.Get<ArticleExport>().Write(_elsewhere.FullName, published: false))
        {
            Assert.Null(file.Refusal);
        }
        Assert.Equal(paths, ImportFolder.Walk(_elsewhere.FullName));
        Assert.DoesNotContain(paths, path => !File.ReadAllBytes(Path.Combine(folder, path)).SequenceEqual(File.ReadAllBytes(Path.Combine(_elsewhere.FullName, path))));
        Assert.DoesNotContain(paths, path => !File.ReadAllBytes(Path.Combine(folder, path)).SequenceEqual(_newsroom.OnDisk(path)!));
    }

    [Fact]
    public async Task An_export_has_the_newest_texts_or_what_is_live()
    {
        var live = await _newsroom.Published();
        await Done(_newsroom.Reviewer.StartCorrection(Mei, live, await _newsroom.Head(live)));
        var published = await _newsroom.Text(live);
        await _newsroom.Append(live, Mei, "更正。\n");
        var draft = await _newsroom.Draft();
        Assert.Equal([("content/post/2026/03/20260302-1.md", await _newsroom.Text(live)), ("content/post/2026/03/20260302-2.md", await _newsroom.Text(draft))],
            await Exported(published: false));
        Assert.Equal([("content/post/2026/03/20260302-1.md", published)], await Exported(published: true));
        await Done(_newsroom.Publisher.Withhold(Lok, live, "原因"));
        Assert.Empty(await Exported(published: true));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/content")]
    public async Task Nothing_is_exported_into_the_site(string below)
    {
        await _newsroom.Draft();
        var files = new List<ExportedFile>();
        await foreach (var file in _newsroom.Get<ArticleExport>().Write(_newsroom.Site + below, published: false))
        {
            files.Add(file);
        }
        Assert.Equal("publishing.export.site", Assert.Single(files).Refusal?.Word);
        Assert.Empty(_newsroom.SiteFiles());
    }

    private async Task<List<(string, DocumentText)>> Exported(bool published)
    {
        var folder = _elsewhere.CreateSubdirectory(Guid.NewGuid().ToString("N"));
        var files = new List<(string, DocumentText)>();
        await foreach (var file in _newsroom.Get<ArticleExport>().Write(folder.FullName, published))
        {
            var text = File.ReadAllText(Path.Combine(folder.FullName, file.Path));
            var id = files.Count + 1;
            files.Add((file.Path, (await _newsroom.Text(id)) with { Text = text, Version = published ? (await _newsroom.Article(id)).PublishedVersion!.Value : await _newsroom.Head(id) }));
        }
        return files;
    }

    private async Task<List<ImportedFile>> Take(params (string Path, byte[] Bytes)[] files)
    {
        var results = new List<ImportedFile>();
        await foreach (var file in _newsroom.Get<ArticleImport>().Take(files.Select(file => new ImportFile(file.Path, file.Bytes)), Actor.Portal))
        {
            results.Add(file);
        }
        return results;
    }
}
