using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsroomPortal.Features.Editing;

/// <summary>How far a follower has come in the log of all documents. Without its row it begins anew, which rebuilds all that it keeps.</summary>
public sealed class FollowerCursor
{
    /// <summary>The follower's type name.</summary>
    public required string Name { get; init; }

    /// <summary>Every document is followed at least to its last change up to this sequence.</summary>
    public long Sequence { get; set; }

    /// <summary>The name of a follower's row.</summary>
    public static string NameOf(Type follower) => follower.Name;

    internal sealed class Configuration : IEntityTypeConfiguration<FollowerCursor>
    {
        public void Configure(EntityTypeBuilder<FollowerCursor> cursor)
        {
            cursor.ToTable("FollowerCursors");
            cursor.HasKey(c => c.Name);
        }
    }
}
