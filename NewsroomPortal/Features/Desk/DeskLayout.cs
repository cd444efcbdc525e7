namespace NewsroomPortal.Features.Desk;

/// <summary>Which panes of an article's desk somebody keeps open; the browser remembers it.</summary>
/// <param name="Panel">What the side pane shows: details, review, publishing or history.</param>
/// <param name="Tab">The one pane that a narrow screen shows: text, preview or side.</param>
public sealed record DeskLayout(bool Preview = true, bool Side = true, string Panel = DeskLayout.Details, string Tab = DeskLayout.Text)
{
    public const string Text = "text";
    public const string OfPreview = "preview";
    public const string OfSide = "side";
    public const string Details = "details";
    public const string Review = "review";
    public const string Publishing = "publishing";
    public const string History = "history";

    /// <summary>What the browser kept, which may be of an older portal or meddled with.</summary>
    public DeskLayout Known() => this with
    {
        Panel = Panel is Details or Review or Publishing or History ? Panel : Details,
        Tab = Tab is Text or OfPreview or OfSide ? Tab : Text,
    };

    public DeskLayout WithPanel(string panel) => this with { Panel = panel, Tab = OfSide, Side = true };
}
