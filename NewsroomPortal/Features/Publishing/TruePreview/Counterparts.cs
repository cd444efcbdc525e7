namespace NewsroomPortal.Features.Publishing.TruePreview;

/// <summary>A block of the instant preview, and the items of the page that are the same; null: there are none.</summary>
/// <param name="Line">1-based line of the body at which it begins.</param>
internal sealed record PlacedBlock(int Line, PageWords Words, Range? Place);

/// <summary>What Hugo made of the blocks that do not stand in its page as they are.</summary>
internal sealed class Counterparts(PageWords page, IReadOnlyList<PlacedBlock> blocks)
{
    private readonly Range?[] _places = [.. blocks.Select(block => block.Place)];

    /// <summary>
    /// Between the blocks that are the same: first what has the same text in other elements, then what stands in the same place. Where nothing of
    /// the article is found, all that stands there may be the theme's.
    /// </summary>
    public IReadOnlyList<Difference> First(int most)
    {
        var different = Enumerable.Range(0, blocks.Count).Where(number => blocks[number].Place is null).Take(most).ToList();
        different.ForEach(number => _places[number] = page.FindText(blocks[number].Words, Gap(number)));
        different.Where(number => _places[number] is null).ToList().ForEach(number => _places[number] = InItsPlace(number));
        return [.. different.Select(number => Difference.Between(blocks[number].Line, blocks[number].Words, _places[number] is { } place ? page.Part(place) : null))];
    }

    private Range? InItsPlace(int number)
    {
        var (isAfter, isBefore) = (_places.Take(number).Any(place => place is not null), _places.Skip(number).Any(place => place is not null));
        if (isAfter)
        {
            // Below the article's end the theme goes on.
            return page.PiecesAfter(Gap(number)) is [var next, ..] && (isBefore || page.Part(next).First == blocks[number].Words.First) ? next : null;
        }
        var missing = _places.Skip(number).TakeWhile(place => place is null).Count();
        return isBefore && page.PiecesBefore(Gap(number)) is { } pieces && pieces.Count >= missing ? pieces[^missing] : null;
    }

    private Range Gap(int number)
    {
        var start = _places.Take(number).LastOrDefault(place => place is not null)?.End.Value ?? 0;
        var end = _places.Skip(number).FirstOrDefault(place => place is not null)?.Start.Value ?? page.Count;
        return start..Math.Max(start, end);
    }
}
