using System.Diagnostics;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Shell.Commands;

/// <summary>What the rights of files and folders keep the program from. Root is kept from nothing, so that it gives up what makes it root here.</summary>
public sealed class RightsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_cannot_be_read_or_written_is_named_and_the_rest_is_taken()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("Rights are set as Linux has them.");
            return;
        }
        Assert.SkipUnless(!Environment.IsPrivilegedProcess || await CanBind(), "Root tests here, and has no program setpriv that takes its capabilities away.");
        const UnixFileMode Everybody = (UnixFileMode)0x1FF, Readers = Everybody & ~(UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite);
        ContentTree.Write(_folder["in"], new() { ["content/closed/a.md"] = "x".Bytes(), ["content/good.md"] = "文\n".Bytes(), ["content/secret.md"] = "x".Bytes(), ["content/secret.png"] = [1] });
        File.SetUnixFileMode(Directory.CreateDirectory(_folder["out/content"]).FullName, Readers);
        string[] closed = ["in/content/closed", "in/content/secret.md", "in/content/secret.png"];
        foreach (var path in closed)
        {
            File.SetUnixFileMode(_folder[path], UnixFileMode.None);
        }
        try
        {
            for (var round = 0; round < 2; round++)
            {
                var import = await Run("import", _folder["in"]);
                Assert.Equal((1, $"Imported: {1 - round}; there already: {round}; refused: 3."), (import.Exit, import.Out.Trim()));
                Assert.Equal(["content/closed", "content/secret.md", "content/secret.png"], Named(import));
                Assert.All(import.Error.Trim().Split('\n'), line => Assert.Contains("It cannot be read:", line, StringComparison.Ordinal));
            }
            var export = await Run("export", _folder["out"]);
            Assert.Equal((1, "Exported: 0; failed: 1."), (export.Exit, export.Out.Trim()));
            Assert.Equal(["content/good.md"], Named(export));
        }
        finally
        {
            foreach (var path in closed.Append("out/content"))
            {
                File.SetUnixFileMode(_folder[path], Everybody);
            }
        }
    }

    private static IEnumerable<string> Named(PortalRun run) => run.Error.Trim().Split('\n').Select(line => line.Split(": ")[0]).Order(StringComparer.Ordinal);

    private Task<PortalRun> Run(params string[] arguments) => PortalRun.Bound([.. arguments, "--data", _folder["data"]]);

    private static async Task<bool> CanBind()
    {
        try
        {
            using var bound = Process.Start(PortalRun.WithoutCapabilities[0], [.. PortalRun.WithoutCapabilities.Skip(1), "true"]);
            await bound.WaitForExitAsync(TestContext.Current.CancellationToken);
            return bound.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
