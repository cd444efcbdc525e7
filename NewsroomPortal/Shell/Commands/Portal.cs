using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using NewsroomPortal.Foundation.Data;
using NewsroomPortal.Foundation.Settings;

namespace NewsroomPortal.Shell.Commands;

/// <summary>The portal's rooms put together, over a data folder whose schema is this program's: to be served, or to be used by a verb.</summary>
internal static class Portal
{
    /// <param name="alone">Takes the data folder for this process: for whatever writes articles.</param>
    /// <exception cref="SettingsException">A setting is not usable.</exception>
    /// <exception cref="DataFolderException">The data folder or its database is not usable.</exception>
    public static async Task<WebApplication> Open(ParseResult line, bool alone, CancellationToken cancel)
    {
        var given = SettingsLine.Read(line);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Portal).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = given.GetValueOrDefault("Environment"),
        });
        Configure(builder.Configuration, given);
        var settings = SettingsReader.Read(builder.Configuration);
        builder.Services.AddSingleton(settings);
        builder.WebHost.UseUrls(settings.Urls.Split(';'));
        // Always, so that what was built runs from whichever folder, in any environment; after a publish there is no manifest to use.
        builder.WebHost.UseStaticWebAssets();
        // What stops the start is told in one line by the verb; these would tell it again, as stack traces.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", level => level is LogLevel.Warning or LogLevel.Error);

        var folder = new DataFolder(settings.Data);
        if (alone)
        {
            folder.Claim();
        }
        Program.AddRooms(builder.Services, folder);
        var app = builder.Build();
        Program.MapRooms(app);
        await DataSetup.MigrateAsync(app.Services.GetRequiredService<IDbContextFactory<NewsroomDb>>(), folder, cancel);
        app.Lifetime.ApplicationStopped.Register(folder.Dispose);
        return app;
    }

    /// <summary>The settings alone, for a verb that works beside a running portal, or before there is one.</summary>
    /// <exception cref="SettingsException">A setting is not usable.</exception>
    public static NewsroomSettings Settings(ParseResult line)
    {
        using var configuration = new ConfigurationManager();
        Configure(configuration, SettingsLine.Read(line));
        return SettingsReader.Read(configuration);
    }

    /// <summary>In order of weight: appsettings.json beside the program, NEWSROOM_*, the command line. No stray variable or file counts.</summary>
    private static void Configure(ConfigurationManager configuration, Dictionary<string, string?> given)
    {
        configuration.Sources.Clear();
        try
        {
            configuration.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true);
        }
        catch (InvalidDataException problem)
        {
            throw new SettingsException($"appsettings.json cannot be read: {problem.InnerException?.Message ?? problem.Message} Mend it, or remove it to have the defaults.");
        }
        configuration.AddEnvironmentVariables("NEWSROOM_");
        configuration.AddInMemoryCollection(given);
    }
}
