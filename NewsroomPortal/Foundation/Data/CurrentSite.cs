using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Foundation.Settings;

namespace NewsroomPortal.Foundation.Data;

/// <summary>The site folder and its settings as they are now: read anew when one of their files came, went or changed.</summary>
public sealed class CurrentSite(NewsroomSettings settings, DataFolder data)
{
    private readonly Lock _lock = new();
    private IReadOnlyList<Seen> _seen = [];
    private SiteSettings? _settings;
    private SiteSettings? _good;

    /// <summary>Absolute.</summary>
    public string Folder { get; } = Path.GetFullPath(settings.Site ?? data.DefaultSite);

    /// <summary>The settings became others; raised by whoever looked.</summary>
    public event Action? Changed;

    /// <summary>
    /// The same object as long as nothing changed; asks the file system only for times and lengths. Never throws. While a file cannot be read, what
    /// was read before it broke stays in force, with the error.
    /// </summary>
    public SiteSettings Settings
    {
        get
        {
            var (now, isNew) = Look();
            if (isNew)
            {
                Changed?.Invoke();
            }
            return now;
        }
    }

    /// <summary>
    /// The zone in which Hugo reads a date without one: the site's, else UTC; so too where its settings cannot be read. A site that has none
    /// yet will be made with the newsroom's zone.
    /// </summary>
    public TimeZoneInfo Zone => Settings.ZoneOr(settings.Zone);

    /// <summary>The newsroom's path pattern, its <c>content/</c> being the site's own content folder.</summary>
    public string PathPattern => settings.PathPattern.StartsWith("content/", StringComparison.Ordinal)
        ? Settings.ContentFolder + settings.PathPattern["content".Length..]
        : settings.PathPattern;

    /// <summary>The address of the page that Hugo makes of a content file; null where it makes none, or it cannot be known. Asks the file system.</summary>
    public PageAddress? AddressOf(ContentPath path, FrontMatter front) =>
        PageAddress.Of(path, front, Settings, file => File.Exists(Path.Combine(Folder, file)));

    private (SiteSettings Now, bool IsNew) Look()
    {
        lock (_lock)
        {
            var before = _settings;
            // Once more where it names other themes than before, whose files are then looked at too.
            for (var look = 0; look < 3; look++)
            {
                IReadOnlyList<Seen> seen = [.. SiteSettings.FilesOf(Folder, _settings).Select(Seen.Of)];
                if (_settings is not null && _seen.SequenceEqual(seen))
                {
                    break;
                }
                var read = SiteSettings.Read(Folder);
                _good = read.Errors.Count == 0 ? read : _good;
                (_settings, _seen) = (read.Errors.Count > 0 && _good is not null ? _good.Despite(read) : read, seen);
            }
            return (_settings!, before is not null && !ReferenceEquals(before, _settings));
        }
    }

    /// <summary>A file that went away meanwhile has the length -1.</summary>
    private sealed record Seen(string Path, DateTime ChangedUtc, long Length)
    {
        public static Seen Of(string path)
        {
            try
            {
                var file = new FileInfo(path);
                return new(path, file.LastWriteTimeUtc, file.Exists ? file.Length : -1);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                return new(path, default, -1);
            }
        }
    }
}
