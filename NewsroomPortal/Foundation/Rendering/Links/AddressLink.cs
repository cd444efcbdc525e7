using Markdig.Syntax.Inlines;

namespace NewsroomPortal.Foundation.Rendering.Links;

/// <summary>An address that is its own text, bare or in pointed brackets.</summary>
sealed class AddressLink(string address) : LeafInline
{
    public string Address { get; } = address;

    public bool IsEmail { get; init; }

    /// <summary>It begins with <c>www.</c>; the site's linkifyProtocol comes before it.</summary>
    public bool LacksScheme { get; init; }
}
