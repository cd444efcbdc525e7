namespace NewsroomPortal.Features.Publishing.TruePreview;

/// <summary>What <c>hugo list all</c> writes: a line of CSV a page, its file first, its address last.</summary>
internal static class HugoList
{
    /// <summary>Whether every page came from below a folder. A site that mounts its content by name reads it elsewhere.</summary>
    public static bool IsAllBelow(string list, string folder) =>
        list.Split('\n').Skip(1).All(row => row.Length == 0 || row.TrimStart('"').StartsWith(folder + "/", StringComparison.Ordinal));

    /// <summary>The path of the page that a content file became, below the site's address; null where it became none.</summary>
    public static string? Find(string list, string file, Uri address)
    {
        // As CSV writes it.
        var field = file.AsSpan().IndexOfAny(",\"") < 0 ? file : $"\"{file.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        foreach (var line in list.Split('\n'))
        {
            var row = line.TrimEnd('\r');
            if (row.StartsWith(field + ",", StringComparison.Ordinal) && row.LastIndexOf(',') is var comma
                && Uri.TryCreate(row[(comma + 1)..], UriKind.Absolute, out var page) && address.IsBaseOf(page))
            {
                var path = Uri.UnescapeDataString(address.MakeRelativeUri(page).OriginalString);
                return path.Length == 0 || path[^1] == '/' ? path + "index.html" : path;
            }
        }
        return null;
    }
}
