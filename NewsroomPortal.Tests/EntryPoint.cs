using NewsroomPortal.Tests.Durability;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace NewsroomPortal.Tests;

/// <summary>Runs the tests, or what a test runs as a process of its own so that it can be killed.</summary>
internal static class EntryPoint
{
    public static Task<int> Main(string[] args) => args switch
    {
        [LogHost.Verb, var folder, .. var manner] => LogHost.Run(folder, careless: manner is [LogHost.Careless]),
        _ when args.Contains("-automated") || args.Contains("@@") => ConsoleRunner.Run(args),
        _ => TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
    };
}
