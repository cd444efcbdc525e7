namespace NewsroomPortal.Foundation.Rendering.Budget;

/// <summary>Ends a render that has used up its budget. Never leaves <see cref="MarkdownRenderer"/>.</summary>
sealed class OverBudgetException(string wordKey) : Exception(wordKey)
{
    public string WordKey { get; } = wordKey;
}
