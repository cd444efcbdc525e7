using System.Text.RegularExpressions;

namespace NewsroomPortal.Tests.Durability;

/// <summary>What strace (-f -y) wrote about a log host: which acknowledgements went out before the disk had what they acknowledge.</summary>
internal sealed partial class SystemCalls
{
    private readonly List<Call> _calls = [];

    private SystemCalls()
    {
    }

    /// <summary>The marks that were acknowledged.</summary>
    public IReadOnlyList<string> Acknowledged => [.. _calls.Select(call => Answer().Match(call.Rest)).Where(answer => answer.Success).Select(answer => answer.Groups[1].Value)];

    /// <summary>The marks whose acknowledgement no sync of the write-ahead log precedes, of those that carry them.</summary>
    public IReadOnlyList<string> TooEarly => [.. _calls.Where(call => Answer().IsMatch(call.Rest) && !IsDurable(Answer().Match(call.Rest).Groups[1].Value, call.Began)).Select(call => Answer().Match(call.Rest).Groups[1].Value)];

    public static SystemCalls Read(string path)
    {
        var trace = new SystemCalls();
        var open = new Dictionary<string, Call>();
        foreach (var (number, line) in File.ReadLines(path).Index())
        {
            if (Begun().Match(line) is { Success: true } begun)
            {
                var call = new Call(begun.Groups[2].Value, begun.Groups[3].Value, begun.Groups[4].Value, number) { Ended = number };
                trace._calls.Add(call);
                if (line.EndsWith("<unfinished ...>", StringComparison.Ordinal))
                {
                    call.Ended = int.MaxValue;
                    open[begun.Groups[1].Value] = call;
                }
            }
            else if (Resumed().Match(line) is { Success: true } resumed && open.Remove(resumed.Groups[1].Value, out var call))
            {
                call.Ended = number;
            }
        }
        return trace;
    }

    private bool IsDurable(string mark, int before)
    {
        var written = _calls.Find(call => call.IsOfTheLog && call.Name == "pwrite64" && call.Rest.Contains(mark, StringComparison.Ordinal));
        return written is not null && _calls.Exists(call => call.IsOfTheLog && call.Name is "fsync" or "fdatasync" && call.Began > written.Ended && call.Ended < before);
    }

    /// <param name="Rest">What it was given, and what it gave back.</param>
    private sealed record Call(string Name, string File, string Rest, int Began)
    {
        public int Ended { get; set; }

        public bool IsOfTheLog => File.EndsWith("-wal", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^(\d+) +(\w+)\(\d+<([^>]*)>(.*)$")]
    private static partial Regex Begun();

    [GeneratedRegex(@"^(\d+) +<\.\.\. \w+ resumed>")]
    private static partial Regex Resumed();

    [GeneratedRegex(@"\\""Saved\\"":\\""(.+?)\\""")]
    private static partial Regex Answer();
}
