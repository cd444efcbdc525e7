using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Shell.Commands;

/// <summary>The frame of the command line, by the built program: each bad start is one clear line.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("improt", "'improt' is not known")]
    [InlineData("--fourEys=off", "'--fourEys=off' is not known")]
    [InlineData("--fourEyes", "The setting --fourEyes needs a value")]
    public async Task Names_what_it_does_not_know(string argument, string says)
    {
        var run = await PortalRun.Of("--data", _folder["data"], argument);

        Assert.Equal(2, run.Exit);
        Assert.Contains(says, OneLine(run), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["data"]));
    }

    [Theory]
    [InlineData("--fourEyes", "sometimes", "FourEyes 'sometimes' is not known. Give off, warn or enforce.")]
    [InlineData("--TimeZone", "Hong Kong", "TimeZone 'Hong Kong' is not known here.")]
    [InlineData("--pathpattern", "content/{year}.md", "needs {slug}")]
    [InlineData("--urls", "5080", "Urls '5080' is no address.")]
    public async Task Refuses_a_setting_that_cannot_be_used(string name, string value, string says)
    {
        var run = await PortalRun.Of("--data", _folder["data"], name, value);

        Assert.Equal(1, run.Exit);
        Assert.Contains(says, OneLine(run), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_settings_from_the_environment_and_rather_from_the_line()
    {
        var environment = new Dictionary<string, string> { ["NEWSROOM_FOUREYES"] = "nonsense", ["NEWSROOM_DATA"] = _folder["data"] };

        Assert.Contains("FourEyes 'nonsense'", OneLine(await PortalRun.Of(environment, "user", "list")), StringComparison.Ordinal);
        Assert.Equal(0, (await PortalRun.Of(environment, "user", "list", "--fourEyes", "off")).Exit);
        Assert.True(File.Exists(Path.Combine(_folder["data"], "newsroom.db")));
    }

    [Fact]
    public async Task Says_when_the_port_is_taken()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";

        var run = await PortalRun.Of("--data", _folder["data"], "--urls", address);

        Assert.Equal(1, run.Exit);
        Assert.Contains($"The address {address} is taken", OneLine(run), StringComparison.Ordinal);
        Assert.Contains("--urls", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_when_the_data_folder_is_in_use()
    {
        using var other = new DataFolder(_folder["data"]);
        other.Claim();

        var run = await PortalRun.Of("--data", _folder["data"], "--urls", "http://127.0.0.1:0");

        Assert.Equal(1, run.Exit);
        Assert.Contains("in use by another process", OneLine(run), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_when_the_data_folder_cannot_be_written()
    {
        await File.WriteAllTextAsync(_folder["data"], "a file, no folder", TestContext.Current.CancellationToken);

        var run = await PortalRun.Of("--data", _folder["data"]);

        Assert.Equal(1, run.Exit);
        Assert.Contains("cannot be written", OneLine(run), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_when_the_database_is_none()
    {
        Directory.CreateDirectory(_folder["data"]);
        await File.WriteAllTextAsync(Path.Combine(_folder["data"], "newsroom.db"), new string('x', 4096), TestContext.Current.CancellationToken);

        var run = await PortalRun.Of("--data", _folder["data"], "user", "list");

        Assert.Equal(1, run.Exit);
        Assert.Contains("cannot be used", OneLine(run), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_database_of_a_newer_portal()
    {
        Assert.Equal(0, (await PortalRun.Of("--data", _folder["data"], "user", "list")).Exit);
        await using (var db = new SqliteConnection($"Data Source={Path.Combine(_folder["data"], "newsroom.db")};Pooling=False"))
        {
            await db.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = db.CreateCommand();
            command.CommandText = "INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_Later', '99.0.0')";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var run = await PortalRun.Of("--data", _folder["data"], "--urls", "http://127.0.0.1:0");

        Assert.Equal(1, run.Exit);
        Assert.Contains("was written by a newer NewsroomPortal (it has 99990101000000_Later)", OneLine(run), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_why_it_cannot_listen()
    {
        // 192.0.2.0/24 is for documentation: no machine has it.
        var run = await PortalRun.Of("--data", _folder["data"], "--urls", "http://192.0.2.1:5080");

        Assert.Equal(1, run.Exit);
        Assert.Contains("cannot listen on http://192.0.2.1:5080", OneLine(run), StringComparison.Ordinal);
    }

    private static string OneLine(PortalRun run)
    {
        var lines = run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Length == 1 ? lines[0] : throw new Xunit.Sdk.XunitException($"Not one line but {lines.Length}:\n{run.Error}\n{run.Out}");
    }
}
