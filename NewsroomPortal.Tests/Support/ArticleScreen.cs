using Microsoft.Playwright;

namespace NewsroomPortal.Tests.Support;

/// <summary>The desk of one article as a person sees it, in English.</summary>
public sealed class ArticleScreen(IPage page, long id)
{
    public long Id => id;

    public ILocator Text => page.GetByRole(AriaRole.Textbox, new() { Name = "Article text", Exact = true });

    public ILocator Preview => page.GetByRole(AriaRole.Region, new() { Name = "Preview", Exact = true });

    public ILocator SaveState => page.GetByRole(AriaRole.Status, new() { Name = "Save state" });

    /// <summary>The lines above the text that tell of what came late, or was not taken.</summary>
    public ILocator Kept => page.Locator("[data-host=kept]");

    public ILocator States => page.GetByRole(AriaRole.Group, new() { Name = "State", Exact = true });

    public ILocator Headline => page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First;

    public ILocator Form => page.GetByRole(AriaRole.Form, new() { Name = "Details" });

    public ILocator Field(string name) => Form.GetByLabel(name, new() { Exact = true }).And(page.Locator("input, textarea"));

    public ILocator Act(string name) => page.GetByRole(AriaRole.Group, new() { Name = "Acts", Exact = true }).GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Waits until the text is there to be read, or written.</summary>
    public Task Shown() => page.WaitForFunctionAsync("id => window.newsroom?.desks.get(id)", id);

    /// <summary>Types at the caret: the words as an input method puts them in, line breaks by the key.</summary>
    public async Task Type(string text)
    {
        foreach (var (number, line) in text.Split('\n').Index())
        {
            if (number > 0)
            {
                await page.Keyboard.PressAsync("Enter");
            }
            if (line.Length > 0)
            {
                await page.Keyboard.InsertTextAsync(line);
            }
        }
    }

    public async Task TypeAtTheEnd(string text)
    {
        await Text.FocusAsync();
        await page.Keyboard.PressAsync("Control+End");
        await Type(text);
    }

    /// <summary>Pastes plain text at the caret.</summary>
    public Task Paste(string text) => Text.EvaluateAsync(
        """
        (element, text) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/plain", text);
          element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
        }
        """,
        text);

    /// <summary>Sets a field by typing over what is in it and leaving it.</summary>
    public async Task Fill(string name, string value)
    {
        await Field(name).FillAsync(value);
        await Field(name).BlurAsync();
    }

    /// <summary>Adds to a list of names.</summary>
    public async Task Add(string name, string value)
    {
        await Field(name).FillAsync(value);
        await Field(name).PressAsync("Enter");
        await Assertions.Expect(Form.GetByRole(AriaRole.Button, new() { Name = $"Remove {value}", Exact = true })).ToBeVisibleAsync();
    }

    /// <summary>The whole file as the editor has it, front matter and all.</summary>
    public Task<string> WholeText() => page.EvaluateAsync<string>("id => newsroom.desks.get(id).text()", id);

    /// <summary>Waits until everything typed is acknowledged.</summary>
    public async Task Settle() => Assert.NotNull(await page.EvaluateAsync<int?>("id => newsroom.desks.get(id).settle()", id));

    /// <summary>Waits until the editor has a text that somebody else has too.</summary>
    public Task Has(string wholeText) => page.WaitForFunctionAsync("([id, text]) => newsroom.desks.get(id).text() === text", new object[] { id, wholeText });

    /// <summary>Waits until these words are in the whole file, front matter and all.</summary>
    public Task SeesWhole(string words) => page.WaitForFunctionAsync("([id, words]) => newsroom.desks.get(id).text().includes(words)", new object[] { id, words });

    /// <summary>Waits until these words are drawn in the editor.</summary>
    public Task SeesInText(string words) => Assertions.Expect(Text).ToContainTextAsync(words);

    /// <summary>Ends at the moment at which the screen, which did not before, says "Saved" while the text holds these words.</summary>
    public Task SaysSaved(string words) => page.EvaluateAsync(
        """
        ([id, words]) => new Promise(resolve => {
          const state = document.querySelector("[data-host=state]");
          new MutationObserver((_, watch) => {
            if (newsroom.desks.get(id).text().includes(words) && state.textContent.startsWith("Saved")) {
              watch.disconnect();
              resolve();
            }
          }).observe(state, { childList: true, characterData: true, subtree: true });
        })
        """,
        new object[] { id, words });
}
