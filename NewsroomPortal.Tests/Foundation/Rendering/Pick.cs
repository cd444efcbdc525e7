using CsCheck;

namespace NewsroomPortal.Tests.Foundation.Rendering;

internal static class Pick
{
    public static Gen<string> OneOf(params string[] pieces) => Gen.Int[0, pieces.Length - 1].Select(index => pieces[index]);
}
