using System.Diagnostics.Metrics;

namespace NewsroomPortal.Features.Editing;

/// <summary>What the room holds in memory for those who have articles open, as metrics: all of it goes back to zero after they have left.</summary>
public sealed class EditingGauges
{
    public const string Meter = "NewsroomPortal.Editing";

    public EditingGauges(IMeterFactory meters, Authority authority, Seats seats, PreviewFeed previews)
    {
        var meter = meters.Create(Meter);
        meter.CreateObservableGauge("newsroom.editing.documents", () => authority.Live, description: "Documents in memory; they leave some minutes after their last use.");
        meter.CreateObservableGauge("newsroom.editing.pages", () => seats.Count, description: "Connections of editors.");
        meter.CreateObservableGauge("newsroom.editing.previews", () => previews.Count, description: "Previews that are kept up to date.");
        meter.CreateObservableGauge("newsroom.editing.watchers", () => authority.Watching, description: "Circuits that follow a document's fields, once for each.");
    }
}
