namespace NewsroomPortal.Features.Editing;

/// <summary>An act that begins another would wait for itself: that is a fault of the program, told at once.</summary>
internal static class SingleAct
{
    private static readonly AsyncLocal<bool> Running = new();

    /// <exception cref="InvalidOperationException">An act is running already.</exception>
    public static IDisposable Begin()
    {
        if (Running.Value)
        {
            throw new InvalidOperationException("An act began another act: both would wait for each other for ever. Let the first one end.");
        }
        Running.Value = true;
        return new End();
    }

    private sealed class End : IDisposable
    {
        public void Dispose() => Running.Value = false;
    }
}
