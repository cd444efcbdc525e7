namespace NewsroomPortal.Foundation.Hugo;

/// <summary>What Hugo takes a value for.</summary>
public enum ValueKind
{
    Null,
    Text,
    Switch,
    Number,

    /// <summary>Unquoted and in the shape of a date; Hugo 0.111 hands it on as text.</summary>
    Date,
    List,
    Map,
}
