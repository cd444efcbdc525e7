using System.Text.RegularExpressions;

namespace NewsroomPortal.Foundation.Rendering.Code;

/// <summary>The rules of Chroma 2.5.0's <c>lexers/org.go</c> (MIT licence, © 2017 Alec Thomas).</summary>
static partial class OrgCode
{
    const string Space = @"([\t\n\f\r ])*", End = "((?=[^0-9A-Za-z_]|\n|$))";

    public static IReadOnlyList<CodeRule> Inline { get; } =
    [
        // Of several blanks a repeated group holds the last.
        new(Space + @"(\*[^ \n*][^*]+?[^ \n*]\*)" + End, byGroups: true),
        new(Space + "(/[^/]+?/)" + End, byGroups: true),
        new(Space + @"(=[^\n=]+?=)" + End, byGroups: true),
        new(Space + @"(~[^\n~]+?~)" + End, byGroups: true),
        new(Space + @"(\+[^+]+?\+)" + End, byGroups: true),
        new(Space + "(_[^_]+?_)" + End, byGroups: true),
        new("<[^<>]+?>"),
        new("[{]{3}[^}]+[}]{3}"),
        new(@"[^[]\[fn:[^]]+?\][^]]"),
        new(@"\[\[[^][]+?\]\[[^][]+\]\]"),
        new(@"\[\[[^][]+?\]\]"),
        new("<<[^<>]+?>>"),
        new(@"^ *\|[ -].*?[ -]\|$"),
        new("\n"),
        new("."),
    ];

    public static IReadOnlyList<CodeRule> Rules { get; } =
    [
        new("^# .*$"),
        // Headings.
        new(@"^\*+ .+$"),
        // Lists: check boxes, definitions, others.
        new(@"^( *)([+-] )(\[[ X]\])( .+)$", byGroups: true, inline: 4),
        new(@"^( +)(\* )(\[[ X]\])( .+)$", byGroups: true, inline: 4),
        new(@"^( *)([+-] )([^ \n]+ ::)( .+)$", byGroups: true, inline: 4),
        new(@"^( +)(\* )([^ \n]+ ::)( .+)$", byGroups: true, inline: 4),
        new(@"^( *)([+-] )(.+)$", byGroups: true, inline: 3),
        new(@"^( +)(\* )(.+)$", byGroups: true, inline: 3),
        new(@"^( *)([0-9]+[.)])( \[@[0-9]+\])( .+)$", byGroups: true, inline: 4),
        new(@"^( *)([0-9]+[.)])( .+)$", byGroups: true, inline: 3),
        // Blocks.
        new(@"(?i)^( *#\+begin: )([^ ]+)([\w\W]*?\n)([\w\W]*?)(^ *#\+end: *$)", byGroups: true, inline: 4),
        new(@"(?i)^ *#\+begin_comment *\n[\w\W]*?^ *#\+end_comment *$"),
        new(@"(?i)^( *#\+begin_src )([^ \n]+)(.*?\n)([\w\W]*?)(^ *#\+end_src *$)", byGroups: true, code: 4),
        new(@"(?i)^( *#\+begin_export )([0-9A-Za-z_]+)( *\n)([\w\W]*?)(^ *#\+end_export *$)", byGroups: true, code: 4),
        new(@"(?i)^ *#\+begin_([0-9A-Za-z_]+) *\n[\w\W]*?^ *#\+end_\1 *$"),
        // Keywords, properties, the operator that breaks a line, dates.
        new(@"^#\+[0-9A-Za-z_]+:.*$"),
        new(@"(?i)^ *:[0-9A-Za-z_]+: *\n[\w\W]*?^ *:end: *$"),
        new(@"^(.*)(\\\\)$", byGroups: true, inline: 1),
        new(@"(?i)^ *(?:DEADLINE|SCHEDULED): <[^<>]+?> *$"),
        new(@"(?i)^ *CLOSED: \[[^][]+?\] *$"),
        .. Inline,
    ];

    [GeneratedRegex(@"[\t\n\f\r ]{2}[*/=~+_]")]
    public static partial Regex Affected();
}
