using NewsroomPortal.Features.Articles;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.Taxonomy;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Features.Publishing;

/// <summary>A file on its way into the newsroom. All that needs no database is worked out here, on any thread.</summary>
internal sealed class Incoming
{
    public Incoming(ImportFile source)
    {
        Source = source;
        Sha256 = TextHash.Of(source.Bytes);
        (Path, var refusal) = ContentPath.Read(source.Path);
        Refusal = refusal is not null ? new Refusal(refusal)
            : source.Bytes.Length > DocumentText.MostBytes ? new Refusal("editing.tooLong", DocumentText.MostBytes / 1024 / 1024)
            : null;
    }

    public ImportFile Source { get; }

    public string Sha256 { get; }

    /// <summary>Null where it is refused.</summary>
    public ContentPath? Path { get; }

    /// <summary>Null until it is read.</summary>
    public HugoFile? File { get; private set; }

    public FrontMatter? Front { get; private set; }

    public IReadOnlySet<TermUse> Terms { get; private set; } = new HashSet<TermUse>();

    public Refusal? Refusal { get; set; }

    public bool IsKnown { get; set; }

    public long? ArticleId { get; set; }

    public bool IsNew => Refusal is null && !IsKnown;

    public void Read()
    {
        var reading = HugoFile.Read(Source.Bytes);
        if (reading.Refusal is { } wrong)
        {
            Refusal = NotText.Because(wrong);
            return;
        }
        File = reading.File!;
        Front = FrontMatter.Read(File.Text);
        Terms = TermUses.Read(Front) ?? Terms;
    }
}
