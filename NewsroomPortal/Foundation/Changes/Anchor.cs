namespace NewsroomPortal.Foundation.Changes;

/// <summary>A place in a text that keeps its place while the text changes around it.</summary>
/// <param name="Position">In UTF-16 units, from 0 to the length of the text.</param>
/// <param name="Assoc">Negative to stay before what is inserted just here, otherwise to move behind it.</param>
public readonly record struct Anchor(int Position, int Assoc = -1)
{
    /// <summary>The same place after <paramref name="changes"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The position is outside the text that the changes start from.</exception>
    public Anchor Map(ChangeSet changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return this with { Position = changes.MapPosition(Position, Assoc) };
    }
}
