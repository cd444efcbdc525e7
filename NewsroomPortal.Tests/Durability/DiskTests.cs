using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Durability;

/// <summary>What the disk and other programs do to the portal, as a process of its own.</summary>
public sealed class DiskTests : IDisposable
{
    private static readonly TimeSpan Locked = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(2);

    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_full_disk_says_not_saved_at_once_leaves_reading_and_is_got_over()
    {
        var disk = SmallDisk.Require(_folder["disk"]);
        await PortalVictim.Prepare(_folder["seed"]);
        var typist = NewTypist(0);
        await using (var portal = await PortalVictim.Start(disk.Path, disk.Inside(_folder["seed"])))
        {
            var line = await portal.Connect();
            Assert.True(await typist.TypeOne(line), typist.Refused);

            disk.Fill(portal.Id);
            var (saved, took) = (true, TimeSpan.Zero);
            // What the log had room for already is still taken.
            for (var key = 0; saved && key < 1000; key++)
            {
                var pressed = Stopwatch.GetTimestamp();
                saved = await typist.TypeOne(line);
                took = Stopwatch.GetElapsedTime(pressed);
            }
            Assert.StartsWith("暫時未能儲存", typist.Refused, StringComparison.Ordinal);
            Assert.True(took < AtOnce, $"It was told after {took}.");
            Assert.Contains("typist00.1 ", await portal.Read("/articles/1/text"), StringComparison.Ordinal);
            Assert.Contains("<main", await portal.Read("/"), StringComparison.Ordinal);
            await portal.SignIn();

            disk.Free(portal.Id);
            Assert.True(await typist.TypeOne(line), typist.Refused);
            Assert.True(await typist.TypeOne(await portal.Connect()), typist.Refused);
            disk.CopyOut(portal.Id, _folder["out"]);
        }

        var check = await PortalRun.Of("check", "--data", _folder["out"]);
        Assert.Equal((0, "Articles checked: 5; problems: 0."), (check.Exit, check.Out.Trim()));
        Assert.Empty(LogInspection.Faults(_folder["out"], [typist]));
    }

    [Fact]
    public async Task A_database_locked_by_another_program_makes_answers_late_and_nothing_else()
    {
        await PortalVictim.Prepare(_folder.Path);
        await using var portal = await PortalVictim.Start(_folder.Path);
        var typists = new List<(Typist Typist, ILine Line)>();
        for (var i = 0; i < 10; i++)
        {
            var (typist, line) = (NewTypist(i), await portal.Connect());
            typists.Add((typist, line));
            Assert.True(await typist.TypeOne(line), typist.Refused);
        }

        await using var other = new SqliteConnection($"Data Source={_folder["newsroom.db"]};Pooling=False");
        await other.OpenAsync(Cancel);
        await Execute(other, "BEGIN EXCLUSIVE");
        var since = Stopwatch.GetTimestamp();
        var typing = typists.ConvertAll(typist => typist.Typist.TypeOne(typist.Line));
        var signIn = portal.SignIn();
        Assert.StartsWith(LogHost.FirstText, await portal.Read("/articles/1/text"), StringComparison.Ordinal);
        Assert.Contains("<main", await portal.Read("/"), StringComparison.Ordinal);
        // The promise is about this time.
        await Task.Delay(Locked - Stopwatch.GetElapsedTime(since), Cancel);
        Assert.DoesNotContain(typing.Append(signIn), task => task.IsCompleted);
        await Execute(other, "COMMIT");

        Assert.All(await Task.WhenAll(typing), Assert.True);
        await signIn;
        Assert.Empty(LogInspection.Faults(_folder.Path, typists.Select(typist => typist.Typist)));
    }

    [Fact]
    public async Task A_disk_that_takes_no_byte_says_not_saved_at_once_and_is_got_over()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux lets tests limit the files of a running process.");
        // The limit's signal would end the process; without it writes fail as they do on a broken disk.
        await using var host = await LogProcess.Start(_folder.Path, ["sh", "-c", "trap '' XFSZ; exec \"$0\" \"$@\""]);
        var typist = NewTypist(0);
        Assert.True(await typist.TypeOne(host), typist.Refused);

        await LimitFiles(host.Id, "0");
        var pressed = Stopwatch.GetTimestamp();
        Assert.False(await typist.TypeOne(host));
        Assert.True(Stopwatch.GetElapsedTime(pressed) < AtOnce);
        Assert.Equal("editing.notSaved", typist.Refused);
        Assert.Equal(2, (await host.Updates(1, 0)).Version);

        await LimitFiles(host.Id, "unlimited");
        Assert.True(await typist.TypeOne(host), typist.Refused);
        Assert.Empty(LogInspection.Faults(_folder.Path, [typist]));
    }

    private static Typist NewTypist(int number) =>
        new($"typist{number:00}", number % LogHost.Articles + 1, LogHost.FirstText.Length, new Random(number), () => { });

    private static async Task LimitFiles(int processId, string bytes)
    {
        using var limit = Process.Start("prlimit", ["--pid", processId.ToString(CultureInfo.InvariantCulture), $"--fsize={bytes}:unlimited"]);
        await limit.WaitForExitAsync(Cancel);
        Assert.Equal(0, limit.ExitCode);
    }

    private static async Task Execute(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
