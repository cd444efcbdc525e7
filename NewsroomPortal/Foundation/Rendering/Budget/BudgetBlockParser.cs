using Markdig.Parsers;
using Markdig.Syntax;

namespace NewsroomPortal.Foundation.Rendering.Budget;

/// <summary>Stands first among the block parsers, opens nothing, and asks the budget wherever a block might open.</summary>
sealed class BudgetBlockParser : BlockParser
{
    /// <param name="openingCharacters">Those of the other parsers: new ones would send more lines through the slow path.</param>
    public BudgetBlockParser(char[] openingCharacters) => OpeningCharacters = openingCharacters;

    public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        RenderContext.Of(processor).Budget.Check();
        return BlockState.None;
    }
}
