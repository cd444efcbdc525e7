using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>
/// The front matter of one text, as Hugo reads it (YAML 1.1, TOML 1.0 or JSON), and the smallest changes to its fields. All
/// positions are UTF-16 units in the whole file's text.
/// </summary>
public sealed class FrontMatter
{
    private FrontMatter(string text, Fences fences)
    {
        FileText = text;
        Fences = fences;
    }

    public string FileText { get; }

    public FrontMatterFormat Format => Fences.Format;

    /// <summary>Where the opening fence begins.</summary>
    public int FenceStart => Fences.Opening;

    /// <summary>The text between the fences; for JSON, with its braces.</summary>
    public int Start => Fences.Start;

    /// <summary>Where the closing fence begins.</summary>
    public int End => Fences.End;

    /// <summary>After the closing fence's line; 0 where the text has no front matter, or never closes it: the whole text is shown then.</summary>
    public int BodyStart => Fences.BodyStart;

    public string Body => FileText[BodyStart..];

    /// <summary>Why there are no fields although there is front matter.</summary>
    public FrontMatterError? Error { get; private init; }

    /// <summary>In the order of the file, duplicates included.</summary>
    public IReadOnlyList<Field> Fields { get; private init; } = [];

    public IReadOnlyList<FrontMatterWarning> Warnings { get; private init; } = [];

    public bool IsEditable => ReadOnlyReason is null;

    /// <summary>The word key of why fields cannot be set: what cannot be read. Null where they can. The text can always be edited.</summary>
    public string? ReadOnlyReason => Error?.Word;

    /// <summary>The field that Hugo takes for this key, whatever its capitals.</summary>
    public Field? this[string key] => Fields.FirstOrDefault(field => !field.IsDuplicate && field.HasKey(key));

    internal Fences Fences { get; }

    /// <summary>Where a new field's line goes.</summary>
    internal int InsertAt { get; private init; }

    /// <summary>All fields stand in one <c>{ }</c>.</summary>
    internal bool IsFlow { get; private init; }

    public static FrontMatter Read(string text)
    {
        var fences = Fences.Find(text);
        if (!fences.IsClosed)
        {
            var lastLine = 1 + text.AsSpan().Count('\n');
            return new(text, fences) { Error = new(lastLine, 1, "hugo.front-matter.not-closed", "") };
        }
        var reading = FieldReading.Of(text, fences);
        return new(text, fences)
        {
            Error = reading.Error,
            Fields = reading.Fields,
            Warnings = fences.Format == FrontMatterFormat.None ? FrontMatterWarnings.OfOpening(text, fences) : FrontMatterWarnings.OfFields(reading.Fields),
            InsertAt = reading.InsertAt,
            IsFlow = reading.IsFlow,
        };
    }

    /// <summary>
    /// Gives a field its value in the file's own style; a key that is absent comes last, before TOML's first table. Where there is no front matter, a block
    /// is put before the text. Refused where any other field, or the body, would read differently after.
    /// </summary>
    public FieldEdit Set(string key, FieldValue value) =>
        ReadOnlyReason is { } reason ? new(null, reason) : new FieldSplicer(this, key).Set(value);

    /// <summary>Takes the field out with its lines, every one of that key, so that the site's default counts.</summary>
    public FieldEdit Remove(string key) =>
        ReadOnlyReason is { } reason ? new(null, reason) : new FieldSplicer(this, key).Remove();

    /// <summary>Ends a closing fence that is the file's last line with a line break, so that text can follow it.</summary>
    public static ChangeSet Close(string text)
    {
        var fences = Fences.Find(text);
        var endsOpen = fences.Format != FrontMatterFormat.None && fences.IsClosed && fences.BodyStart == text.Length && text[^1] != '\n';
        return endsOpen
            ? ChangeSet.Replace(text.Length, text.Length, text.Length, LineBreaks.Before(text, fences.End))
            : ChangeSet.Empty(text.Length);
    }
}
