namespace NewsroomPortal.Features.Articles;

/// <summary>What people do with an article. The names, in lower camel case, are the acts of the audit trail and the ends of word keys.</summary>
public enum ArticleAct
{
    Create,
    Edit,
    Submit,
    Withdraw,
    RequestChanges,
    Approve,
    Publish,
    StartCorrection,
    Withhold,
    Release,
    Delete,
    Assign,
    SetSlug,
    TakeFromDisk,
    PutBackOnDisk,
    FollowRename,
    Restore,
}

public static class ArticleActNames
{
    /// <summary>The act as the audit trail and the word keys spell it, such as <c>requestChanges</c>.</summary>
    public static string Spell(this ArticleAct act)
    {
        var name = act.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
