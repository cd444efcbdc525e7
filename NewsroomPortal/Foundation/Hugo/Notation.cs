using System.Globalization;
using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>How one format writes fields. What it answers are proposals, the best first; <see cref="FieldSplicer"/> proves them.</summary>
internal abstract class Notation(FrontMatter front)
{
    protected FrontMatter Front { get; } = front;

    protected string Text { get; } = front.FileText;

    public static Notation Of(FrontMatter front) => front.Format switch
    {
        FrontMatterFormat.Toml => new TomlNotation(front),
        FrontMatterFormat.Json => new JsonNotation(front),
        _ => new YamlNotation(front),
    };

    /// <summary>The word key of why no field can be added to, or taken out of, this front matter.</summary>
    public virtual string? FixedReason => null;

    public abstract IEnumerable<IEnumerable<TextSplice>> ToAdd(string key, FieldValue value);

    public abstract IEnumerable<IEnumerable<TextSplice>> ToReplace(Field held, FieldValue value);

    /// <summary>Every field of that key goes, with its lines.</summary>
    public virtual IEnumerable<TextSplice> ToRemove(string key) =>
        Front.Fields.Where(each => each.HasKey(key)).Select(each => new TextSplice(each.Start, each.End, ""));

    protected static string Write(FieldValue.Number number) => number.Value.ToString(CultureInfo.InvariantCulture);
}
