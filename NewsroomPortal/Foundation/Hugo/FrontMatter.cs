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
    public IReadOnlyList<Field> Fields => Root.Members;

    public IReadOnlyList<FrontMatterWarning> Warnings { get; private init; } = [];

    public bool IsEditable => ReadOnlyReason is null;

    /// <summary>The word key of why fields cannot be set: what cannot be read. Null where they can. The text can always be edited.</summary>
    public string? ReadOnlyReason => Error?.Word;

    /// <summary>The field that Hugo takes for this key, whatever its capitals, or what stands in it at the path's end; null where nothing does.</summary>
    public Field? this[FieldPath path] => FieldPlace.Of(this, path) is var place && place.Path.Count == path.Steps.Count ? place.Held : null;

    internal Fences Fences { get; }

    /// <summary>All fields as one map.</summary>
    internal ValueNode Root { get; private init; } = FieldReading.None.Root;

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
            Root = reading.Root,
            Warnings = fences.Format == FrontMatterFormat.None ? FrontMatterWarnings.OfOpening(text, fences) : FrontMatterWarnings.OfFields(reading.Root),
        };
    }

    /// <summary>Every value that Hugo sees and that can be set, with its path: single ones and lists of them, at every depth, in the order of the file.</summary>
    public IEnumerable<(FieldPath Path, Field Field)> Values() =>
        Fields.Where(field => !field.IsDuplicate).SelectMany(field => ValuesIn(field.Key, field));

    /// <summary>
    /// Gives a field, or a value in a map or list, its value in the file's own style. A key that is absent comes last of its map (in TOML, before the tables),
    /// an index one past the last adds an item; maps on the way that are absent are made. Where there is no front matter, a block
    /// is put before the text. Refused where any other value, or the body, would read differently after.
    /// </summary>
    public FieldEdit Set(FieldPath path, FieldValue value) =>
        ReadOnlyReason is { } reason ? new(null, reason) : new FieldSplicer(this, path).Set(value);

    /// <summary>Takes the value out with its lines, every one of that key, wherever they stand. A map or list that held nothing else stays, empty.</summary>
    public FieldEdit Remove(FieldPath path) =>
        ReadOnlyReason is { } reason ? new(null, reason) : new FieldSplicer(this, path).Remove();

    /// <summary>Ends a closing fence that is the file's last line with a line break, so that text can follow it.</summary>
    public static ChangeSet Close(string text)
    {
        var fences = Fences.Find(text);
        var endsOpen = fences.Format != FrontMatterFormat.None && fences.IsClosed && fences.BodyStart == text.Length && text[^1] != '\n';
        return endsOpen
            ? ChangeSet.Replace(text.Length, text.Length, text.Length, LineBreaks.Before(text, fences.End))
            : ChangeSet.Empty(text.Length);
    }

    private IEnumerable<(FieldPath Path, Field Field)> ValuesIn(FieldPath path, Field field) => field switch
    {
        { IsNested: false } => [(path, field)],
        // What an alias stands for is listed where it is written; a few bytes could stand for millions of values.
        { Node.Style: ValueStyle.Alias } => [],
        { Kind: ValueKind.Map } => field.Node.Members.Where(member => !member.IsDuplicate).SelectMany(member => ValuesIn(path.Then(member.Key), member)),
        _ => Enumerable.Range(0, field.Node.Items.Count).Select(index => path.Then(index)).SelectMany(item => ValuesIn(item, this[item]!)),
    };
}
