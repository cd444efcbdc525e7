using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Features.Publishing;

/// <summary>
/// Finds the content of a folder: every <c>.md</c> as an article, and the other files of its content, all but those of themes, of what Hugo
/// makes, and of dot-folders. Links are not followed and pipes not read; they and what cannot be listed are told by name.
/// </summary>
public static class ImportFolder
{
    private static readonly string[] Apart = ["themes", "public", "resources", "node_modules"];

    // Nothing is skipped silently: links are told, and a folder that cannot be read as well.
    private static readonly EnumerationOptions All = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>The articles' paths relative to the folder, with '/', in order.</summary>
    public static IEnumerable<string> Walk(string folder) => Find(folder).Where(file => file is { IsArticle: true, Refusal: null }).Select(file => file.Path);

    /// <summary>
    /// What is to be taken and what is left out, in order. Where there is a content folder (<c>content</c>, or what the folder's own Hugo settings name,
    /// its languages' included), other files count below such a folder alone (the site's settings, layouts and scripts are not content); else the
    /// folder is taken for one itself.
    /// </summary>
    public static IReadOnlyList<FoundFile> Find(string folder)
    {
        var found = Below(folder, "").OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        var settings = SiteSettings.Read(folder);
        List<string> contents = [settings.ContentFolder, .. settings.Languages.Select(language => language.ContentFolder).OfType<string>()];
        bool IsBelowContent(FoundFile file) => contents.Exists(content => $"/{file.Path}".Contains($"/{content}/", StringComparison.Ordinal));
        var hasContent = contents.Exists(content => Directory.Exists(Path.Combine(folder, content))) || found.Exists(IsBelowContent);
        return found.FindAll(file => file.IsArticle || file.IsFolder || !hasContent || IsBelowContent(file));
    }

    private static IEnumerable<FoundFile> Below(string folder, string path)
    {
        FileSystemInfo[] entries;
        try
        {
            entries = new DirectoryInfo(folder).GetFileSystemInfos("*", All);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return [new FoundFile(path.Length == 0 ? folder : path, new Refusal("publishing.import.unreadable", problem.Message), IsFolder: true)];
        }
        return entries.SelectMany(entry => Look(entry, path.Length == 0 ? entry.Name : $"{path}/{entry.Name}"));
    }

    private static IEnumerable<FoundFile> Look(FileSystemInfo entry, string path)
    {
        var isFolder = entry.Attributes.HasFlag(FileAttributes.Directory);
        if (isFolder && !IsContent(entry.Name))
        {
            return [];
        }
        if (entry.LinkTarget is { } target)
        {
            return [new FoundFile(path, new Refusal("publishing.import.link", target), isFolder)];
        }
        return isFolder ? Below(entry.FullName, path) : [new FoundFile(path, OrdinaryFile.Is(entry.FullName) ? null : new Refusal("publishing.import.notFile"))];
    }

    private static bool IsContent(string name) => name[0] != '.' && !Apart.Contains(name);
}

/// <param name="Path">Relative to the folder, with '/'.</param>
/// <param name="Refusal">Why it is left out; null: it is to be taken.</param>
/// <param name="IsFolder">Nothing below it is known, so it is told wherever it lies.</param>
public sealed record FoundFile(string Path, Refusal? Refusal, bool IsFolder = false)
{
    public bool IsArticle => !IsFolder && Path.EndsWith(".md", StringComparison.Ordinal);

    /// <summary>Reads it, unless it is larger than anything that is taken or cannot be read.</summary>
    public Outcome<ImportFile> Read(string folder)
    {
        try
        {
            var full = System.IO.Path.Combine(folder, Path);
            return !OrdinaryFile.Is(full) ? new Refusal("publishing.import.notFile")
                : new FileInfo(full).Length > FileImport.MostBytes ? new Refusal("publishing.import.large", FileImport.MostBytes / 1024 / 1024)
                : new ImportFile(Path, File.ReadAllBytes(full));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new Refusal("publishing.import.unreadable", problem.Message);
        }
    }
}
