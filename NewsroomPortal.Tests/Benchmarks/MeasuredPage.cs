using Microsoft.Playwright;

namespace NewsroomPortal.Benchmarks;

/// <summary>A page with an editor and a preview, in which keys are timed by the browser itself.</summary>
internal sealed class MeasuredPage(IPage page)
{
    // From the key event to the preview's DOM; from the key event to after the frame that shows the key; long tasks as the browser counts them.
    private const string Watch =
        """
        preview => {
          const times = window.keyTimes = { previews: [], paints: [], nextFrames: 0, longTasks: 0 };
          const text = document.querySelector(".cm-content");
          const painted = new MessageChannel();
          let key = null, drawn = false, tell = () => {};
          // Asked before the key is pressed, it may yet be heard after.
          times.reach = count => new Promise(resolve => {
            tell = () => { if (Math.min(times.previews.length, times.paints.length) >= count) resolve(); };
            tell();
          });
          addEventListener("keydown", event => {
            key = event.timeStamp;
            drawn = false;
            requestAnimationFrame(() => {
              if (drawn) times.nextFrames++;
              painted.port1.postMessage(event.timeStamp);
            });
          }, true);
          painted.port2.onmessage = event => { times.paints.push(performance.now() - event.data); tell(); };
          new MutationObserver(() => { drawn = true; }).observe(text, { childList: true, characterData: true, subtree: true });
          new MutationObserver(() => {
            if (key === null) return;
            times.previews.push(performance.now() - key);
            key = null;
            tell();
          }).observe(document.querySelector(preview), { childList: true, characterData: true, subtree: true });
          new PerformanceObserver(list => { times.longTasks += list.getEntries().length; }).observe({ type: "longtask" });
        }
        """;

    // The caret goes to the middle of the text, by scrolling there and clicking.
    private const string MiddleOfText =
        """
        () => {
          const scroller = [...document.querySelectorAll(".cm-scroller, #text")].find(element => element.scrollHeight > element.clientHeight + 1);
          if (scroller) scroller.scrollTop = (scroller.scrollHeight - scroller.clientHeight) / 2;
          const box = (scroller ?? document.querySelector(".cm-content")).getBoundingClientRect();
          return [box.left + box.width / 2, box.top + box.height / 2];
        }
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private int _pressed;

    public List<double> Previews { get; private set; } = [];

    public List<double> Paints { get; private set; } = [];

    public int NextFrames { get; private set; }

    public int LongTasks { get; private set; }

    /// <param name="preview">A selector of the element below which the preview stands.</param>
    public async Task Begin(string preview)
    {
        var middle = await page.EvaluateAsync<float[]>(MiddleOfText);
        await page.Mouse.ClickAsync(middle[0], middle[1]);
        await page.Keyboard.PressAsync("End");
        await page.EvaluateAsync(Watch, preview);
    }

    /// <summary>Presses a key, and waits until its preview and its frame are there.</summary>
    public async Task Press(string key)
    {
        var done = page.EvaluateAsync("count => keyTimes.reach(count)", ++_pressed);
        await page.Keyboard.PressAsync(key);
        try
        {
            await done.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            var seen = await page.EvaluateAsync<string>("() => `${keyTimes.previews.length} previews and ${keyTimes.paints.length} frames, around: ${document.getSelection().anchorNode?.textContent}`");
            throw new TimeoutException($"The key {key} on {page.Url} brought no preview or no frame: {seen}");
        }
    }

    /// <summary>Forgets the keys so far: they warmed both sides up.</summary>
    public Task Forget()
    {
        _pressed = 0;
        return page.EvaluateAsync("() => { Object.assign(keyTimes, { previews: [], paints: [], nextFrames: 0, longTasks: 0 }); }");
    }

    public async Task End()
    {
        Previews = [.. await page.EvaluateAsync<double[]>("() => keyTimes.previews")];
        Paints = [.. await page.EvaluateAsync<double[]>("() => keyTimes.paints")];
        NextFrames = await page.EvaluateAsync<int>("() => keyTimes.nextFrames");
        LongTasks = await page.EvaluateAsync<int>("() => keyTimes.longTasks");
    }
}
