using NewsroomPortal.Features.Articles;
using NewsroomPortal.Foundation.Audit;

namespace NewsroomPortal.Features.Publishing.TruePreview;

/// <summary>A build that somebody looks at, as long as they may read its article.</summary>
/// <param name="reader">Who they are now; null: their session has ended.</param>
internal sealed class KeptBuild(BuildFolder folder, long articleId, Func<Task<Actor?>> reader, ArticleShelf shelf, TimeProvider clock)
{
    // A page asks for its styles and pictures all at once.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private long _askedAt = clock.GetTimestamp();
    private Task<bool> _answer = Task.FromResult(true);

    public BuildFolder Folder { get; } = folder;

    public Task<bool> MayBeRead()
    {
        lock (_lock)
        {
            if (clock.GetElapsedTime(_askedAt) >= Fresh)
            {
                (_askedAt, _answer) = (clock.GetTimestamp(), Ask());
            }
            return _answer;
        }
    }

    private async Task<bool> Ask() => await reader() is { } who && await shelf.Find(who, articleId) is not null;
}
