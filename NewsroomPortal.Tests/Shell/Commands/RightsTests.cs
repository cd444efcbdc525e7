using System.Diagnostics;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Shell.Commands;

/// <summary>What the rights of files and folders keep the program from. Root is kept from nothing, so that these run as nobody where root tests.</summary>
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
        const UnixFileMode Everybody = (UnixFileMode)0x1FF, Readers = Everybody & ~(UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite);
        ContentTree.Write(_folder["in"], new() { ["content/closed/a.md"] = "x".Bytes(), ["content/good.md"] = "文\n".Bytes(), ["content/secret.md"] = "x".Bytes(), ["content/secret.png"] = [1] });
        File.SetUnixFileMode(_folder.Path, Everybody);
        File.SetUnixFileMode(Directory.CreateDirectory(_folder["data"]).FullName, Everybody);
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

    private async Task<PortalRun> Run(params string[] arguments)
    {
        arguments = [.. arguments, "--data", _folder["data"]];
        if (!Environment.IsPrivilegedProcess)
        {
            return await PortalRun.Of(arguments);
        }
        Assert.SkipUnless(await NobodyReads(Path.Combine(AppContext.BaseDirectory, "NewsroomPortal.dll")), "Root tests here, and has no program setpriv, or a checkout that nobody else may read.");
        return await PortalRun.OfNobody(new() { ["HOME"] = _folder["data"] }, arguments);
    }

    private static async Task<bool> NobodyReads(string path)
    {
        try
        {
            using var reading = Process.Start("setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", "test", "-r", path]);
            await reading.WaitForExitAsync(TestContext.Current.CancellationToken);
            return reading.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
