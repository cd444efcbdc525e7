namespace NewsroomPortal.Foundation.Rendering.Shortcodes;

/// <summary>A shortcode with what it is given.</summary>
sealed record ShortcodeCall(int At)
{
    public string Name { get; set; } = "";

    public List<string> Positional { get; } = [];

    public Dictionary<string, string> Named { get; } = [];

    /// <summary>By its name where it has names, else by its place; null where there is none.</summary>
    public string? Value(string name, int place) => Named.Count > 0 ? Named.GetValueOrDefault(name) : Positional.ElementAtOrDefault(place);
}
