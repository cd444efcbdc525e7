using System.CommandLine;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NewsroomPortal.Features.People;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Language;
using NewsroomPortal.Foundation.Settings;

namespace NewsroomPortal.Shell.Commands;

/// <summary>No verb: serves the portal, and says where.</summary>
internal static class ServeCommand
{
    public static async Task<int> Run(ParseResult line, CancellationToken cancel)
    {
        await using var app = await Portal.Open(line, alone: true, cancel);
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException problem) when (problem.InnerException is AddressInUseException)
        {
            throw new SettingsException(
                $"The address {app.Services.GetRequiredService<NewsroomSettings>().Urls} is taken by another program. Stop that, or give another with --urls, such as --urls http://localhost:5090.");
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
        if (addresses.FirstOrDefault() is { } first && await app.Services.GetRequiredService<PeopleRegister>().IsEmpty())
        {
            Console.WriteLine(words.Say("shell.setUpLink", $"{first}/setup?key={app.Services.GetRequiredService<SetupKey>().Value}"));
        }
    }
}
