namespace NewsroomPortal.Foundation.Rendering.Typography;

/// <summary>Quotes opened and not yet closed, over the whole body: goldmark 1.5.4 means to forget them at each block's end, but does not.</summary>
sealed class OpenQuotes
{
    public int Single { get; set; }

    public int Double { get; set; }
}
