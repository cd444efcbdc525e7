using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>What an unquoted value is in TOML 1.0, as Hugo's parser (go-toml v2) decides it.</summary>
internal static partial class TomlTypes
{
    /// <summary>Null where TOML knows no such value; a whole number must fit 64 bits.</summary>
    public static (ValueKind Kind, string Text)? Resolve(string plain) => plain switch
    {
        "true" or "false" => (ValueKind.Switch, plain),
        "nan" or "+nan" or "-nan" => (ValueKind.Number, "NaN"),
        "inf" or "+inf" => (ValueKind.Number, "+Inf"),
        "-inf" => (ValueKind.Number, "-Inf"),
        _ when IsDate(plain) => (ValueKind.Date, plain.ToUpperInvariant()),
        _ => Number(plain) is { } number ? (ValueKind.Number, number) : null,
    };

    /// <summary>A date, a time of day, or both, with or without an offset.</summary>
    public static bool IsDate(string plain) =>
        DateShape().Match(plain) is { Success: true } date
            ? DateOnly.TryParseExact(date.Groups["day"].ValueSpan, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                && (!date.Groups["time"].Success || IsTime(date.Groups["time"].ValueSpan))
                && (!date.Groups["offset"].Success || IsOffset(date.Groups["offset"].ValueSpan))
            : TimeShape().Match(plain) is { Success: true } time && IsTime(time.Groups["time"].ValueSpan);

    private static bool IsTime(ReadOnlySpan<char> time) => TimeOnly.TryParseExact(time, "HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsOffset(ReadOnlySpan<char> offset) => TimeOnly.TryParseExact(offset, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static string? Number(string plain)
    {
        var digits = plain.Replace("_", "", StringComparison.Ordinal);
        if (WholeShape().IsMatch(plain))
            return long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? Write(whole) : null;
        if (BasedShape().IsMatch(plain))
        {
            var numberBase = digits[1] switch { 'x' => 16, 'o' => 8, _ => 2 };
            try
            {
                return Convert.ToInt64(digits[2..], numberBase) is >= 0 and var based ? Write(based) : null;
            }
            catch (OverflowException)
            {
                return null;
            }
        }
        return FractionShape().IsMatch(plain) && double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;
    }

    private static string Write(long number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})([Tt ](?<time>[0-9]{2}:[0-9]{2}:[0-9]{2})(\.[0-9]+)?([Zz]|[+-](?<offset>[0-9]{2}:[0-9]{2}))?)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex DateShape();

    [GeneratedRegex(@"^(?<time>[0-9]{2}:[0-9]{2}:[0-9]{2})(\.[0-9]+)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex TimeShape();

    [GeneratedRegex(@"^[+-]?(0|[1-9](_?[0-9])*)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex WholeShape();

    [GeneratedRegex(@"^0(x[0-9A-Fa-f](_?[0-9A-Fa-f])*|o[0-7](_?[0-7])*|b[01](_?[01])*)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex BasedShape();

    [GeneratedRegex(@"^[+-]?(0|[1-9](_?[0-9])*)(\.[0-9](_?[0-9])*)?([eE][+-]?[0-9](_?[0-9])*)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex FractionShape();
}
