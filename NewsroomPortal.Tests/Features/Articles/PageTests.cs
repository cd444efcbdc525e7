using System.Globalization;
using NewsroomPortal.Foundation.Audit;

namespace NewsroomPortal.Tests.Features.Articles;

/// <summary>Tests of pages and panels over a staffed newsroom, in English.</summary>
public abstract class PageTests : IAsyncLifetime
{
    private readonly List<PageBench> _benches = [];

    protected PageTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

    internal StaffedNewsroom Newsroom { get; private set; } = null!;

    /// <summary>Where pages are shown, as somebody sees them; the last one that was asked for.</summary>
    internal PageBench Bench => _benches[^1];

    public async ValueTask InitializeAsync() => Newsroom = await StaffedNewsroom.Open();

    public async ValueTask DisposeAsync()
    {
        foreach (var bench in _benches)
        {
            await bench.DisposeAsync();
        }
        await Newsroom.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal PageBench As(Actor who)
    {
        _benches.Add(new PageBench(Newsroom, who));
        return Bench;
    }
}
