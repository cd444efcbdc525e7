using System.Text.RegularExpressions;

namespace NewsroomPortal.Foundation.Rendering.Code;

/// <summary>The rules of Chroma 2.5.0's <c>lexers/embedded/yaml.xml</c> (MIT licence, © 2017 Alec Thomas).</summary>
static partial class YamlCode
{
    public static IReadOnlyList<CodeRule> Rules { get; } =
    [
        new(@"[\t\n\f\r ]+"),
        new("^---"),
        new(@"^\.\.\."),
        new(@"[\n?]?[\t\n\f\r ]*- "),
        new("#.*$"),
        new(@"(?:!!|&|\*)[^\t\n\f\r ]+"),
        new(@"^%include[\t\n\f\r ]+[^\n\r]+"),
        // Keys.
        new("\"[^\"\\n].*\": "),
        new("[^\"\\n{]*: "),
        new("[^\"\\n{]*:\\n"),
        // Values. In the first one, the indentation is a group of its own inside the text.
        new(@"([>|][+-]?)(\n(^ +)(?:(?:.*\n*(?:^\3 *).*)+|.*))", byGroups: true),
        new(@"(?:false|False|FALSE|true|True|TRUE|null|Off|off|yes|Yes|YES|OFF|On|ON|no|No|on|NO|n|N|Y|y)\b"),
        new("\"(?:\\\\.|[^\"])*\""),
        new("'(?:\\\\.|[^'])*'"),
        new(@"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(?:Z|[\t\n\f\r ]+[-+][0-9]+)?)?"),
        new(@"\b[+\-]?(?:0x[0-9a-f]+|0o[0-7]+|(?:[0-9]+\.?[0-9]*|\.?[0-9]+)(?:e[\+\-]?[0-9]+)?|\.inf|\.nan)\b"),
        new(@"[^\{\}\[\]\?,\:\!\-\*&\@].*"),
        new("."),
        new("\n"),
    ];

    [GeneratedRegex("[>|][+-]?\n ")]
    public static partial Regex Affected();
}
