using System.CommandLine;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NewsroomPortal.Features.People;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Language;
using NewsroomPortal.Foundation.Settings;

namespace NewsroomPortal.Shell.Commands;

/// <summary>No verb: serves the portal, and says where.</summary>
internal static partial class ServeCommand
{
    public static async Task<int> Run(ParseResult line, CancellationToken cancel)
    {
        await using var app = await Portal.Open(line, alone: true, cancel);
        try
        {
            await app.StartAsync(cancel);
        }
        catch (Exception problem) when (problem is IOException or SocketException or InvalidOperationException)
        {
            var urls = app.Services.GetRequiredService<NewsroomSettings>().Urls;
            throw new SettingsException(problem.InnerException is AddressInUseException
                ? $"The address {urls} is taken by another program. Stop that, or give another with --urls, such as --urls http://localhost:5090."
                : $"The portal cannot listen on {urls} ({problem.Message.Split('\n')[0].Trim()}). Give another address with --urls, such as --urls http://localhost:5080.");
        }
        await Greet(app);
        await app.WaitForShutdownAsync(cancel);
        return CommandLine.Done;
    }

    private static async Task Greet(WebApplication app)
    {
        var words = app.Services.GetRequiredService<Words>();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        foreach (var address in addresses)
        {
            Console.WriteLine(words.Say("shell.serving", address));
        }
        Console.WriteLine(words.Say("shell.dataFolder", app.Services.GetRequiredService<DataFolder>().Path));
        if (addresses.FirstOrDefault() is not { } first)
        {
            return;
        }
        if (addresses.Any(address => address.StartsWith("http:", StringComparison.OrdinalIgnoreCase) && !IsOfThisMachine(address)))
        {
            Console.WriteLine(words["shell.plainHttp"]);
        }
        if (await app.Services.GetRequiredService<PeopleRegister>().IsEmpty())
        {
            Console.WriteLine(words.Say("shell.setUpLink", $"{Openable(first)}/setup?key={app.Services.GetRequiredService<SetupKey>().Value}"));
        }
    }

    private static bool IsOfThisMachine(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback;

    /// <summary>"Every address of this machine" is none that a browser can open.</summary>
    private static string Openable(string address) => AnyHost().Replace(address, "//localhost");

    [GeneratedRegex(@"//(\[::\]|0\.0\.0\.0|\*|\+)")]
    private static partial Regex AnyHost();
}
