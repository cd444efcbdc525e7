using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Settings;

namespace NewsroomPortal.Features.Publishing.TruePreview;

/// <summary>The <c>hugo</c> program of this machine: the one that the setting Hugo names, else the one on the PATH.</summary>
public sealed class HugoProgram(NewsroomSettings settings)
{
    private const int MostOutput = 100_000;

    /// <summary>Null: there is none.</summary>
    public string? Path { get; } = settings.Hugo ?? OnPath();

    /// <summary>Runs it on a site, without a shell, with no more of this process's environment than the PATH.</summary>
    /// <param name="home">Where it may keep what it keeps for a user.</param>
    /// <param name="folder">Where it writes: no more than <see cref="BuildLimits"/> allows.</param>
    /// <exception cref="OperationCanceledException">Cancelled; the program and all it started are ended.</exception>
    public async Task<HugoRun> Run(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string home, string folder, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(Path ?? throw new InvalidOperationException("There is no hugo program."), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = home,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        start.Environment["HOME"] = home;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception problem)
        {
            return new HugoRun(false, "", problem.Message);
        }
        process.StandardInput.Close();
        var (output, errors) = (Read(process.StandardOutput), Read(process.StandardError));
        var stopped = await Watch(process, folder, cancel);
        return new HugoRun(stopped is null && process.ExitCode == 0, await output, await errors, stopped);
    }

    /// <summary>Until it has ended by itself, or is ended because it takes too much.</summary>
    private static async Task<Refusal?> Watch(Process process, string folder, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        var ending = process.WaitForExitAsync(CancellationToken.None);
        try
        {
            while (await Task.WhenAny(ending, Task.Delay(BuildLimits.BetweenLooks, cancel)) != ending)
            {
                cancel.ThrowIfCancellationRequested();
                if (BuildLimits.Broken(process, Stopwatch.GetElapsedTime(started), folder) is { } broken)
                {
                    return broken;
                }
            }
            return BuildLimits.Broken(folder);
        }
        finally
        {
            if (!ending.IsCompleted)
            {
                process.Kill(entireProcessTree: true);
                // Its folder is taken away next.
                await ending;
            }
        }
    }

    private static string? OnPath() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .Where(folder => folder.Length > 0)
        .Select(folder => System.IO.Path.Combine(folder, RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "hugo.exe" : "hugo"))
        .FirstOrDefault(File.Exists);

    /// <summary>To the end, so that the program never waits; but keeps no more than is shown.</summary>
    private static async Task<string> Read(StreamReader reader)
    {
        var kept = new System.Text.StringBuilder();
        var some = new char[4096];
        for (int count; (count = await reader.ReadAsync(some)) > 0;)
        {
            kept.Append(some, 0, Math.Min(count, MostOutput - kept.Length));
        }
        return kept.ToString();
    }
}

/// <summary>How a run of the program ended, and what it said.</summary>
/// <param name="Stopped">Why it was ended, or what it wrote must not stay; null: it came to its own end.</param>
public sealed record HugoRun(bool IsDone, string Output, string Errors, Refusal? Stopped = null);
