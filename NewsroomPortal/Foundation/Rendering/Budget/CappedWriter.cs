using System.Text;

namespace NewsroomPortal.Foundation.Rendering.Budget;

/// <summary>Collects HTML up to <see cref="RenderBudget.MostOutput"/> and asks the budget as it grows. Line ends are <c>\n</c>.</summary>
sealed class CappedWriter(RenderBudget budget) : TextWriter
{
    char[] buffer = new char[1024];
    int length;

    public override Encoding Encoding => Encoding.Unicode;

    public override void Write(char value)
    {
        if (length == buffer.Length)
            Grow(1);
        buffer[length++] = value;
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> value)
    {
        if (value.Length > buffer.Length - length)
            Grow(value.Length);
        value.CopyTo(buffer.AsSpan(length));
        length += value.Length;
    }

    public override void WriteLine() => Write('\n');

    public override void WriteLine(char value)
    {
        Write(value);
        Write('\n');
    }

    public override void WriteLine(string? value)
    {
        Write(value);
        Write('\n');
    }

    /// <summary>For those who write in loops of their own.</summary>
    public void Check() => budget.Check();

    /// <summary>What was written since the last call.</summary>
    public string Take()
    {
        budget.Check();
        taken += length;
        var text = new string(buffer, 0, length);
        length = 0;
        return text;
    }

    long taken;

    void Grow(int more)
    {
        budget.Check();
        if (taken + length + more > RenderBudget.MostOutput)
            throw new OverBudgetException("rendering.overBudget.output");
        Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + more));
    }
}
