using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace NewsroomPortal.Features.People;

/// <summary>The secret part of a link: 256 random bits, as base64url. Only its SHA-256 is ever kept.</summary>
internal static class OneTimeToken
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>SHA-256 as lower-case hex.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
