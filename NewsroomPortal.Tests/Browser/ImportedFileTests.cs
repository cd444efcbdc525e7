using System.Text;
using NewsroomPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace NewsroomPortal.Tests.Browser;

[Collection(BrowserTests.Name)]
public sealed class ImportedFileTests(Chromium chromium) : IDisposable
{
    private const string Path = "content/post/2025/02/20250214-1.md";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task One_field_set_in_the_form_changes_its_line_alone() => ChangeTitle(Encoding.UTF8.GetBytes(
        """
        ---
        title: "天文台：周末轉涼"   # 頭條
        date: "2025-02-14 02:45:45"
        summary: "2025年2月14日        周末轉涼               氣溫..."
        categories:
          - "weather"
        lang:
          - "zh-HK"
        tags:
        - "weather"
        - 'cold'
        unknownKey: {kept: [as, "it is"]}
        sidebar: "right"
        ---

        2025年2月14日

        天文台：周末轉涼
        ===============

        天文台預測（[九天預報](https://weather.example.hk/9day)）周末氣溫下降。  



        [![](https://pictures.example.hk/a_620.jpg)](https://pictures.example.hk/a.jpg)



        **新界再低一兩度**

        市區最低氣溫約十二度。
        """.ReplaceLineEndings("\r\n")));

    [Fact]
    public async Task One_field_of_the_sample_set_in_the_form_changes_its_line_alone() =>
        await ChangeTitle(await File.ReadAllBytesAsync(SharedFolder.Require("seed", "article.md"), TestContext.Current.CancellationToken));

    private async Task ChangeTitle(byte[] original)
    {
        var path = _folder.Below("old", Path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, original, TestContext.Current.CancellationToken);
        var data = _folder.Below("data");
        await PortalProcess.Run("import", _folder.Below("old"), "--data", data);
        await PortalProcess.Run("user", "add", "lok@example.hk", "--role", "editor", "--password", PortalFactory.Password, "--data", data);
        Assert.Equal(original, await File.ReadAllBytesAsync(System.IO.Path.Combine(data, "site", Path), TestContext.Current.CancellationToken));

        await using (var portal = await PortalProcess.Serve(data))
        {
            await using var lok = await Colleague.Arrive(chromium, portal.Address);
            await lok.SignIn("lok@example.hk");
            var screen = await lok.Open(1);
            await Expect(screen.Field("Title")).Not.ToBeEditableAsync();
            await screen.Act("Start correction").ClickAsync();
            await Expect(screen.Field("Title")).ToBeEditableAsync();
            await screen.Fill("Title", "更正：天文台改稱「周末回暖」");
            await Expect(screen.Headline).ToHaveTextAsync("更正：天文台改稱「周末回暖」");
            await screen.Settle();
            Assert.Empty(lok.Troubles);
            await portal.Kill();
        }

        await PortalProcess.Run("export", _folder.Below("new"), "--data", data);
        var changed = Changed(original, await File.ReadAllBytesAsync(_folder.Below("new", Path), TestContext.Current.CancellationToken));
        var (before, after) = Assert.Single(changed);
        Assert.StartsWith("title: \"", before, StringComparison.Ordinal);
        var comment = before.LastIndexOf('"') + 1;
        Assert.Equal("title: \"更正：天文台改稱「周末回暖」\"" + before[comment..], after);
    }

    /// <summary>The lines that differ, with whatever ends them, of two files with as many lines.</summary>
    private static IEnumerable<(string Before, string After)> Changed(byte[] before, byte[] after)
    {
        // Every byte is one character, so that no two different bytes look alike.
        var (old, now) = (Lines(before), Lines(after));
        Assert.Equal(old.Length, now.Length);
        return old.Zip(now).Where(pair => pair.First != pair.Second).Select(pair => (Read(pair.First), Read(pair.Second)));
    }

    private static string[] Lines(byte[] file) => Encoding.Latin1.GetString(file).Split('\n');

    private static string Read(string line) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(line));
}
