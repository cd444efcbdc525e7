namespace NewsroomPortal.Foundation.Changes;

/// <summary>Walks over the sections of a ChangeSet, whole or in pieces.</summary>
/// <remarks>Ported from SectionIter of @codemirror/state (MIT, see ChangeSet).</remarks>
internal ref struct SectionCursor
{
    readonly ReadOnlySpan<int> sections;
    readonly ReadOnlySpan<char> inserted;
    int textStart;
    int textLength;

    public SectionCursor(ReadOnlySpan<int> sections, ReadOnlySpan<char> inserted)
    {
        this.sections = sections;
        this.inserted = inserted;
        Next();
    }

    /// <summary>Index behind the current section; tells two sections apart.</summary>
    public int Index { get; private set; }

    /// <summary>Units of the old text that the rest of the section covers.</summary>
    public int Length { get; private set; }

    /// <summary>Units of the new text that the rest of the section yields; -1 where the text stays, -2 behind the last section.</summary>
    public int Insert { get; private set; }

    /// <summary>Units of the section already passed.</summary>
    public int Offset { get; private set; }

    public readonly bool IsDone => Insert == -2;

    public readonly int NewLength => Insert < 0 ? Length : Insert;

    /// <summary>The whole text that the section inserts.</summary>
    public readonly ReadOnlySpan<char> Text => inserted.Slice(textStart, textLength);

    /// <summary>The next units of the section's inserted text.</summary>
    public readonly ReadOnlySpan<char> TextPiece(int length) => inserted.Slice(textStart + Offset, length);

    public void Next()
    {
        textStart += textLength;
        if (Index < sections.Length)
        {
            Length = sections[Index++];
            Insert = sections[Index++];
        }
        else
        {
            Length = 0;
            Insert = -2;
        }
        textLength = Math.Max(Insert, 0);
        Offset = 0;
    }

    /// <summary>Passes units of the old text.</summary>
    public void Forward(int length)
    {
        if (length == Length)
        {
            Next();
            return;
        }
        Length -= length;
        Offset += length;
    }

    /// <summary>Passes units of the new text.</summary>
    public void ForwardNew(int length)
    {
        if (Insert == -1)
        {
            Forward(length);
        }
        else if (length == Insert)
        {
            Next();
        }
        else
        {
            Insert -= length;
            Offset += length;
        }
    }
}
