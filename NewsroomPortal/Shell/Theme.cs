using MudBlazor;

namespace NewsroomPortal.Shell;

/// <summary>
/// MudBlazor's shapes and type. Its colours are given by portal.css for both themes, so that the browser can switch them without the server; the
/// few that MudBlazor computes with are the same here.
/// </summary>
internal static class Theme
{
    public static MudTheme Newsroom { get; } = new()
    {
        PaletteLight = new PaletteLight { Primary = "#1f4e79", Secondary = "#5c574f", Error = "#a3201a", Success = "#1f6b3a", Warning = "#7a4f00", Info = "#1f4e79" },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Sans, LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = Sans, TextTransform = "none", LetterSpacing = "normal", FontWeight = "600" },
        },
    };

    private static string[] Sans => ["system-ui", "PingFang HK", "Microsoft JhengHei", "Noto Sans TC", "Noto Sans CJK TC", "sans-serif"];
}
