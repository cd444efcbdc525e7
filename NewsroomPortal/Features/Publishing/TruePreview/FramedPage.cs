using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsroomPortal.Features.Publishing.TruePreview;

/// <summary>
/// A page that Hugo built, as the frame gets it. One script runs in it, the one here, which the policy names by its hash: it tells the portal's
/// page how far the frame is scrolled, and takes the frame there when it is built anew. The theme's own scripts never run.
/// </summary>
public static partial class FramedPage
{
    // Longer ones are shown as they are, and begin at their top.
    private const int Longest = 4_000_000;

    // The twin of TruePreviewPane.razor.js. A frame that is not shown has no height, and forgets its place.
    private const string Script =
        """
        (() => {
          let place = { left: 0, top: 0 };
          let isOurs = true;
          const go = () => scrollTo({ ...place, behavior: "instant" });
          const tell = told => parent.postMessage({ newsroom: told, ...place }, "*");
          for (const hand of ["wheel", "touchmove", "pointerdown", "keydown"]) addEventListener(hand, () => (isOurs = false), { passive: true });
          addEventListener("DOMContentLoaded", () => tell("here"));
          addEventListener("message", ({ source, data }) => {
            if (source !== parent || data?.newsroom !== "place") return;
            place = { left: data.left, top: data.top };
            go();
            tell("ready");
          });
          addEventListener("load", () => {
            if (isOurs) go();
            isOurs = false;
          });
          addEventListener("resize", () => innerHeight > 0 && go());
          addEventListener("scroll", () => {
            if (isOurs || innerHeight === 0) return;
            place = { left: scrollX, top: scrollY };
            tell("scrolled");
          }, { passive: true });
        })();
        """;

    public static string Policy { get; } =
        $"sandbox allow-scripts; default-src 'none'; script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Written)))}'; "
        + "img-src * data:; media-src *; style-src 'self' 'unsafe-inline'; font-src 'self' data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

    // As a parser reads it: \r\n becomes \n.
    private static string Written => Script.ReplaceLineEndings("\n");

    /// <summary>
    /// With the script before all else, so that nothing of the page is around it, and without what a browser does only where scripts may run:
    /// leave <c>noscript</c> out, and go elsewhere by itself.
    /// </summary>
    public static byte[] Of(byte[] page)
    {
        if (page.Length > Longest)
        {
            return page;
        }
        var text = Refresh().Replace(NoScript().Replace(Encoding.UTF8.GetString(page), ""), "");
        var start = Doctype().Match(text).Length;
        return Encoding.UTF8.GetBytes($"{text[..start]}<script>{Written}</script>{text[start..]}");
    }

    [GeneratedRegex(@"^\uFEFF?\s*<!doctype[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Doctype();

    [GeneratedRegex(@"</?noscript\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex NoScript();

    [GeneratedRegex(@"<meta\b[^>]*\bhttp-equiv\s*=\s*[""']?\s*refresh\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Refresh();
}
