using System.Globalization;
using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>How one format writes values. What it answers are proposals, the best first; <see cref="FieldSplicer"/> proves them.</summary>
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

    /// <summary>A new key in a map, or an item after a list's last.</summary>
    public abstract IEnumerable<IEnumerable<TextSplice>> ToAdd(FieldPlace place, FieldValue value);

    /// <summary>What is held is no map, and no list of other things than single values.</summary>
    public abstract IEnumerable<IEnumerable<TextSplice>> ToReplace(FieldPlace place, Field held, FieldValue value);

    /// <summary>Every member of that key goes, or one item.</summary>
    public abstract IEnumerable<IEnumerable<TextSplice>> ToRemove(FieldPlace place, Field held);

    /// <summary>What goes with the held one: all of its key.</summary>
    protected static IEnumerable<Field> Going(FieldPlace place) => place.Parent.Members.Where(member => member.HasKey(place.Step.Key!));

    protected static string Write(FieldValue.Number number) => number.Value.ToString(CultureInfo.InvariantCulture);
}
