using NewsroomPortal.Features.Editing;
using NewsroomPortal.Features.Taxonomy;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Features.Publishing;

/// <summary>A content file on its way to be an article.</summary>
internal sealed class IncomingArticle(ImportFile source) : Incoming(
    source, ContentPath.Read(source.Path),
    source.Bytes.Length > DocumentText.MostBytes ? new Refusal("editing.tooLong", DocumentText.MostBytes / 1024 / 1024) : null)
{
    /// <summary>Null until it is read.</summary>
    public HugoFile? File { get; private set; }

    public FrontMatter? Front { get; private set; }

    public IReadOnlySet<TermUse> Terms { get; private set; } = new HashSet<TermUse>();

    public long? ArticleId { get; set; }

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
