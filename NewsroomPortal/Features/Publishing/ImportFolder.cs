namespace NewsroomPortal.Features.Publishing;

/// <summary>Finds the content files of a folder: every <c>.md</c> but those of themes, of what Hugo makes, and of dot-folders. Links are not followed.</summary>
public static class ImportFolder
{
    private static readonly string[] Apart = ["themes", "public", "resources", "node_modules"];

    private static readonly EnumerationOptions Plain = new() { AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>Paths relative to the folder, with '/', in order.</summary>
    public static IEnumerable<string> Walk(string folder) =>
        Below(folder).Select(file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/')).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Below(string folder) =>
        Directory.EnumerateFiles(folder, "*", Plain).Where(file => Path.GetExtension(file) == ".md")
            .Concat(Directory.EnumerateDirectories(folder, "*", Plain).Where(IsContent).SelectMany(Below));

    private static bool IsContent(string folder) => Path.GetFileName(folder) is var name && name[0] != '.' && !Apart.Contains(name);
}
