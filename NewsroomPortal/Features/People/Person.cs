using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsroomPortal.Foundation.Audit;

namespace NewsroomPortal.Features.People;

/// <summary>Somebody with an account. The email address is the user name.</summary>
public sealed class Person : IdentityUser
{
    public required string Name { get; set; }

    public Role Roles { get; set; }

    public bool Disabled { get; set; }

    public DateTime CreatedAtUtc { get; init; }

    public Actor AsActor() => new(Id, Name, Roles);

    internal sealed class Configuration : IEntityTypeConfiguration<Person>
    {
        public void Configure(EntityTypeBuilder<Person> person)
        {
            person.ToTable("People");
            person.HasIndex(p => p.NormalizedUserName).IsUnique();
            person.HasIndex(p => p.NormalizedEmail).IsUnique();
            person.Property(p => p.ConcurrencyStamp).IsConcurrencyToken();
        }
    }
}
