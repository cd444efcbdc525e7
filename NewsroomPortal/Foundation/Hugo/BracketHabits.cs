namespace NewsroomPortal.Foundation.Hugo;

/// <summary>The blanks, line breaks and commas of a list in brackets: <c>[</c> Open item Between item Close <c>]</c>.</summary>
internal sealed record BracketHabits(string Open, string Between, string Close)
{
    private static readonly BracketHabits OneLine = new("", ", ", "");

    /// <summary>As the file's last list of several lines or one is written.</summary>
    public static BracketHabits Of(FrontMatter front) =>
        front.Fields.LastOrDefault(field => field.Items.Count > 0 && field.Node.Style == ValueStyle.Flow) is { } field ? Of(front.FileText, field.Node) : OneLine;

    /// <summary>Of a list with items; where comments stand between them, as if on one line.</summary>
    public static BracketHabits Of(string text, ValueNode list)
    {
        var open = text[(list.Start + 1)..list.Items[0].Start];
        var close = text[list.Items[^1].End..(list.End - 1)];
        var between = list.Items.Count > 1 ? text[list.Items[0].End..list.Items[1].Start]
            : open.Contains('\n', StringComparison.Ordinal) ? "," + open : OneLine.Between;
        return IsGap(open) && IsGap(between) && IsGap(close) ? new(open, between, close) : OneLine;
    }

    public string Spell(IEnumerable<string> items) => string.Join(Between, items) is { Length: > 0 } inner ? "[" + Open + inner + Close + "]" : "[]";

    private static bool IsGap(string text) => text.All(unit => unit is ',' or ' ' or '\t' or '\r' or '\n');
}
