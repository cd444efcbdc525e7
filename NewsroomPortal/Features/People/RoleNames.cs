using NewsroomPortal.Foundation.Audit;

namespace NewsroomPortal.Features.People;

/// <summary>The roles by the names that the command line, the audit trail and the word keys use.</summary>
public static class RoleNames
{
    public static IReadOnlyDictionary<string, Role> All { get; } = new Dictionary<string, Role>(StringComparer.OrdinalIgnoreCase)
    {
        ["journalist"] = Role.Journalist,
        ["editor"] = Role.Editor,
        ["admin"] = Role.Admin,
    };

    /// <summary>Such as <c>journalist, editor</c>.</summary>
    public static string Of(Role roles) => string.Join(", ", In(roles));

    public static IEnumerable<string> In(Role roles) => All.Where(role => roles.HasFlag(role.Value)).Select(role => role.Key);
}
