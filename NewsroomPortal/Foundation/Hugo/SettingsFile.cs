using System.Text;
using System.Text.Json;
using Tomlyn;
using Tomlyn.Model;
using YamlDotNet.Core;

namespace NewsroomPortal.Foundation.Hugo;

/// <summary>Reads one settings file of a site, in TOML, YAML or JSON by its ending; bounded in length and depth.</summary>
internal static class SettingsFile
{
    public const int MostBytes = 256 * 1024;
    public const int MostDepth = 32;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly TomlSerializerOptions TomlOptions = new() { MaxDepth = MostDepth };
    private static readonly JsonDocumentOptions JsonOptions = new() { MaxDepth = MostDepth };

    /// <param name="path">On the disk.</param>
    /// <param name="name">As errors call it.</param>
    public static (SettingsTable? Table, SiteSettingsError? Error) Read(string path, string name)
    {
        try
        {
            if (new FileInfo(path).Length > MostBytes)
                return (null, new(name, 0, "hugo.site.too-long", $"more than {MostBytes / 1024} KB"));
            return (Parse(path, Utf8.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF')), null);
        }
        catch (TomlException wrong)
        {
            return (null, new(name, wrong.Line ?? 0, "hugo.site.syntax", wrong.Message));
        }
        catch (YamlException wrong)
        {
            return (null, new(name, (int)wrong.Start.Line, "hugo.site.syntax", wrong.Message));
        }
        catch (JsonException wrong)
        {
            return (null, new(name, (int)(wrong.LineNumber ?? 0) + 1, "hugo.site.syntax", wrong.Message));
        }
        catch (DecoderFallbackException)
        {
            return (null, new(name, 0, "hugo.file.not-utf8", ""));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return (null, new(name, 0, "hugo.site.unreadable", problem.Message));
        }
    }

    private static SettingsTable Parse(string path, string text) => Path.GetExtension(path) switch
    {
        ".toml" => FromToml(TomlSerializer.Deserialize<TomlTable>(text, TomlOptions) ?? []),
        ".json" => FromJson(text),
        _ => SettingsYaml.Read(text),
    };

    private static SettingsTable FromToml(TomlTable toml)
    {
        var table = new SettingsTable();
        foreach (var (key, value) in toml)
            table[key] = FromToml(value);
        return table;
    }

    private static object? FromToml(object? value) => value switch
    {
        string or bool or long or double => value,
        TomlTable table => FromToml(table),
        System.Collections.IEnumerable list => list.Cast<object?>().Select(FromToml).ToList(),
        _ => value?.ToString(),
    };

    private static SettingsTable FromJson(string text)
    {
        using var json = JsonDocument.Parse(text, JsonOptions);
        return FromJson(json.RootElement) as SettingsTable ?? throw new JsonException("The file is not one object in { }.", null, 0, 0);
    }

    private static object? FromJson(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                var table = new SettingsTable();
                foreach (var member in json.EnumerateObject())
                    table[member.Name] = FromJson(member.Value);
                return table;
            case JsonValueKind.Array:
                return json.EnumerateArray().Select(FromJson).ToList();
            case JsonValueKind.Number:
                return json.TryGetInt64(out var whole) ? whole : json.GetDouble();
            case JsonValueKind.True or JsonValueKind.False:
                return json.GetBoolean();
            default:
                return json.ValueKind == JsonValueKind.String ? json.GetString() : null;
        }
    }
}
