using System.Buffers;

namespace NewsroomPortal.Foundation.Changes;

/// <summary>Collects sections in their normal form: neighbours of one kind are joined, empty ones left out.</summary>
/// <remarks>Ported from addSection and addInsert of @codemirror/state (MIT, see ChangeSet).</remarks>
internal ref struct SectionWriter(Span<int> scratch)
{
    Span<int> sections = scratch;
    int count;
    char[] text = [];
    int textLength;

    /// <param name="length">Units of the old text.</param>
    /// <param name="insert">Units that replace them, or -1 where the text stays.</param>
    /// <param name="join">Counts it as a part of the section before, whatever its kind.</param>
    public void Add(int length, int insert, bool join = false)
    {
        if (length == 0 && insert <= 0)
            return;
        var last = count - 2;
        if (last >= 0 && insert <= 0 && insert == sections[last + 1])
        {
            sections[last] += length;
        }
        else if (last >= 0 && length == 0 && sections[last] == 0)
        {
            sections[last + 1] += insert;
        }
        else if (join)
        {
            sections[last] += length;
            sections[last + 1] += insert;
        }
        else
        {
            if (count + 2 > sections.Length)
                Grow();
            sections[count++] = length;
            sections[count++] = insert;
        }
    }

    public void Append(ReadOnlySpan<char> inserted)
    {
        inserted.CopyTo(Reserve(inserted.Length));
        Advance(inserted.Length);
    }

    /// <summary>Room for so many more units of inserted text; what is written there counts after <see cref="Advance"/>.</summary>
    public Span<char> Reserve(int units)
    {
        if (text.Length - textLength < units)
        {
            var larger = ArrayPool<char>.Shared.Rent(Math.Max(textLength + units, 2 * text.Length));
            text.AsSpan(0, textLength).CopyTo(larger);
            Return();
            text = larger;
        }
        return text.AsSpan(textLength, units);
    }

    public void Advance(int units) => textLength += units;

    public readonly int Count => count / 2;

    /// <summary>Units of inserted text so far.</summary>
    public readonly int TextLength => textLength;

    public readonly int[] Sections() => sections[..count].ToArray();

    public readonly string Text() => new(text, 0, textLength);

    public readonly void Dispose() => Return();

    void Grow()
    {
        var larger = new int[Math.Max(16, 2 * sections.Length)];
        sections.CopyTo(larger);
        sections = larger;
    }

    readonly void Return()
    {
        if (text.Length > 0)
            ArrayPool<char>.Shared.Return(text);
    }
}
