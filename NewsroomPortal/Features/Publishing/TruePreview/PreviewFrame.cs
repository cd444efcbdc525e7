using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace NewsroomPortal.Features.Publishing.TruePreview;

/// <summary>The frame in the browser, as <c>TruePreviewPane.razor.js</c> makes it when there is something to show.</summary>
internal sealed class PreviewFrame(IJSRuntime browser) : IAsyncDisposable
{
    private Task<(IJSObjectReference Module, IJSObjectReference Frame)>? _opening;

    /// <summary>The page comes in place of the one shown, at the same place of it; null takes that away. False: the browser could not be reached.</summary>
    public async Task<bool> Show(ElementReference host, string title, string? address)
    {
        try
        {
            var (_, frame) = await (_opening ??= Open(host, title));
            await frame.InvokeVoidAsync("show", address);
            return true;
        }
        catch (Exception problem) when (problem is JSDisconnectedException or OperationCanceledException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_opening is null)
        {
            return;
        }
        try
        {
            var (module, frame) = await _opening;
            await frame.InvokeVoidAsync("close");
            await frame.DisposeAsync();
            await module.DisposeAsync();
        }
        catch (Exception problem) when (problem is JSDisconnectedException or OperationCanceledException)
        {
            // The page is gone, and the frame with it.
        }
    }

    private async Task<(IJSObjectReference Module, IJSObjectReference Frame)> Open(ElementReference host, string title)
    {
        var module = await browser.InvokeAsync<IJSObjectReference>("import", "./Features/Publishing/TruePreview/TruePreviewPane.razor.js");
        return (module, await module.InvokeAsync<IJSObjectReference>("open", host, title));
    }
}
