using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsroomPortal.Foundation.Changes;

/// <summary>
/// What changes between two versions of a text: the twin of @codemirror/state's ChangeSet, so that browser and server
/// reckon alike. Positions and lengths count UTF-16 units; a line break is the one unit '\n'. Immutable.
/// </summary>
/// <remarks>
/// The laws: <c>A.Compose(B.Map(A))</c> and <c>B.Compose(A.Map(B, before: true))</c> make the same text, and
/// <c>A.Invert(text).Apply(A.Apply(text))</c> is the text again. A ChangeSet fits only a text of exactly its length;
/// anything else throws <see cref="ArgumentException"/>.
/// <para>
/// Ported from @codemirror/state 6.7.6, src/change.ts. MIT License, Copyright (C) 2018-2021 by Marijn Haverbeke and others.
/// </para>
/// </remarks>
[JsonConverter(typeof(ChangeSetJsonConverter))]
public sealed class ChangeSet : IEquatable<ChangeSet>
{
    /// <summary>Units in the longest string .NET can hold: no text is longer, and two such lengths add up within an int.</summary>
    internal const int MaxLength = 0x3FFFFFDF;

    // Pairs: units of the old text, then the units that replace them, or -1 where the text stays.
    readonly int[] sections;

    // All inserted texts, one after the other; the sections tell where each ends.
    readonly string inserted;

    internal ChangeSet(int[] sections, string inserted)
    {
        this.sections = sections;
        this.inserted = inserted;
        for (var i = 0; i < sections.Length; i += 2)
        {
            Length += sections[i];
            NewLength += sections[i + 1] < 0 ? sections[i] : sections[i + 1];
        }
    }

    /// <summary>Units of the text that this applies to.</summary>
    public int Length { get; }

    /// <summary>Units of the text that this makes.</summary>
    public int NewLength { get; }

    /// <summary>Whether this leaves every text as it is.</summary>
    public bool IsEmpty => sections.Length == 0 || sections.Length == 2 && sections[1] < 0;

    /// <summary>
    /// The replacements, in order, neighbours as one: the units from A of the old text become the units at B of the new
    /// one.
    /// </summary>
    public IEnumerable<(int FromA, int ToA, int FromB, int ToB, string Inserted)> Changes
    {
        get
        {
            int fromA = 0, fromB = 0, text = 0;
            for (var i = 0; i < sections.Length;)
            {
                if (sections[i + 1] < 0)
                {
                    fromA += sections[i];
                    fromB += sections[i];
                    i += 2;
                    continue;
                }
                int toA = fromA, toB = fromB;
                for (; i < sections.Length && sections[i + 1] >= 0; i += 2)
                {
                    toA += sections[i];
                    toB += sections[i + 1];
                }
                yield return (fromA, toA, fromB, toB, inserted.Substring(text, toB - fromB));
                text += toB - fromB;
                (fromA, fromB) = (toA, toB);
            }
        }
    }

    /// <summary>Changes nothing in a text of <paramref name="length"/> units.</summary>
    public static ChangeSet Empty(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return new ChangeSet(length == 0 ? [] : [length, -1], "");
    }

    /// <summary>Replaces one stretch of a text of <paramref name="length"/> units.</summary>
    public static ChangeSet Replace(int length, int from, int to, string insert) => Of(length, [new(from, to, insert)]);

