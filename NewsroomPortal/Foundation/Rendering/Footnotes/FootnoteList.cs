namespace NewsroomPortal.Foundation.Rendering.Footnotes;

/// <summary>The footnotes of one body: the first of a name counts.</summary>
sealed class FootnoteList
{
    readonly Dictionary<string, FootnoteBlock> byName = new(StringComparer.Ordinal);
    int lastNumber;

    /// <summary>Where the footnotes' texts stand in the document, so that their references are read in Goldmark's order; null while there are none.</summary>
    public FootnoteSection? Section { get; set; }

    public void Add(FootnoteBlock footnote) => byName.TryAdd(footnote.Name, footnote);

    public FootnoteBlock? Find(string name) => byName.GetValueOrDefault(name);

    public void Refer(FootnoteBlock footnote)
    {
        if (footnote.Number == 0)
            footnote.Number = ++lastNumber;
        footnote.References++;
    }
}
