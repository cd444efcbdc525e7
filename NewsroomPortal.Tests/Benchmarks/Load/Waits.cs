namespace NewsroomPortal.Benchmarks.Load;

/// <summary>Times in milliseconds, sorted.</summary>
internal sealed class Waits(IEnumerable<double> times)
{
    private readonly double[] _sorted = [.. times.Order()];

    public int Count => _sorted.Length;

    /// <param name="share">0 to 1.</param>
    public double At(double share) => _sorted.Length == 0 ? double.NaN : _sorted[(int)Math.Min(_sorted.Length - 1, share * _sorted.Length)];

    public override string ToString() => FormattableString.Invariant($"{At(0.5):0.0} | {At(0.95):0.0} | {At(0.99):0.0} | {At(1):0.0}");
}