    /// <summary>
    /// Makes all <paramref name="splices"/> at once. Their positions are those of the old text; they may come in any
    /// order but must not overlap. Insertions at one place keep the order they are given in.
    /// </summary>
    /// <exception cref="ArgumentException">A splice lies outside the text or over another one.</exception>
    public static ChangeSet Of(int length, IEnumerable<TextSplice> splices)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentNullException.ThrowIfNull(splices);
        using var writer = new SectionWriter(stackalloc int[64]);
        var position = 0;
        foreach (var (from, to, insert) in splices.OrderBy(splice => (splice.From, splice.To)))
        {
            if (from < 0 || from > to || to > length)
                throw new ArgumentException($"Range {from} to {to} is outside a text of length {length}", nameof(splices));
            if (from == to && insert.Length == 0)
                continue;
            if (from < position)
                throw new ArgumentException($"Range {from} to {to} overlaps one that ends at {position}", nameof(splices));
            writer.Add(from - position, -1);
            writer.Add(to - from, insert.Length);
            writer.Append(insert);
            position = to;
        }
        writer.Add(length - position, -1);
        return new ChangeSet(writer.Sections(), writer.Text());
    }

    /// <summary>The text after the change.</summary>
    public string Apply(string text)
    {
        CheckText(text);
        return IsEmpty ? text : string.Create(NewLength, (this, text), static (target, state) => state.Item1.Fill(target, state.text));
    }

    /// <summary>
    /// This change and then <paramref name="next"/>, as one. Where <paramref name="next"/> deletes what this inserted,
    /// nothing remains.
    /// </summary>
    public ChangeSet Compose(ChangeSet next)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (next.Length != NewLength)
            throw new ArgumentException($"A change of length {next.Length} cannot follow one that makes a text of length {NewLength}", nameof(next));
        if (IsEmpty)
            return next;
        return next.IsEmpty ? this : ComposeSections(next);
    }

    /// <summary>
    /// Moves this change over <paramref name="other"/>, which starts from the same text, so that it applies after it.
    /// </summary>
    /// <param name="other">The change to move over.</param>
    /// <param name="before">
    /// Where both insert at one place: true puts this one's text first, false (the default) that of <paramref name="other"/>.
    /// </param>
    public ChangeSet Map(ChangeSet other, bool before = false)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Length != Length)
            throw new ArgumentException($"A change of length {Length} cannot be moved over one of length {other.Length}", nameof(other));
        if (other.IsEmpty)
            return this;
        return IsEmpty ? Empty(other.NewLength) : MapSections(other, before);
    }

    /// <summary>The change that takes this one back.</summary>
    /// <param name="text">The text before this change.</param>
    public ChangeSet Invert(string text)
    {
        CheckText(text);
        if (IsEmpty)
            return this;
        var inverted = new int[sections.Length];
        using var writer = new SectionWriter([]);
        for (int i = 0, position = 0; i < sections.Length; i += 2)
        {
            var (length, insert) = (sections[i], sections[i + 1]);
            (inverted[i], inverted[i + 1]) = insert < 0 ? (length, insert) : (insert, length);
            if (insert >= 0)
                writer.Append(text.AsSpan(position, length));
            position += length;
        }
        return new ChangeSet(inverted, writer.Text());
    }

    /// <summary>Where a position of the old text lies in the new one; inside a replaced stretch, at its start or end.</summary>
    /// <param name="position">From 0 to <see cref="Length"/>.</param>
    /// <param name="assoc">Negative to stay before what is inserted at the position, otherwise to move behind it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The position is outside the old text.</exception>
    public int MapPosition(int position, int assoc = -1)
    {
        CheckPosition(position);
        int startA = 0, startB = 0;
        for (var i = 0; i < sections.Length; i += 2)
        {
            var (length, insert) = (sections[i], sections[i + 1]);
            var endA = startA + length;
            if (insert < 0)
            {
                if (endA > position)
                    return startB + position - startA;
                startB += length;
            }
            else
            {
                if (endA > position || endA == position && assoc < 0 && length == 0)
                    return position == startA || assoc < 0 ? startB : startB + insert;
                startB += insert;
            }
            startA = endA;
        }
        return startB;
    }

    /// <summary>Whether the units on both sides of the position go: the place it marks is no more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The position is outside the old text.</exception>
    public bool Deletes(int position)
    {
        CheckPosition(position);
        var start = 0;
        for (var i = 0; i < sections.Length && start < position; i += 2)
        {
            var end = start + sections[i];
            if (sections[i + 1] >= 0 && end > position)
                return true;
            start = end;
        }
        return false;
    }

    /// <summary>
    /// The JSON that CodeMirror writes and reads: a number keeps so many units, <c>[5]</c> deletes five,
    /// <c>[5,"one","two"]</c> replaces five with two lines.
    /// </summary>
    public string ToJson() => ChangeSetJson.Write(this);

    /// <inheritdoc cref="ToJson"/>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ChangeSetJson.Write(writer, sections, inserted);
    }

    /// <summary>Reads what <see cref="ToJson"/> or CodeMirror wrote.</summary>
    /// <exception cref="FormatException">It is not the JSON of a ChangeSet.</exception>
    public static ChangeSet FromJson(string json) => ChangeSetJson.Read(json);

    /// <summary>Reads one value; the reader stands on its first token or before it, and afterwards on its last.</summary>
    /// <exception cref="FormatException">It is not the JSON of a ChangeSet.</exception>
    public static ChangeSet FromJson(ref Utf8JsonReader reader) => ChangeSetJson.Read(ref reader);

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] ChangeSet? other) =>
        other is not null && sections.AsSpan().SequenceEqual(other.sections) && inserted == other.inserted;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ChangeSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var number in sections)
            hash.Add(number);
        hash.Add(inserted);
        return hash.ToHashCode();
    }

    /// <summary>The sections as CodeMirror shows them, such as <c>5 2:3 1</c>: five stay, two become three, one stays.</summary>
    public override string ToString()
    {
        var words = new StringBuilder();
        for (var i = 0; i < sections.Length; i += 2)
        {
            words.Append(i > 0 ? " " : "").Append(sections[i]);
            if (sections[i + 1] >= 0)
                words.Append(':').Append(sections[i + 1]);
        }
        return words.ToString();
    }

    void CheckText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length != Length)
            throw new ArgumentException($"A change of length {Length} does not fit a text of length {text.Length}", nameof(text));
    }

    void Fill(Span<char> target, ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> insertions = inserted;
        for (var i = 0; i < sections.Length; i += 2)
        {
            var (length, insert) = (sections[i], sections[i + 1]);
            if (insert < 0)
            {
                text[..length].CopyTo(target);
                target = target[length..];
            }
            else
            {
                insertions[..insert].CopyTo(target);
                target = target[insert..];
                insertions = insertions[insert..];
            }
            text = text[length..];
        }
    }

    ChangeSet ComposeSections(ChangeSet next)
    {
        using var writer = new SectionWriter(stackalloc int[64]);
        var a = new SectionCursor(sections, inserted);
        var b = new SectionCursor(next.sections, next.inserted);
        // Whether the section written last may grow: a change of one side is still being matched with pieces of the other.
        var open = false;
        while (!(a.IsDone && b.IsDone))
        {
            if (a.Insert == 0)
            {
                writer.Add(a.Length, 0, open);
                a.Next();
                continue;
            }
            if (b.Length == 0 && !b.IsDone)
            {
                writer.Add(0, b.Insert, open);
                writer.Append(b.Text);
                b.Next();
                continue;
            }
            var length = Math.Min(a.NewLength, b.Length);
            var written = writer.Count;
            if (a.Insert == -1 && b.Insert == -1)
            {
                writer.Add(length, -1, open);
            }
            else if (b.Insert == -1)
            {
                writer.Add(a.Offset > 0 ? 0 : a.Length, length, open);
                writer.Append(a.TextPiece(length));
            }
            else
            {
                var old = a.Insert == -1 ? length : a.Offset > 0 ? 0 : a.Length;
                writer.Add(old, b.Offset > 0 ? 0 : b.Insert, open);
                if (b.Offset == 0)
                    writer.Append(b.Text);
            }
            open = (a.Insert > length || b.Insert >= 0 && b.Length > length) && (open || writer.Count > written);
            a.ForwardNew(length);
            b.Forward(length);
        }
        return new ChangeSet(writer.Sections(), writer.Text());
    }

    ChangeSet MapSections(ChangeSet other, bool before)
    {
        using var writer = new SectionWriter(stackalloc int[64]);
        var a = new SectionCursor(sections, inserted);
        var b = new SectionCursor(other.sections, other.inserted);
        // The section of A, if processed piece by piece, whose text is placed already.
        var placed = -1;
        while (!(a.IsDone && b.IsDone))
        {
            if (a.Insert == -1 && b.Insert == -1)
            {
                var length = Math.Min(a.Length, b.Length);
                writer.Add(length, -1);
                a.Forward(length);
                b.Forward(length);
            }
            else if (b.Insert >= 0 && (a.Insert < 0 || placed == a.Index || a.Offset == 0 && (b.Length < a.Length || b.Length == a.Length && !before)))
            {
                // B's change comes first (by start, then length, then the flag): its text stays, with the changes of A that it covers.
                writer.Add(b.Insert, -1);
                for (var length = b.Length; length > 0;)
                {
                    var piece = Math.Min(a.Length, length);
                    if (a.Insert >= 0 && placed < a.Index && a.Length <= piece)
                    {
                        writer.Add(0, a.Insert);
                        placed = a.Index;
                    }
                    a.Forward(piece);
                    length -= piece;
                }
                b.Next();
            }
            else
            {
                // A's change, up to the next change of B that is not a mere deletion within it.
                int length = 0, left = a.Length;
                while (left > 0)
                {
                    if (b.Insert == -1)
                    {
                        var piece = Math.Min(left, b.Length);
                        length += piece;
                        left -= piece;
                        b.Forward(piece);
                    }
                    else if (b.Insert == 0 && b.Length < left)
                    {
                        left -= b.Length;
                        b.Next();
                    }
                    else
                    {
                        break;
                    }
                }
                writer.Add(length, placed < a.Index ? a.Insert : 0);
                placed = a.Index;
                a.Forward(a.Length - left);
            }
        }
        // Every text of A is placed once and in order, so all of them together are the same string as before.
        return new ChangeSet(writer.Sections(), inserted);
    }

    void CheckPosition(int position)
    {
        if (position < 0 || position > Length)
            throw new ArgumentOutOfRangeException(nameof(position), position, $"Position {position} is outside a change of length {Length}");
    }
}
