using System.Text.Json;
using BenchmarkDotNet.Attributes;
using NewsroomPortal.Foundation.Hugo;
using Tomlyn;
using Tomlyn.Model;
using YamlDotNet.Serialization;

namespace NewsroomPortal.Benchmarks;

/// <summary>
/// The front matter of a newsroom's article, its seventeen fields, in each format: the portal's reading, which keeps every span for an edit, beside what a program
/// that only wants the values would call.
/// </summary>
[MemoryDiagnoser]
public class FrontMatterBenchmarks
{
    const string Toml = """
        title = "海濱長廊改善工程延至明年完成"
        date = "2025-02-14 02:45:45"
        summary = "負責部門表示，受連日大雨影響，首階段工程須延至明年首季完成，期間兩個出入口照常開放。"
        categories = ["港聞"]
        lang = ["zh-HK"]
        translations = ["zh-HK"]
        tags = ["海濱", "工程", "交通"]
        menu = ""
        thumbnail = ""
        lead = ""
        comments = false
        authorbox = false
        pager = true
        toc = false
        mathjax = false
        sidebar = "right"
        widgets = ["search", "recent", "taglist"]

        """;

    const string Body = "\n正文第一段。\n";

    readonly IDeserializer yaml = new DeserializerBuilder().Build();
    string yamlText = "", toml = "", json = "", yamlFile = "", tomlFile = "", jsonFile = "";

    [GlobalSetup]
    public void Setup()
    {
        toml = Toml;
        yamlText = NewsTree.FrontMatter(1, new DateTime(2025, 2, 14, 2, 45, 45)).Trim('-', '\n') + "\n";
        json = JsonSerializer.Serialize(TomlSerializer.Deserialize<TomlTable>(Toml));
        (yamlFile, tomlFile, jsonFile) = ($"---\n{yamlText}---\n{Body}", $"+++\n{Toml}+++\n{Body}", $"{json}\n{Body}");
        if (new[] { yamlFile, tomlFile, jsonFile }.Any(file => FrontMatter.Read(file).Fields.Count != 17))
            throw new InvalidOperationException("The front matters are not the seventeen fields.");
    }

    [Benchmark]
    public int ReadYaml() => FrontMatter.Read(yamlFile).Fields.Count;

    [Benchmark]
    public int YamlDotNetModel() => yaml.Deserialize<Dictionary<string, object>>(yamlText).Count;

    [Benchmark]
    public int ReadToml() => FrontMatter.Read(tomlFile).Fields.Count;

    [Benchmark]
    public int TomlynModel() => TomlSerializer.Deserialize<TomlTable>(toml)!.Count;

    [Benchmark]
    public int ReadJson() => FrontMatter.Read(jsonFile).Fields.Count;

    [Benchmark]
    public int JsonModel() => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!.Count;

    [Benchmark]
    public int SetYaml() => FrontMatter.Read(yamlFile).Set("sidebar", new FieldValue.Text("left")).Change!.NewLength;
}
