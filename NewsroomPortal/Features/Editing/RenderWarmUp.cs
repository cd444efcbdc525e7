using NewsroomPortal.Foundation.Rendering;

namespace NewsroomPortal.Features.Editing;

/// <summary>Renders something at start, so that the first person to open an article does not wait for the compiler.</summary>
internal sealed class RenderWarmUp(MarkdownRenderer renderer) : BackgroundService
{
    private const string Sample = "# 一\n\n二 **三** [四](https://example.org) `五`\n\n- 六\n\n> 七\n\n| 八 | 九 |\n|---|---|\n| 十 | 百 |\n";

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => renderer.Render(Sample), stoppingToken);
}
