using System.Security.Cryptography;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Features.Articles;

/// <summary>The bytes that a text is as a file, and their SHA-256 in lower-case hex: what the audit trail and the site are compared by.</summary>
public static class TextHash
{
    public static byte[] ToBytes(this DocumentText text) => new HugoFile(text.Shape, text.Text).ToBytes();

    public static string Of(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static string Of(DocumentText text) => Of(text.ToBytes());
}
