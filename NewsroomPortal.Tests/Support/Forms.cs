using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace NewsroomPortal.Tests.Support;

/// <summary>Fills in a page's form and sends it, hidden fields and all, as a browser without scripts does.</summary>
public static class Forms
{
    /// <param name="fields">What is put into fields, by their names; boxes keep the values that are checked on the page.</param>
    /// <param name="action">Which form, by where it is sent; null: the page's own.</param>
    public static async Task<HttpResponseMessage> Submit(this HttpClient browser, string page, Dictionary<string, string> fields, string? action = null)
    {
        var document = await browser.Page(page);
        var form = document.Forms.Single(candidate => candidate.Method == "post" && (action is null ? Has(candidate, "_handler") : candidate.GetAttribute("action") == action));
        var kept = Inputs(form)
            .Where(input => input.Name is not null && !fields.ContainsKey(input.Name) && (input.Type != "checkbox" || input.IsChecked))
            .Select(input => KeyValuePair.Create(input.Name!, input.Value));
        using var content = new FormUrlEncodedContent(kept.Concat(fields));
        return await browser.PostAsync(form.GetAttribute("action"), content);
    }

    public static async Task<IHtmlDocument> Page(this HttpClient browser, string page) => new HtmlParser().ParseDocument(await browser.GetStringAsync(page));

    private static bool Has(IHtmlFormElement form, string name) => Inputs(form).Any(input => input.Name == name);

    private static IEnumerable<IHtmlInputElement> Inputs(IHtmlFormElement form) => form.QuerySelectorAll("input").OfType<IHtmlInputElement>();
}
