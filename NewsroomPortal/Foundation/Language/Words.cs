using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace NewsroomPortal.Foundation.Language;

/// <summary>
/// The words on the screen. Each room keeps its own in a <c>*.words.json</c> beside its code: <c>{"desk.newArticle": {"zh-HK": "新文章", "en": "New article"}}</c>;
/// a key begins with its room. The language is the current UI culture: "en" for any English, Traditional Chinese of Hong Kong for everything else.
/// </summary>
public sealed class Words
{
    public const string Chinese = "zh-HK";
    public const string English = "en";

    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> _words = Load();

    /// <summary>The languages that every word exists in, the newsroom's first one first.</summary>
    public static IReadOnlyList<string> Languages { get; } = [Chinese, English];

    /// <summary>The language that the current thread's person reads: zh-HK or en.</summary>
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? English : Chinese;

    public IReadOnlyCollection<string> Keys => _words.Keys;

    /// <exception cref="KeyNotFoundException">No room has such a word.</exception>
    public string this[string key] => In(Current, key);

    /// <summary>The word with its placeholders {0}, {1}… filled.</summary>
    public string Say(string key, params object[] values) => string.Format(CultureInfo.CurrentCulture, this[key], values);

    public string In(string language, string key) =>
        _words.TryGetValue(key, out var word) && word.TryGetValue(language, out var text)
            ? text
            : throw new KeyNotFoundException($"The word '{key}' does not exist in {language}: add it to its room's *.words.json.");

    private static FrozenDictionary<string, FrozenDictionary<string, string>> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".words.json", StringComparison.Ordinal))
            .SelectMany(name => Read(assembly, name))
            .ToFrozenDictionary(word => word.Key, word => word.Value.ToFrozenDictionary());
    }

    private static Dictionary<string, Dictionary<string, string>> Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(stream)!;
    }
}
