using System.Diagnostics;
using System.Text.Json.Nodes;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Foundation.Hugo;

/// <summary>
/// A site made to ask Hugo what it reads in many front matters at once. They are pages of bundles: no address of theirs is
/// made, so none can clash or be missing.
/// </summary>
internal sealed class HugoSite : IDisposable
{
    private const int PagesInABundle = 1000;

    private readonly string folder = Directory.CreateTempSubdirectory("newsroom-hugo-").FullName;

    public int Count { get; private set; }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>The name by which <see cref="Build"/> tells of it.</summary>
    public string Put(FileShape shape, string text)
    {
        var bundle = Path.Combine(folder, "content", $"b{Count / PagesInABundle}");
        if (Count % PagesInABundle == 0)
        {
            Directory.CreateDirectory(bundle);
            File.WriteAllText(Path.Combine(bundle, "index.md"), "");
        }
        var name = $"p{Count++}";
        File.WriteAllBytes(Path.Combine(bundle, name + ".md"), new HugoFile(shape, text).ToBytes());
        return name;
    }

    /// <summary>Each page's <c>.Params</c>, which Hugo's own fields are among, and its body.</summary>
    public Dictionary<string, (JsonObject Params, string Body)> Build()
    {
        File.WriteAllText(Path.Combine(folder, "hugo.toml"), "baseURL = \"https://news.example/\"\ndisableKinds = [\"home\", \"taxonomy\", \"term\", \"section\", \"RSS\", \"sitemap\", \"robotsTXT\", \"404\"]\n");
        var layouts = Directory.CreateDirectory(Path.Combine(folder, "layouts", "_default")).FullName;
        File.WriteAllText(Path.Combine(layouts, "single.html"),
            "{{ range .Resources.ByType \"page\" }}{{ .File.BaseFileName }} {{ dict \"params\" .Params \"body\" .RawContent | jsonify | safeHTML }}\n{{ end }}");
        var shortcodes = Directory.CreateDirectory(Path.Combine(folder, "layouts", "shortcodes")).FullName;
        foreach (var name in new[] { "evil", "x" })
            File.WriteAllText(Path.Combine(shortcodes, name + ".html"), "");
        var start = new ProcessStartInfo(Programs.RequireHugo(), ["--buildDrafts", "--buildFuture", "--buildExpired"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var hugo = Process.Start(start)!;
        var said = hugo.StandardOutput.ReadToEndAsync();
        var complained = hugo.StandardError.ReadToEnd();
        hugo.WaitForExit();
        Assert.True(hugo.ExitCode == 0, complained + said.Result);
        return Directory.EnumerateFiles(Path.Combine(folder, "public"), "index.html", SearchOption.AllDirectories).SelectMany(File.ReadLines)
            .Where(line => line.StartsWith('p')).Select(line => line.Split(' ', 2)).Select(parts => (Name: parts[0], Page: JsonNode.Parse(parts[1])!))
            .ToDictionary(each => each.Name, each => (each.Page["params"]!.AsObject(), each.Page["body"]!.GetValue<string>()));
    }
}
