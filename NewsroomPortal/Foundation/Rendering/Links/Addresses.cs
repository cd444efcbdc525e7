namespace NewsroomPortal.Foundation.Rendering.Links;

/// <summary>Which schemes an address may have.</summary>
enum Addresses
{
    /// <summary>Those on the portal's own list.</summary>
    Listed,

    /// <summary>Any but those that Goldmark holds dangerous.</summary>
    Harmless,

    /// <summary>Any: a site with <c>unsafe</c>.</summary>
    All,
}
