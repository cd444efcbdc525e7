using System.Security.Cryptography;
using System.Text;

namespace NewsroomPortal.Features.People;

/// <summary>
/// The key of the set-up link: made anew at each start and held in memory alone. It opens nothing once the first person exists, which
/// <see cref="PeopleRegister.Found"/> checks in its transaction.
/// </summary>
public sealed class SetupKey
{
    public string Value { get; } = OneTimeToken.New();

    public bool Opens(string? given) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(Value));
}
