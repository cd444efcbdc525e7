using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Features.Editing.History;

/// <summary>A text whose every part knows its author, while changes go over it.</summary>
/// <param name="length">Units that nobody of those to come has written.</param>
internal sealed class WrittenText(int length = 0)
{
    private const int Nobody = 0;

    private readonly TextOrigins _origins = new(length, Nobody);

    // What one person writes in a minute is one origin, so that a typed paragraph is a few spans and not one a key.
    private readonly List<Author> _authors = [];
    private readonly Dictionary<(string? PersonId, long Minute), int> _known = [];

    /// <summary>How many changes went over it.</summary>
    public int Version { get; private set; }

    public void Take(AuthoredChange change)
    {
        _origins.Take(change.Changes, OriginOf(change));
        Version++;
    }

    /// <summary>Goes back to before the change: what it removed is there again, and its author is who removed it.</summary>
    public void TakeBack(AuthoredChange change) => _origins.TakeBack(change.Changes, OriginOf(change));

    /// <summary>Who wrote most first, each once, with their last time.</summary>
    public IReadOnlyList<Author> Authors(int from, int to) =>
    [
        .. _origins.Between(from, to).Where(span => span.Origin != Nobody)
            .GroupBy(span => _authors[span.Origin - 1].PersonId)
            .OrderByDescending(spans => spans.Sum(span => span.Length))
            .Select(spans => spans.Select(span => _authors[span.Origin - 1]).MaxBy(author => author.AtUtc)!),
    ];

    private int OriginOf(AuthoredChange change)
    {
        var key = (change.PersonId, Minute: change.AtUtc.Ticks / TimeSpan.TicksPerMinute);
        if (!_known.TryGetValue(key, out var origin))
        {
            _authors.Add(new Author(change.PersonId, new DateTime(key.Minute * TimeSpan.TicksPerMinute, DateTimeKind.Utc)));
            _known[key] = origin = _authors.Count;
        }
        return origin;
    }
}

internal sealed record AuthoredChange(string? PersonId, DateTime AtUtc, ChangeSet Changes);
