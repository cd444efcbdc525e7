using System.Collections.Frozen;

namespace NewsroomPortal.Features.People;

/// <summary>
/// Passwords of twelve characters and more that everybody tries first: keyboard walks, counted digits, one short piece repeated, and the
/// well-known words with the well-known endings.
/// </summary>
internal static class CommonPasswords
{
    private static readonly FrozenSet<string> Stems = FrozenSet.ToFrozenSet(
        [
            "password", "passw0rd", "p@ssword", "p@ssw0rd", "passwort", "letmein", "letmeinplease", "welcome", "iloveyou", "trustno1", "administrator", "admin",
            "qwerty", "qwertyuiop", "qwertyuiopasdf", "asdfghjkl", "asdfghjklzxc", "zxcvbnm", "1q2w3e4r5t6y", "1qaz2wsx3edc", "qazwsxedcrfv", "q1w2e3r4t5y6",
            "changeme", "changemenow", "newsroom", "newsroomportal", "hongkong", "superman", "football", "baseball", "princess", "sunshine", "dragon", "monkey", "secret",
            "correcthorsebatterystaple", "abcdefghijkl", "abcdefghijklm", "abcdefghijklmnopqrstuvwxyz", "thisismypassword", "mypassword", "ilovehongkong",
        ],
        StringComparer.OrdinalIgnoreCase);

    private const string Digits = "012345678901234567890123456789";

    public static bool Contain(string password)
    {
        var stem = password.TrimEnd("0123456789!@#$%^&*.?_- ".ToCharArray());
        return stem.Length == 0 ? IsWeakDigits(password)
            : Stems.Contains(password) || Stems.Contains(stem) || IsRepetition(password);
    }

    private static bool IsWeakDigits(string password) =>
        IsRepetition(password) || Digits.Contains(password, StringComparison.Ordinal) || string.Concat(Digits.Reverse()).Contains(password, StringComparison.Ordinal)
        || password.Distinct().Count() <= 2;

    /// <summary>Whether one piece of at most six characters makes it all.</summary>
    private static bool IsRepetition(string password) => Enumerable.Range(1, 6).Any(period =>
        Enumerable.Range(period, Math.Max(0, password.Length - period)).All(at => password[at] == password[at - period]));
}
