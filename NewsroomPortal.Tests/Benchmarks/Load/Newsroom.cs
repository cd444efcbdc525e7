using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.People;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Benchmarks.Load;

/// <summary>A data folder with editors, who share one password, and drafts.</summary>
internal sealed class Newsroom : IDisposable
{
    private const string Password = "three quiet words of a test";

    private static readonly Actor Editor = new("load", "Load", Role.Editor | Role.Journalist);

    private readonly List<string> _emails = [];

    public string Folder { get; } = Directory.CreateTempSubdirectory("newsroom-").FullName;

    public IReadOnlyList<long> Articles { get; private set; } = [];

    public static async Task<Newsroom> Make(int people, int articles, int kilobytes)
    {
        var newsroom = new Newsroom();
        await using (var rooms = await Rooms.Open(newsroom.Folder))
        {
            await using var db = await rooms.GetRequiredService<IDbContextFactory<NewsroomDb>>().CreateDbContextAsync();
            newsroom.Hire(db, people);
            await db.SaveChangesAsync();
            var ids = new List<long>();
            for (var number = 0; number < articles; number++)
            {
                ids.Add(await Write(rooms, ChineseArticle.Body(kilobytes, number)));
            }
            newsroom.Articles = ids;
        }
        SqliteConnection.ClearAllPools();
        return newsroom;
    }

    /// <summary>A draft with this body; the value is its id.</summary>
    public static async Task<long> Write(IServiceProvider rooms, string body)
    {
        var created = await rooms.GetRequiredService<ArticleShelf>().Create(Editor);
        var authority = rooms.GetRequiredService<Authority>();
        var text = (await authority.Read(created.Value))!.Text;
        var answer = await authority.Push(created.Value, 1, [new Update(Guid.NewGuid().ToString("N"), ChangeSet.Replace(text.Length, text.Length, text.Length, body))], Editor);
        return answer.Refused is null ? created.Value : throw new InvalidOperationException(answer.Refused.ToString());
    }

    /// <summary>A browser in which this person is signed in, and its cookies.</summary>
    public async Task<Browser> SignIn(string address, int person)
    {
        var browser = new Browser(address);
        var answer = await browser.Http.Submit("/account/sign-in", new() { ["Form.Email"] = _emails[person], ["Form.Password"] = Password });
        return answer.Headers.Location is not null ? browser : throw new InvalidOperationException($"{_emails[person]} cannot sign in: {(int)answer.StatusCode}");
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private void Hire(NewsroomDb db, int people)
    {
        // One hash for all: two hundred of them would take longer than the warm-up.
        var hash = new PasswordHasher<Person>().HashPassword(new Person { Name = "" }, Password);
        for (var number = 0; number < people; number++)
        {
            var email = $"editor{number}@example.hk";
            _emails.Add(email);
            db.Add(new Person
            {
                Name = $"Editor {number}",
                UserName = email,
                NormalizedUserName = email.ToUpperInvariant(),
                Email = email,
                NormalizedEmail = email.ToUpperInvariant(),
                PasswordHash = hash,
                Roles = Role.Editor | Role.Journalist,
            });
        }
    }
}
