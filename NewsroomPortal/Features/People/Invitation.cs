using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsroomPortal.Foundation.Audit;

namespace NewsroomPortal.Features.People;

/// <summary>A link, good once and for a week, at which somebody makes their account or a new password. The link's token itself is kept nowhere.</summary>
public sealed class Invitation
{
    public long Id { get; init; }

    /// <summary>SHA-256 of the token, lower-case hex.</summary>
    public required string TokenHash { get; init; }

    public InvitationPurpose Purpose { get; init; }

    public required string Email { get; init; }

    public required string Name { get; init; }

    public Role Roles { get; init; }

    /// <summary>Whose password it renews; null for a new account.</summary>
    public string? PersonId { get; init; }

    public DateTime CreatedAtUtc { get; init; }

    public DateTime ExpiresAtUtc { get; init; }

    public DateTime? UsedAtUtc { get; set; }

    public string? CreatedById { get; init; }

    public bool IsOpen(DateTime nowUtc) => UsedAtUtc is null && nowUtc < ExpiresAtUtc;

    internal sealed class Configuration : IEntityTypeConfiguration<Invitation>
    {
        public void Configure(EntityTypeBuilder<Invitation> invitation)
        {
            invitation.ToTable("Invitations");
            invitation.HasIndex(i => i.TokenHash).IsUnique();
            invitation.HasIndex(i => i.Email);
        }
    }
}

/// <summary>Values are stored: never renumber.</summary>
public enum InvitationPurpose
{
    NewAccount = 0,
    NewPassword = 1,
}
