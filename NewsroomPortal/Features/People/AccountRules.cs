using System.Net.Mail;
using NewsroomPortal.Foundation.Audit;

namespace NewsroomPortal.Features.People;

/// <summary>What a name, an email address and a password must be. The pages ask for each field, the acts ask again.</summary>
public static class AccountRules
{
    public const int ShortestPassword = 12;
    public const int LongestPassword = 256;
    public const int LongestName = 100;
    public const int LongestEmail = 254;

    public static Refusal? Name(string? name) =>
        string.IsNullOrWhiteSpace(name) ? new("people.nameMissing")
        : name.Trim().Length > LongestName ? new("people.nameLong", LongestName)
        : null;

    public static Refusal? Email(string? email) =>
        string.IsNullOrWhiteSpace(email) ? new("people.emailMissing")
        : email.Trim() is var trimmed && trimmed.Length <= LongestEmail && MailAddress.TryCreate(trimmed, out var address) && address.Address == trimmed ? null
        : new("people.emailWrong");

    /// <summary>Length and no composition rules; what everybody tries first is refused, and so is one's own name or address.</summary>
    public static Refusal? Password(string? password, string? email, string? name) =>
        (password?.Length ?? 0) < ShortestPassword ? new("people.passwordShort", ShortestPassword)
        : password!.Length > LongestPassword ? new("people.passwordLong", LongestPassword)
        : CommonPasswords.Contain(password) || IsAbout(password, email) || IsAbout(password, name) ? new("people.passwordCommon")
        : null;

    public static Refusal? Roles(Role roles) => roles == Role.None ? new("people.rolesMissing") : null;

    private static bool IsAbout(string password, string? known) =>
        known?.Trim() is { Length: > 0 } own && password.Trim().Equals(own, StringComparison.OrdinalIgnoreCase);
}
