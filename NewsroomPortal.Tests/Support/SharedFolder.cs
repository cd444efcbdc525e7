namespace NewsroomPortal.Tests.Support;

/// <summary>The folder <c>../shared</c> beside the checkout: corpus, material and seed, read in place.</summary>
public static class SharedFolder
{
    public static string Checkout { get; } = FindCheckout();

    public static string Path { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(Checkout, "..", "shared"));

    /// <summary>Skips the running test, by name of what it lacks, where the folder is absent.</summary>
    public static string Require(params string[] below)
    {
        var path = System.IO.Path.Combine([Path, .. below]);
        Assert.SkipUnless(System.IO.Path.Exists(path), $"../shared/{string.Join('/', below)} is not beside this checkout.");
        return path;
    }

    private static string FindCheckout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "NewsroomPortal.sln")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new DirectoryNotFoundException($"No NewsroomPortal.sln above {AppContext.BaseDirectory}.");
    }
}
