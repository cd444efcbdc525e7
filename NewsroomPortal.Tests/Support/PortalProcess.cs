using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsroomPortal.Tests.Support;

/// <summary>The built portal as a program of its own, as a newsroom runs it: to be asked, stopped and killed.</summary>
public sealed partial class PortalProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _told = new();
    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> _setUpLink = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PortalProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The system's number of the process.</summary>
    public int Id => _process.Id;

    /// <summary>The link that the first start prints.</summary>
    public Task<string> SetUpLink => _setUpLink.Task.WaitAsync(Patience);

    /// <summary>Starts it and waits until it says that it serves.</summary>
    /// <param name="address">Where it is to listen; null: at a free port.</param>
    /// <param name="inside">A program that becomes or runs the portal, with its arguments; null: none.</param>
    public static async Task<PortalProcess> Serve(string dataFolder, string? address = null, IReadOnlyList<string>? inside = null)
    {
        var portal = new PortalProcess(Start(["--data", dataFolder, "--urls", address ?? "http://127.0.0.1:0"], inside));
        portal._process.BeginOutputReadLine();
        portal._process.BeginErrorReadLine();
        try
        {
            portal.Address = await portal._address.Task.WaitAsync(Patience);
        }
        catch (Exception)
        {
            await portal.DisposeAsync();
            throw;
        }
        return portal;
    }

    /// <summary>Starts it, and kills it after a while, whether it serves or not.</summary>
    public static async Task KillInStart(string dataFolder, TimeSpan after)
    {
        await using var portal = new PortalProcess(Start(["--data", dataFolder, "--urls", "http://127.0.0.1:0"]));
        portal._process.BeginOutputReadLine();
        portal._process.BeginErrorReadLine();
        await Task.Delay(after);
    }

    /// <summary>Runs a verb to its end; the value is what it printed.</summary>
    public static async Task<string> Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"'{string.Join(' ', arguments)}' ended with {process.ExitCode}: {await output}{await errors}");
    }

    /// <summary>SIGKILL: the program gets no word in.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await Kill();
        }
        _process.Dispose();
    }

    private static Process Start(IEnumerable<string> arguments, IReadOnlyList<string>? inside = null)
    {
        string[] line = [.. inside ?? [], "dotnet", Built(), .. arguments];
        return Process.Start(new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        })!;
    }

    /// <summary>The portal's own output, of the same configuration as the running program's.</summary>
    public static string Built()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var folder = output;
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NewsroomPortal.sln")))
        {
            folder = folder.Parent;
        }
        return folder is null
            ? throw new DirectoryNotFoundException($"No NewsroomPortal.sln above {AppContext.BaseDirectory}.")
            : Path.Combine(folder.FullName, "NewsroomPortal", "bin", output.Parent!.Name, output.Name, "NewsroomPortal.dll");
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            _address.TrySetException(new InvalidOperationException($"The portal ended before it served: {_told}"));
            return;
        }
        _told.AppendLine(line);
        if (SetUp().Match(line) is { Success: true } link)
        {
            _setUpLink.TrySetResult(link.Value);
        }
        else if (Url().Match(line) is { Success: true } address)
        {
            _address.TrySetResult(address.Value);
        }
    }

    [GeneratedRegex(@"http://\S+/setup\?key=\S+")]
    private static partial Regex SetUp();

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Url();
}
