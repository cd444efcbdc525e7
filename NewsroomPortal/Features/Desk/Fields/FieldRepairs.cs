using NewsroomPortal.Features.Articles;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Features.Desk.Fields;

/// <summary>What is offered for a value that is wrong; its own rules let it through, or it is not offered.</summary>
internal static class FieldRepairs
{
    private static readonly char[] Commas = [',', '，', '、', ';', '；'];

    public static FieldRepair Remove { get; } = new(new Refusal("desk.repair.remove"), null);

    /// <summary>One text where a list belongs: a list of what its commas part.</summary>
    public static FieldRepair? List(string key, Field now)
    {
        var items = now.Text.Split(Commas, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToList();
        return FieldRules.Refusal(key, items) is null ? new(new Refusal("desk.repair.list", string.Join(", ", items.Select(item => $"[{item}]"))), new FieldValue.Items(items)) : null;
    }

    public static FieldRepair Switch(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "ON" or "Y" or "T" or "1" => Turn(true),
        "FALSE" or "NO" or "OFF" or "N" or "F" or "0" => Turn(false),
        _ => Remove,
    };

    public static FieldRepair Turn(bool on) => new(new Refusal(on ? "desk.repair.on" : "desk.repair.off"), new FieldValue.Switch(on));

    /// <summary>A quoted "false" was meant as none; any other text is shown on the right already.</summary>
    public static FieldRepair Sidebar(string text) => text is "false" ? Turn(false) : Write("right", new FieldValue.Text("right"));

    public static FieldRepair? Date(SiteClock site, string text) =>
        WrongDate.Guess(text) is { } local && site.Write(site.OnTheWall(local)) is { } written ? Write(written, new FieldValue.Date(written)) : null;

    public static FieldRepair Now(SiteClock site) => new(new Refusal("desk.repair.now"), new FieldValue.Date(site.WriteNow()));

    public static FieldRepair Without(Field now, string item) =>
        new(new Refusal("desk.repair.without", item), new FieldValue.Items([.. now.Items.Where(kept => kept != item)]));

    /// <summary><c>zh_HK</c> is what other programs write for zh-HK.</summary>
    public static FieldRepair Language(Field now, string item) => item.Replace('_', '-').Trim() is var tag && LanguageTag.IsWellFormed(tag)
        ? Write(tag, new FieldValue.Items([.. now.Items.Select(kept => kept == item ? tag : kept).Distinct()]))
        : Without(now, item);

    public static FieldRepair? Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url)
        ? Write(url.AbsolutePath, new FieldValue.Text(url.AbsolutePath))
        : null;

    private static FieldRepair Write(string shown, FieldValue value) => new(new Refusal("desk.repair.write", shown), value);
}
