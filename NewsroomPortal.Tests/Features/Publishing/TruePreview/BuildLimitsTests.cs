using NewsroomPortal.Features.Publishing.TruePreview;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Features.Publishing.TruePreview;

public sealed class BuildLimitsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_may_hold_so_many_bytes_and_no_more()
    {
        Grow("public/a", BuildLimits.MostMegabytes / 2);
        Grow("public/below/b", BuildLimits.MostMegabytes / 2);
        Assert.Null(BuildLimits.Broken(_folder.Below("")));
        Grow("c", 1);
        Assert.Equal("publishing.true.tooBig", BuildLimits.Broken(_folder.Below(""))?.Word);
    }

    [Fact]
    public void A_folder_may_hold_so_many_files_and_no_more()
    {
        for (var number = 0; number < BuildLimits.MostFiles; number++)
        {
            File.WriteAllBytes(_folder.Below($"{number}"), []);
        }
        Assert.Null(BuildLimits.Broken(_folder.Below("")));
        File.WriteAllBytes(_folder.Below("one more"), []);
        Assert.Equal("publishing.true.tooMany", BuildLimits.Broken(_folder.Below(""))?.Word);
    }

    [Fact]
    public void All_that_is_kept_is_bounded_too_and_a_folder_that_went_away_counts_for_nothing()
    {
        Grow("one/a", BuildLimits.MostMegabytesKept / 2);
        Grow("two/a", BuildLimits.MostMegabytesKept / 2);
        Assert.False(BuildLimits.IsFull([_folder.Below("one"), _folder.Below("two"), _folder.Below("gone")]));
        Grow("two/b", 1);
        Assert.True(BuildLimits.IsFull([_folder.Below("one"), _folder.Below("two")]));
    }

    /// <summary>A file of that length that takes no room.</summary>
    private void Grow(string path, int megabytes)
    {
        var full = _folder.Below(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        using var file = File.Create(full);
        file.SetLength(megabytes * (1L << 20));
    }
}
