using System.Globalization;
using BenchmarkDotNet.Running;
using NewsroomPortal.Benchmarks;
using NewsroomPortal.Tests.Durability;

// "import [N]" measures the built portal beside Hugo; "import-beside-typing [N]" an import inside a portal in which somebody types.
// "kills log [N [SEED]]" and "kills portal [N [SEED]]" kill the log's process, or the portal's, at random moments.
// "key-to-preview [KB...]" needs a browser and the portal itself, and measures both sides turn by turn; all else is BenchmarkDotNet's.
if (args is ["key-to-preview", .. var sizes])
{
    await KeyToPreview.Run([.. sizes.Select(int.Parse)]);
}
else if (args is ["import", .. [] or [_]])
{
    await ImportAndBuild.Run(args is [_, var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 100_000);
}
else if (args is ["import-beside-typing", .. [] or [_]])
{
    await ImportBesideTyping.Run(args is [_, var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 5_000);
}
else if (args is ["kills", "log" or "portal", .. var kills])
{
    return await Kills.Run(args[1] == "log" ? KillSubject.Log : PortalVictim.Subject, [.. kills.Select(number => int.Parse(number, CultureInfo.InvariantCulture))]);
}
else if (args is [LogHost.Verb, var folder])
{
    return await LogHost.Run(folder, careless: false);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(KeyToPreview).Assembly).Run(args);
}
return 0;
