namespace NewsroomPortal.Foundation.Changes;

/// <summary>
/// Where each unit of a text comes from, as a number of the caller's, while changes go over the text. Neighbours of one origin are one
/// span; the spans lie in chunks, so that 100,000 changes at random places take a second and not an hour.
/// </summary>
public sealed class TextOrigins
{
    const int MostInAChunk = 512;

    readonly List<Chunk> chunks;

    /// <summary>A text of <paramref name="length"/> UTF-16 units that all have one origin.</summary>
    public TextOrigins(int length, int origin)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        chunks = [new Chunk([new Span(length, origin)])];
    }

    /// <summary>UTF-16 units of the text.</summary>
    public int Length => chunks.Sum(chunk => chunk.Length);

    /// <summary>What the change inserts is of this origin; the rest keeps its own.</summary>
    public void Take(ChangeSet change, int origin)
    {
        ArgumentNullException.ThrowIfNull(change);
        Check(change.Length);
        foreach (var (fromA, toA, fromB, toB, _) in change.Changes)
            Replace(fromB, toA - fromA, toB - fromB, origin);
    }

    /// <summary>Goes back to before the change: what it removed is there again, of this origin.</summary>
    public void TakeBack(ChangeSet change, int origin)
    {
        ArgumentNullException.ThrowIfNull(change);
        Check(change.NewLength);
        foreach (var (fromA, toA, fromB, toB, _) in change.Changes)
            Replace(fromA, toB - fromB, toA - fromA, origin);
    }

    /// <summary>The spans from one unit up to another, in order.</summary>
    public IEnumerable<(int Length, int Origin)> Between(int from, int to)
    {
        var at = 0;
        foreach (var chunk in chunks)
        {
            if (at >= to)
                yield break;
            if (at + chunk.Length > from)
            {
                var start = at;
                foreach (var (length, origin) in chunk.Spans)
                {
                    var shared = Math.Min(start + length, to) - Math.Max(start, from);
                    if (shared > 0)
                        yield return (shared, origin);
                    start += length;
                }
            }
            at += chunk.Length;
        }
    }

    void Check(int length)
    {
        if (length != Length)
            throw new ArgumentException($"A change of a text of length {length} does not fit one of length {Length}", nameof(length));
    }

    void Replace(int position, int removed, int inserted, int origin)
    {
        var index = 0;
        while (index < chunks.Count - 1 && position > chunks[index].Length)
            position -= chunks[index++].Length;
        var first = index;
        var here = Math.Min(removed, chunks[index].Length - position);
        chunks[index].Splice(position, here, inserted, origin);
        for (removed -= here; removed > 0; removed -= here)
        {
            index++;
            here = Math.Min(removed, chunks[index].Length);
            chunks[index].Splice(0, here, 0, 0);
        }
        Tidy(first, index);
    }

    /// <summary>Takes out chunks that became empty and halves one that became too large.</summary>
    void Tidy(int first, int last)
    {
        for (; last >= first; last--)
        {
            if (chunks[last].Length == 0 && chunks.Count > 1)
                chunks.RemoveAt(last);
            else if (chunks[last].Spans.Count > MostInAChunk)
                chunks.Insert(last + 1, chunks[last].Halve());
        }
    }

    readonly record struct Span(int Length, int Origin);

    sealed class Chunk(List<Span> spans)
    {
        public List<Span> Spans { get; private set; } = spans;

        public int Length { get; private set; } = spans.Sum(span => span.Length);

        public void Splice(int position, int removed, int inserted, int origin)
        {
            var result = new List<Span>(Spans.Count + 2);
            var (at, end, placed) = (0, position + removed, false);
            foreach (var span in Spans)
            {
                Add(result, Math.Min(span.Length, position - at), span.Origin);
                if (!placed && at + span.Length >= position)
                {
                    Add(result, inserted, origin);
                    placed = true;
                }
                Add(result, Math.Min(span.Length, at + span.Length - end), span.Origin);
                at += span.Length;
            }
            if (!placed)
                Add(result, inserted, origin);
            Spans = result;
            Length += inserted - removed;
        }

        public Chunk Halve()
        {
            var half = Spans[(Spans.Count / 2)..];
            Spans = Spans[..(Spans.Count / 2)];
            var other = new Chunk(half);
            Length -= other.Length;
            return other;
        }

        static void Add(List<Span> spans, int length, int origin)
        {
            if (length <= 0)
                return;
            if (spans.Count > 0 && spans[^1].Origin == origin)
                spans[^1] = new Span(spans[^1].Length + length, origin);
            else
                spans.Add(new Span(length, origin));
        }
    }
}
