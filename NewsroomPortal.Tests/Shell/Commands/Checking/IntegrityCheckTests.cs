using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Features.Taxonomy;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Language;
using NewsroomPortal.Shell.Commands.Checking;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Shell.Commands.Checking;

public sealed class IntegrityCheckTests
{
    private const string Text = "---\ntitle: 平安\ntags: [天氣]\n---\n海面平靜。\n";

    [Fact]
    public async Task Finds_nothing_in_a_sound_newsroom()
    {
        await using var newsroom = await Imported();

        Assert.Empty(await Problems(newsroom));
    }

    [Theory]
    [InlineData("UPDATE Articles SET Headline = '別的'", "shell.check.list")]
    [InlineData("UPDATE Articles SET FollowedVersion = 0", "shell.check.list")]
    [InlineData("DELETE FROM ArticleTerms", "shell.check.terms")]
    [InlineData("INSERT INTO ArticleTerms (ArticleId, Kind, Name) VALUES (1, 1, '天氣')", "shell.check.terms", "shell.check.unknownTerm")]
    [InlineData("DELETE FROM Terms", "shell.check.unknownTerm")]
    [InlineData("UPDATE Articles SET ApprovedVersion = 7", "shell.check.bookmark")]
    [InlineData("UPDATE Documents SET Head = 2", "shell.check.head")]
    [InlineData("UPDATE DocumentChanges SET Version = 2", "shell.check.gap")]
    [InlineData("UPDATE DocumentChanges SET Changes = '[5,[0,\"x\"]]'", "shell.check.change")]
    [InlineData("UPDATE DocumentChanges SET Changes = 'x'", "shell.check.change")]
    [InlineData("INSERT INTO DocumentSnapshots (DocumentId, Version, Text) VALUES (1, 1, 'x')", "shell.check.snapshot")]
    [InlineData("UPDATE DocumentChanges SET Changes = '[[0,\"---\",\"title: 平安\",\"tags: [天氣]\",\"---\",\"別的\",\"\"]]'", "shell.check.published")]
    [InlineData("INSERT INTO DocumentSnapshots (DocumentId, Version, Text) VALUES (1, 9, 'x')", "shell.check.snapshot")]
    [InlineData("DELETE FROM DocumentChanges", "shell.check.head")]
    [InlineData("UPDATE Documents SET Head = 0", "shell.check.head", "shell.check.bookmark")]
    [InlineData("INSERT INTO DocumentChanges (DocumentId, Version, ClientId, AtUtc, Changes) VALUES (1, 3, 'x', '2026-03-02', '[1]')", "shell.check.gap")]
    [InlineData("INSERT INTO DocumentChanges (DocumentId, Version, ClientId, AtUtc, Changes) VALUES (7, 1, 'x', '2026-03-02', '[[0,\"x\"]]')", "shell.check.orphans")]
    [InlineData("DELETE FROM ArticleTerms; DELETE FROM Articles", "shell.check.noArticle")]
    [InlineData("DELETE FROM Documents", "shell.check.noDocument", "shell.check.orphans")]
    [InlineData("UPDATE Articles SET Public = 2", "shell.check.leftThere")]
    public async Task Tells_what_does_not_agree(string damage, params string[] words)
    {
        await using var newsroom = await Imported();
        await using (var db = newsroom.Db())
        {
            Assert.True(await db.Database.ExecuteSqlRawAsync(damage.Replace("{", "{{", StringComparison.Ordinal)) > 0);
        }

        Assert.Equal(words, (await Problems(newsroom)).Select(problem => problem.What.Word));
    }

    [Theory]
    [InlineData("別的\n", "shell.check.changedOnDisk")]
    [InlineData(null, "shell.check.missing")]
    public async Task Tells_what_happened_to_a_file(string? text, string word)
    {
        await using var newsroom = await Imported();
        newsroom.Get<ContentFolder>().Remove("content/平安.md");
        if (text is not null)
        {
            newsroom.Get<ContentFolder>().Write("content/平安.md", text.Bytes());
        }

        Assert.Equal([new Problem("content/平安.md", new Refusal(word))], await Problems(newsroom));
    }

    private static async Task<TestNewsroom> Imported()
    {
        var newsroom = await TestNewsroom.Open(services => services.AddArticles().AddTaxonomy().AddPublishing());
        await foreach (var file in newsroom.Get<ArticleImport>().Take([new ImportFile("content/平安.md", Text.Bytes())], Actor.Portal))
        {
            Assert.Equal(1, file.ArticleId);
        }
        await newsroom.Get<Following>().Settled();
        return newsroom;
    }

    private static async Task<List<Problem>> Problems(TestNewsroom newsroom)
    {
        var words = newsroom.Get<Words>();
        var problems = new List<Problem>();
        var check = new IntegrityCheck(newsroom.Get<IDbContextFactory<NewsroomDb>>(), newsroom.Get<ContentFolder>());
        await foreach (var problem in check.Problems(_ => { }))
        {
            Assert.NotEmpty(words.Say(problem.What.Word, problem.What.Values));
            problems.Add(problem);
        }
        return problems;
    }
}
