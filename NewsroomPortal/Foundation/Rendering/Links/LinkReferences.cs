using System.Text;
using NewsroomPortal.Foundation.Rendering.Text;

namespace NewsroomPortal.Foundation.Rendering.Links;

/// <summary>The link reference definitions of one body. The first of a name counts.</summary>
sealed class LinkReferences
{
    readonly Dictionary<string, LinkDestination> byName = [];

    public void Add(ReadOnlySpan<char> name, LinkDestination destination) => byName.TryAdd(Fold(name), destination);

    public LinkDestination? Find(ReadOnlySpan<char> name) =>
        byName.Count == 0 ? null : byName.GetValueOrDefault(Fold(name));

    /// <summary>Names match whatever their case and the amount of space between their words.</summary>
    static string Fold(ReadOnlySpan<char> name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in Characters.Trim(name))
        {
            if (!Characters.IsSpace(c))
                folded.Append(c);
            else if (folded[^1] != ' ')
                folded.Append(' ');
        }
        // Upper first: ẞ and ß, and the two lower-case sigmas, then meet.
        return folded.ToString().ToUpperInvariant().ToLowerInvariant();
    }
}
