namespace NewsroomPortal.Foundation.Hugo;

/// <summary>Switches that Hugo itself reads, such as <c>draft</c>: unlike a theme it takes a quoted "true" for one (spf13/cast, <c>ToBool</c>; tried with Hugo 0.111).</summary>
public static class HugoSwitch
{
    public static bool IsOn(Field? field) => field is { Kind: ValueKind.Text or ValueKind.Switch } && SettingsTable.SwitchOf(field.Text) == true
        || field is { Kind: ValueKind.Number, Text: not "0" };
}
