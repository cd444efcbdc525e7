using NewsroomPortal.Features.People;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Features.Taxonomy;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Tests.Support;
using static NewsroomPortal.Tests.Features.Articles.StaffedNewsroom;

namespace NewsroomPortal.Tests.Durability;

/// <summary>A full or broken disk refuses acts with a word: an exception would end the person's circuit.</summary>
public sealed class RefusedActsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task People_and_terms_stay_as_they_are()
    {
        var database = new ReadOnlyDatabase();
        await using var portal = new PortalFactory(more: database.AddTo);
        var ada = await portal.Add("Ada", Role.Admin);
        var (register, terms) = (portal.Get<PeopleRegister>(), portal.Get<TermShelf>());
        database.TakesNothing = true;

        Assert.Equal(NotSaved.Word, (await register.Add(ada.AsActor(), "Mei", "mei@example.hk", PortalFactory.Password, Role.Journalist)).Refusal?.Word);
        Assert.Equal(NotSaved.Word, (await register.SetRoles(ada.AsActor(), ada.Id, Role.Admin | Role.Editor)).Refusal?.Word);
        Assert.Equal(NotSaved.Word, (await terms.Create(ada.AsActor(), TermKind.Tag, "天氣", Cancel)).Refusal?.Word);
        Assert.Equal([ada.Id], (await register.List()).Select(person => person.Id));

        database.TakesNothing = false;
        Assert.Null((await terms.Create(ada.AsActor(), TermKind.Tag, "天氣", Cancel)).Refusal);
    }

    [Fact]
    public async Task A_right_password_opens_and_a_wrong_one_does_not()
    {
        var database = new ReadOnlyDatabase();
        await using var portal = new PortalFactory(more: database.AddTo);
        var ada = await portal.Add("Ada", Role.Admin);
        Task<Outcome<Person>> Try(string password) => portal.Get<SignIn>().Check(ada.Email!, password, "192.0.2.1");
        // A failure to forget, which is a write.
        Assert.Equal("people.signInWrong", (await Try("not my password")).Refusal?.Word);
        database.TakesNothing = true;

        Assert.Equal("people.signInWrong", (await Try("not my password")).Refusal?.Word);
        Assert.Equal(ada.Id, (await Try(PortalFactory.Password)).Value?.Id);
    }

    [Fact]
    public async Task Articles_stay_as_they_are_on_the_site_too()
    {
        var database = new ReadOnlyDatabase();
        await using var newsroom = await Open(more: database.AddTo);
        var (approved, draft) = (await newsroom.Approved(), await newsroom.Draft());
        var before = await newsroom.Article(approved);
        database.TakesNothing = true;

        Assert.Equal("editing.notSaved", (await newsroom.Shelf.Create(Mei, Cancel)).Refusal?.Word);
        await Refused("editing.notSaved", newsroom.Reviewer.Submit(Mei, draft, await newsroom.Head(draft), Cancel));
        await Refused("editing.notSaved", newsroom.Publisher.Publish(Lok, approved, await newsroom.Head(approved), Cancel));
        await Refused("editing.notSaved", newsroom.Shelf.Delete(Mei, draft, Cancel));
        var import = newsroom.Get<FileImport>().Take([new ImportFile("content/a.png", [1])], Lok, Cancel);
        Assert.Equal(NotSaved.Word, Assert.Single(await import.ToListAsync(Cancel)).Refusal?.Word);
        Assert.Empty(newsroom.SiteFiles().Where(file => file.EndsWith(".md", StringComparison.Ordinal)));
        Assert.Equal((before.Working, before.Public), ((await newsroom.Article(approved)).Working, (await newsroom.Article(approved)).Public));

        database.TakesNothing = false;
        await Done(newsroom.Publisher.Publish(Lok, approved, await newsroom.Head(approved), Cancel));
        Assert.Single(newsroom.SiteFiles(), file => file.EndsWith(".md", StringComparison.Ordinal));
    }
}
