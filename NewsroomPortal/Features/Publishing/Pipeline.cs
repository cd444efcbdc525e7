using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace NewsroomPortal.Features.Publishing;

/// <summary>Lets the steps of a bulk act run beside each other.</summary>
internal static class Pipeline
{
    /// <summary>The files in order, as many at a time as one transaction takes.</summary>
    public static IEnumerable<List<ImportFile>> Slices(this IEnumerable<ImportFile> files, int mostFiles, long mostBytes)
    {
        var (slice, bytes) = (new List<ImportFile>(mostFiles), 0L);
        foreach (var file in files)
        {
            slice.Add(file);
            bytes += file.Bytes.Length;
            if (slice.Count == mostFiles || bytes >= mostBytes)
            {
                yield return slice;
                (slice, bytes) = (new List<ImportFile>(mostFiles), 0);
            }
        }
        if (slice.Count > 0)
        {
            yield return slice;
        }
    }

    /// <summary>
    /// The same in the same order, worked out on another thread while the taker works, at most so many ahead. What the source throws is
    /// thrown here; when the taker stops, the source is stopped.
    /// </summary>
    public static async IAsyncEnumerable<T> Ahead<T>(this IAsyncEnumerable<T> source, int most, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var waiting = Channel.CreateBounded<T>(most);
        var working = Task.Run(() => Work(source, waiting.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var item in waiting.Reader.ReadAllAsync(cancel))
            {
                yield return item;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await working;
        }
    }

    private static async Task Work<T>(IAsyncEnumerable<T> source, ChannelWriter<T> waiting, CancellationToken cancel)
    {
        try
        {
            await foreach (var item in source.WithCancellation(cancel))
            {
                await waiting.WriteAsync(item, cancel);
            }
            waiting.Complete();
        }
        catch (Exception problem)
        {
            // The taker meets it.
            waiting.Complete(problem);
        }
    }
}
