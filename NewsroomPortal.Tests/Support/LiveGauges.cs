using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using NewsroomPortal.Features.Editing;

namespace NewsroomPortal.Tests.Support;

/// <summary>What a portal in this process holds for those who are there: its circuits, and the gauges of the Editing room.</summary>
public sealed class LiveGauges : IDisposable
{
    private const string Circuits = "aspnetcore.components.circuit.active";

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);

    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, long> _values = [];
    private readonly object? _scope;
    private readonly Lock _lock = new();
    private long _circuits;
    private TaskCompletionSource _noCircuit = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="meters">The portal's own: others may run in this process. Make this before the first circuit.</param>
    public LiveGauges(IMeterFactory meters)
    {
        using var probe = meters.Create("probe");
        _scope = probe.Scope;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, _scope) && (instrument.Name == Circuits || instrument.Meter.Name == EditingGauges.Meter))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, change, _, _) => Count(change));
        _listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => _values[instrument.Name] = value);
        _listener.Start();
    }

    /// <summary>By the gauge's last word: documents, pages, previews, watchers.</summary>
    public long this[string name]
    {
        get
        {
            _listener.RecordObservableInstruments();
            return _values[$"newsroom.editing.{name}"];
        }
    }

    /// <summary>Circuits that were ever begun.</summary>
    public long CircuitsBegun { get; private set; }

    /// <summary>Ends when no circuit lives and no page is connected; the server hears of a page's end a moment after it.</summary>
    public async Task Left(CancellationToken cancel)
    {
        await NoCircuit.WaitAsync(cancel);
        using var looks = new PeriodicTimer(BetweenLooks);
        while (this["pages"] + this["previews"] + this["watchers"] > 0)
        {
            await looks.WaitForNextTickAsync(cancel);
        }
    }

    public void Dispose() => _listener.Dispose();

    private Task NoCircuit
    {
        get
        {
            lock (_lock)
            {
                return _circuits == 0 ? Task.CompletedTask : _noCircuit.Task;
            }
        }
    }

    private void Count(long change)
    {
        lock (_lock)
        {
            _circuits += change;
            CircuitsBegun += Math.Max(0, change);
            if (_circuits == 0)
            {
                _noCircuit.TrySetResult();
                _noCircuit = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }
}
