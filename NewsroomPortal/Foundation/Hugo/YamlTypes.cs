using System.Globalization;
using System.Numerics;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>What an unquoted value is in YAML 1.1, as Hugo's parser (go-yaml v2, <c>resolve.go</c>) decides it.</summary>
internal static class YamlTypes
{
    public static (ValueKind Kind, string Text) Resolve(string plain) => plain switch
    {
        "" or "~" or "null" or "Null" or "NULL" => (ValueKind.Null, ""),
        "y" or "Y" or "yes" or "Yes" or "YES" or "true" or "True" or "TRUE" or "on" or "On" or "ON" => (ValueKind.Switch, "true"),
        "n" or "N" or "no" or "No" or "NO" or "false" or "False" or "FALSE" or "off" or "Off" or "OFF" => (ValueKind.Switch, "false"),
        ".nan" or ".NaN" or ".NAN" => (ValueKind.Number, "NaN"),
        ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF" => (ValueKind.Number, "+Inf"),
        "-.inf" or "-.Inf" or "-.INF" => (ValueKind.Number, "-Inf"),
        _ when char.IsAsciiDigit(plain[0]) || plain[0] is '.' or '+' or '-' => ResolveNumber(plain),
        _ => (ValueKind.Text, plain),
    };

    /// <summary>With one of YAML's own tags; null where the value is not of that type, which Hugo refuses.</summary>
    public static (ValueKind Kind, string Text)? As(string tag, string written)
    {
        var resolved = Resolve(written);
        return (tag, resolved.Kind) switch
        {
            ("tag:yaml.org,2002:int", ValueKind.Number) when BigInteger.TryParse(resolved.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => resolved,
            ("tag:yaml.org,2002:float", ValueKind.Number) => resolved,
            ("tag:yaml.org,2002:bool", ValueKind.Switch) => resolved,
            ("tag:yaml.org,2002:null", ValueKind.Null) => resolved,
            ("tag:yaml.org,2002:timestamp", ValueKind.Date) => resolved,
            _ => null,
        };
    }

    private static (ValueKind, string) ResolveNumber(string plain)
    {
        if (IsDate(plain))
            return (ValueKind.Date, plain);
        var digits = plain.Replace("_", "", StringComparison.Ordinal);
        if (Whole(digits) is { } whole)
            return (ValueKind.Number, whole.ToString(CultureInfo.InvariantCulture));
        if (IsFraction(digits) && double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            return (ValueKind.Number, number.ToString(CultureInfo.InvariantCulture));
        return (ValueKind.Text, plain);
    }

    /// <summary>Four digits, a hyphen, and the rest of a date or a timestamp: go-yaml's forms.</summary>
    private static bool IsDate(string plain) =>
        plain.Length >= 8 && plain[4] == '-' && plain.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0
        && DateTimeOffset.TryParseExact(plain, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    private static readonly string[] DateForms =
        ["yyyy-M-d", "yyyy-M-d H:m:s.FFFFFFF", "yyyy-M-d'T'H:m:s.FFFFFFFK", "yyyy-M-d't'H:m:s.FFFFFFFK"];

    private static BigInteger? Whole(string digits)
    {
        var sign = digits.Length > 0 && digits[0] is '+' or '-' ? 1 : 0;
        var rest = digits.AsSpan(sign);
        // Go's own bases: 0x, 0o, 0b, and a leading 0 for octal; "089" is none of them and falls to the fractions.
        var (numberBase, from) = rest switch
        {
            ['0', 'x' or 'X', ..] => (16, 2),
            ['0', 'o' or 'O', ..] => (8, 2),
            ['0', 'b' or 'B', ..] => (2, 2),
            ['0', _, ..] => (8, 1),
            _ => (10, 0),
        };
        // Longer than any 64-bit number in base 2: not a whole number for Go.
        if (rest.Length == from || rest.Length > 66)
            return null;

        var value = BigInteger.Zero;
        foreach (var digit in rest[from..])
        {
            var worth = char.IsAsciiHexDigit(digit) ? Convert.ToInt32(digit.ToString(), 16) : int.MaxValue;
            if (worth >= numberBase)
                return null;
            value = value * numberBase + worth;
        }
        value = sign == 1 && digits[0] == '-' ? -value : value;
        return value >= long.MinValue && value <= ulong.MaxValue && !(sign == 1 && value > long.MaxValue) ? value : null;
    }

    /// <summary>go-yaml's <c>^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$</c>, read by hand.</summary>
    private static bool IsFraction(string digits)
    {
        var at = digits is ['+' or '-', ..] ? 1 : 0;
        var before = SkipDigits(ref at);
        var after = 0;
        if (at < digits.Length && digits[at] == '.')
        {
            at++;
            after = SkipDigits(ref at);
        }
        if (before + after == 0)
            return false;
        if (at < digits.Length && digits[at] is 'e' or 'E')
        {
            at++;
            if (at < digits.Length && digits[at] is '+' or '-')
                at++;
            if (SkipDigits(ref at) == 0)
                return false;
        }
        return at == digits.Length;

        int SkipDigits(ref int from)
        {
            var first = from;
            while (from < digits.Length && char.IsAsciiDigit(digits[from]))
                from++;
            return from - first;
        }
    }
}
