namespace NewsroomPortal.Foundation.Hugo;

/// <summary>The lines, from 1, of positions that are asked for as they rise.</summary>
internal sealed class LineCount(string text)
{
    private int counted;
    private int line = 1;

    public int At(int position)
    {
        if (position < counted)
            (counted, line) = (0, 1);
        line += text.AsSpan(counted, position - counted).Count('\n');
        counted = position;
        return line;
    }
}
