using System.Buffers;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Syntax;
using NewsroomPortal.Foundation.Rendering.Budget;
using NewsroomPortal.Foundation.Rendering.Text;

namespace NewsroomPortal.Foundation.Rendering.Tables;

/// <summary>
/// Pipe tables, made from the lines of a paragraph that has ended: one may start inside it, below other text.
/// After goldmark 1.5.4, <c>extension/table.go</c> (MIT licence, © 2019 Yusuke Inuzuka).
/// </summary>
static class TableMaker
{
    const int MostCells = 200_000;
    static readonly SearchValues<char> Separator = SearchValues.Create(" \t-|:");

    public static bool HoldsTable(ParagraphBlock paragraph, HashSet<int> indentedLines) => FindSeparator(paragraph, indentedLines, out _) > 0;

    /// <summary>Moves the table and all below it out of the paragraph, to its next sibling.</summary>
    public static void TakeTables(ParagraphBlock paragraph, HashSet<int> indentedLines)
    {
        var separator = FindSeparator(paragraph, indentedLines, out var alignments);
        if (separator < 1)
            return;
        ref var lines = ref paragraph.Lines;
        if ((long)(lines.Count - separator) * alignments.Count > MostCells)
            throw new OverBudgetException("rendering.overBudget.paragraph");
        var table = new Table { Line = lines.Lines[separator - 1].Line, IsOpen = false };
        table.Add(MakeRow(lines.Lines[separator - 1], alignments, isHeader: true));
        for (var i = separator + 1; i < lines.Count; i++)
            table.Add(MakeRow(lines.Lines[i], alignments, isHeader: false));
        var parent = paragraph.Parent!;
        // Nearly always the last: a search from the first would make many tables quadratic.
        parent.Insert(parent.LastChild == paragraph ? parent.Count : parent.IndexOf(paragraph) + 1, table);
        while (lines.Count > separator - 1)
            lines.RemoveAt(lines.Count - 1);
    }

    /// <returns>The line of dashes under a header with no more cells, or -1.</returns>
    static int FindSeparator(ParagraphBlock paragraph, HashSet<int> indentedLines, out List<TableColumnAlign?> alignments)
    {
        var lines = paragraph.Lines;
        for (var i = 1; i < lines.Count; i++)
        {
            var line = lines.Lines[i].Slice.AsSpan();
            if (line.ContainsAnyExcept(Separator) || indentedLines.Contains(lines.Lines[i].Line) || ReadSeparator(line) is not { Count: > 0 } found)
                continue;
            alignments = found;
            return CountCells(lines.Lines[i - 1].Slice.AsSpan()) <= found.Count ? i : -1;
        }
        alignments = [];
        return -1;
    }

    static List<TableColumnAlign?>? ReadSeparator(ReadOnlySpan<char> line)
    {
        var columns = new List<TableColumnAlign?>();
        var cells = TrimPipes(line);
        foreach (var range in cells.Split('|'))
        {
            var cell = Characters.Trim(cells[range]);
            bool left = cell is [':', ..], right = cell is [_, .., ':'];
            var dashes = cell[(left ? 1 : 0)..^(right ? 1 : 0)];
            if (dashes.IsEmpty || dashes.ContainsAnyExcept('-', '-'))
                return null;
            columns.Add((left, right) switch
            {
                (true, true) => TableColumnAlign.Center,
                (true, false) => TableColumnAlign.Left,
                (false, true) => TableColumnAlign.Right,
                _ => null,
            });
        }
        return columns;
    }

    static ReadOnlySpan<char> TrimPipes(ReadOnlySpan<char> line)
    {
        var cells = Characters.Trim(line);
        if (cells is ['|', ..])
            cells = cells[1..];
        if (cells is [.., '|'])
            cells = cells[..^1];
        return cells;
    }

    static int CountCells(ReadOnlySpan<char> line)
    {
        var cells = TrimPipes(line);
        var count = 0;
        for (var at = 0; at < cells.Length; count++)
            at = CellEnd(cells, at) + 1;
        return count;
    }

    static int CellEnd(ReadOnlySpan<char> cells, int start)
    {
        for (var at = start; at < cells.Length; at++)
        {
            if (cells[at] == '|' && (at == 0 || cells[at - 1] != '\\'))
                return at;
        }
        return cells.Length;
    }

    static TableRow MakeRow(StringLine line, List<TableColumnAlign?> alignments, bool isHeader)
    {
        var row = new TableRow { IsHeader = isHeader, Line = line.Line };
        var text = line.Slice.AsSpan();
        var cells = TrimPipes(text);
        var from = line.Slice.Start + (cells.IsEmpty ? 0 : text.IndexOfAnyExcept(Characters.Spaces) + (Characters.Trim(text)[0] == '|' ? 1 : 0));
        var at = 0;
        foreach (var alignment in alignments)
        {
            var cell = new AlignedCell { Alignment = at < cells.Length ? alignment : null };
            if (at < cells.Length)
            {
                var end = CellEnd(cells, at);
                cell.Add(MakeContent(new StringSlice(line.Slice.Text, from + at, from + end - 1), line.Line));
                at = end + 1;
            }
            row.Add(cell);
        }
        return row;
    }

    static ParagraphBlock MakeContent(StringSlice text, int line)
    {
        Characters.Trim(ref text);
        var content = new ParagraphBlock { Line = line, Lines = new StringLineGroup(1), IsOpen = false };
        content.Lines.Add(text);
        return content;
    }
}
