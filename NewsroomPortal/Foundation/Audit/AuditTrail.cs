using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Foundation.Audit;

/// <summary>Writes acts into the audit trail of the context that the act itself saves, so both are one transaction.</summary>
public sealed class AuditTrail(TimeProvider clock)
{
    public void Record(
        NewsroomDb db, Actor who, string act, long? articleId = null, string? subject = null, string? from = null, string? to = null,
        int? version = null, string? sha256 = null, string? reason = null, string? waived = null) =>
        db.Add(Entry(who, act, articleId, subject, from, to, version, sha256, reason, waived));

    /// <summary>The row alone, for an act that writes many.</summary>
    public AuditEntry Entry(
        Actor who, string act, long? articleId = null, string? subject = null, string? from = null, string? to = null,
        int? version = null, string? sha256 = null, string? reason = null, string? waived = null) => new()
        {
            AtUtc = clock.GetUtcNow().UtcDateTime,
            PersonId = who.PersonId,
            PersonName = who.Name,
            Act = act,
            ArticleId = articleId,
            Subject = subject,
            From = from,
            To = to,
            Version = version,
            Sha256 = sha256,
            Reason = reason,
            Waived = waived,
        };
}
