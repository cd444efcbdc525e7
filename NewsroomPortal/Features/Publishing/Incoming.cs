using NewsroomPortal.Features.Articles;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Features.Publishing;

/// <summary>A file on its way into the newsroom. All that needs no database is worked out here, on any thread.</summary>
internal class Incoming
{
    protected Incoming(ImportFile source, (ContentPath? Path, string? Refusal) reading, Refusal? tooLarge)
    {
        Source = source;
        Sha256 = TextHash.Of(source.Bytes);
        Path = reading.Path;
        Refusal = reading.Refusal is { } word ? new Refusal(word) : tooLarge;
    }

    /// <summary>A file that is no article.</summary>
    public static Incoming Other(ImportFile source) => new(
        source, ContentPath.ReadOther(source.Path),
        source.Bytes.Length > FileImport.MostBytes ? new Refusal("publishing.import.large", FileImport.MostBytes / 1024 / 1024) : null);

    public ImportFile Source { get; }

    public string Sha256 { get; }

    /// <summary>Null where it is refused.</summary>
    public ContentPath? Path { get; }

    public Refusal? Refusal { get; set; }

    /// <summary>The portal has these very bytes at this path.</summary>
    public bool IsKnown { get; set; }

    public bool IsNew => Refusal is null && !IsKnown;
}
