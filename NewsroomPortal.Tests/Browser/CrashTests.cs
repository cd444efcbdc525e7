using Microsoft.Playwright;
using NewsroomPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace NewsroomPortal.Tests.Browser;

[Collection(BrowserTests.Name)]
public sealed class CrashTests(Chromium chromium) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_saved_is_there_after_a_kill_and_what_is_typed_meanwhile_arrives()
    {
        const string saved = "這一句剛剛儲存。";
        const string offline = "伺服器停了，我還在寫。";
        await PortalProcess.Run("user", "add", "mei@example.hk", "--role", "journalist", "--password", PortalFactory.Password, "--data", _folder.Path);
        await using var before = await PortalProcess.Serve(_folder.Path);
        await using var mei = await Colleague.Arrive(chromium, before.Address);
        await mei.SignIn("mei@example.hk");
        await mei.Page.GetByRole(AriaRole.Button, new() { Name = "New article" }).ClickAsync();
        var screen = await mei.Read();

        var acknowledged = screen.SaysSaved(saved);
        await screen.TypeAtTheEnd(saved);
        await acknowledged;
        await before.Kill();

        await screen.TypeAtTheEnd(offline);
        await Expect(screen.SaveState).ToContainTextAsync("Offline");
        await using (var after = await PortalProcess.Serve(_folder.Path, before.Address))
        {
            await using var elsewhere = await Colleague.Arrive(chromium, after.Address);
            await elsewhere.SignIn("mei@example.hk");
            var again = await elsewhere.Open(screen.Id);
            await Expect(again.Text).ToContainTextAsync(saved);
            await Expect(again.Text).ToContainTextAsync(saved + offline);
            await Expect(screen.SaveState).ToContainTextAsync("Saved");
            Assert.EndsWith($"---\n{saved}{offline}", await screen.WholeText(), StringComparison.Ordinal);
            Assert.Empty(mei.Troubles.Concat(elsewhere.Troubles));
            await after.Kill();
        }

        await PortalProcess.Run("export", _folder.Below("out"), "--data", _folder.Path);
        var file = Assert.Single(Directory.GetFiles(_folder.Below("out"), "*.md", SearchOption.AllDirectories));
        Assert.EndsWith($"---\n{saved}{offline}", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
