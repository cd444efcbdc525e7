namespace NewsroomPortal.Features.People;

/// <summary>Keeps a redirect on this site, whoever wrote the link.</summary>
internal static class LocalAddress
{
    /// <summary>The address where it is a path of this site, else the other. <c>//host</c> and <c>/\host</c> are other sites to a browser.</summary>
    public static string Or(string? address, string otherwise) =>
        address is { Length: > 0 } && address[0] == '/' && (address.Length == 1 || address[1] is not ('/' or '\\')) && !address.Any(char.IsControl) ? address : otherwise;
}
