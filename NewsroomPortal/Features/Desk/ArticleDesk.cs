using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Desk.Fields;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.People;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Features.Desk;

/// <summary>One article as one person has it open: its states, what they may do now, and the form. The text itself goes its own way to the browser.</summary>
public sealed class ArticleDesk(
    IDbContextFactory<NewsroomDb> contexts, Authority authority, DocumentAccessPolicy policy, FieldEditor editor, FieldWarnings warnings, CurrentSite site, TimeProvider clock, CurrentActor person)
{
    private readonly List<IDisposable> _watches = [];
    private bool _isClosed;

    /// <summary>Whose desk it is.</summary>
    public string PersonId => Form.PersonId;

    public Article Article { get; private set; } = null!;

    public ArticleForm Form { get; private set; } = null!;

    /// <summary>Every act with whether it is allowed, and why not.</summary>
    public IReadOnlyList<ActOffer> Offers { get; private set; } = [];

    /// <summary>Why the text cannot be changed by this person now; null where it can.</summary>
    public Refusal? WhyReadOnly { get; private set; }

    public string Headline => Form.Front["title"]?.Text is { Length: > 0 } title ? title : Article.Headline;

    /// <summary>False: there is no such article for this person.</summary>
    /// <param name="onPage">Runs what changes the form where the page is drawn.</param>
    /// <param name="changed">Draws the page anew.</param>
    public async Task<bool> Open(long id, Func<Action, Task> onPage, Action changed)
    {
        if (await authority.Read(id) is not { } text)
        {
            return false;
        }
        Form = new ArticleForm(text, person.Who, editor, authority, warnings);
        if (!await Look())
        {
            return false;
        }
        Form.Changed += changed;
        // News of the text come out of other people's requests; the page is drawn in its own person's language all the same.
        var circuit = ExecutionContext.Capture();
        _watches.Add(authority.Watch(id, newer =>
        {
            var taken = Task.CompletedTask;
            ExecutionContext.Run(circuit!, _ => taken = onPage(() => Form.Take(newer)), null);
            return taken;
        }));
        _watches.Add(new WarningWatch(Form, warnings, site, clock, onPage));
        if (_isClosed)
        {
            Close();
        }
        return true;
    }

    /// <summary>Looks anew at what others may have done to the article; false where it is gone.</summary>
    public async Task<bool> Look()
    {
        var who = await person.Who();
        var id = Form.Text.DocumentId;
        await using var db = await contexts.CreateDbContextAsync();
        if (who is null || await db.Set<Article>().AsNoTracking().FirstOrDefaultAsync(article => article.Id == id) is not { } article)
        {
            return false;
        }
        var access = await policy.Access(who, id);
        Form.PersonId = who.PersonId!;
        Article = article;
        WhyReadOnly = access.WhyNot;
        Offers = ReviewRules.Offers(who, article, Form.Text.Version);
        Form.Stand(access.WhyNot);
        return access.MayRead;
    }

    public Task<DocumentText?> TextAt(int version) => authority.ReadAt(Article.Id, version);

    /// <summary>No longer follows the article. It is not disposed, since the container would then keep it as long as the person stays.</summary>
    public void Close()
    {
        _isClosed = true;
        _watches.ForEach(watch => watch.Dispose());
    }
}
