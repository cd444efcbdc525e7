using System.CommandLine;
using System.Globalization;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Settings;

namespace NewsroomPortal.Shell.Commands;

/// <summary>The verbs. Exit codes: 0 done, 1 refused or partly done, 2 wrong usage, 130 stopped with Ctrl+C.</summary>
internal static class CommandLine
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int WrongUsage = 2;

    /// <summary>As shells have it for a program that SIGINT (2) ended.</summary>
    public const int Stopped = 128 + 2;

    private static readonly Command[] Verbs =
    [
        UserCommand.Create(),
        ImportCommand.Create(),
        ExportCommand.Create(),
        RenderCommand.Create(),
        CheckCommand.Create(),
        ReindexCommand.Create(),
        BackupCommand.Create(),
        RestoreCommand.Create(),
        DemoCommand.Create(),
    ];

    public static async Task<int> Run(string[] args)
    {
        SpeakChineseOrEnglish();
        var line = Root().Parse(args);
        var problems = line.Errors.Select(error => error.Message).Concat(SettingsLine.Problems(line)).ToList();
        if (problems.Count > 0)
        {
            await Say(Console.Error, problems);
            return WrongUsage;
        }
        try
        {
            // Long enough for open pages to be let go and for an act under way to be finished.
            return await line.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(40) });
        }
        catch (Exception problem) when (problem is SettingsException or DataFolderException)
        {
            await Say(Console.Error, [problem.Message]);
            return Refused;
        }
        catch (OperationCanceledException)
        {
            // What was done stays done, and the verb can be run again.
            return Stopped;
        }
    }

    private static RootCommand Root()
    {
        var root = new RootCommand($"NewsroomPortal: without a verb it serves the portal. Every verb takes settings as --NAME VALUE: {string.Join(", ", SettingsLine.Names)}.") { TreatUnmatchedTokensAsErrors = false };
        root.Options.Add(SettingsLine.Data);
        root.SetAction((line, cancel) => ServeCommand.Run(line, cancel));
        foreach (var verb in Verbs)
        {
            root.Subcommands.Add(verb);
        }
        return root;
    }

    /// <summary>The command line speaks the console's language where the portal has it, and else English, as consoles do.</summary>
    private static void SpeakChineseOrEnglish() => CultureInfo.CurrentUICulture =
        CultureInfo.GetCultureInfo(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? "zh-HK" : "en");

    /// <summary>A file's name may hold line breaks and what terminals obey: such marks are told by their numbers.</summary>
    public static string OneLine(string path) =>
        string.Concat(path.Select(unit => char.IsControl(unit) || unit is '\u2028' or '\u2029' ? $"\\u{(int)unit:X4}" : unit.ToString()));

    private static async Task Say(TextWriter to, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            await to.WriteLineAsync(line);
        }
    }
}
