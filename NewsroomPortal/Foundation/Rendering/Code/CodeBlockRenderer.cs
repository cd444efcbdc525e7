using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using NewsroomPortal.Foundation.Rendering.Budget;
using NewsroomPortal.Foundation.Rendering.Text;

namespace NewsroomPortal.Foundation.Rendering.Code;

/// <summary>Code blocks as Hugo writes them, without the colours: fenced ones name their language twice and end in exactly one line feed.</summary>
sealed class CodeBlockRenderer : HtmlObjectRenderer<CodeBlock>
{
    int fences;

    protected override void Write(HtmlRenderer renderer, CodeBlock block)
    {
        if (block is FencedCodeBlock fenced)
            WriteFenced((PageRenderer)renderer, fenced);
        else
            WriteIndented(renderer.Writer, block);
    }

    void WriteFenced(PageRenderer page, FencedCodeBlock block)
    {
        var writer = page.Writer;
        var count = block.Lines.Count;
        while (count > 0 && block.Lines.Lines[count - 1].Slice.IsEmpty)
            count--;
        var changed = ReadLines(page, block, count);
        count = changed?.Length ?? count;
        if (LineNumbers.Of(block.Arguments, fences++) is { } numbers && Languages.Knows(Language(block).ToString()))
        {
            NumberedCode.Write(page, numbers, count, () => OpenCode(writer, block), line => HtmlText.WriteCode(writer, Line(line)));
            return;
        }
        writer.Write("<pre tabindex=\"0\">");
        OpenCode(writer, block);
        for (var i = 0; i < count; i++)
        {
            HtmlText.WriteCode(writer, Line(i));
            writer.Write('\n');
        }
        writer.Write("</code></pre>");

        ReadOnlySpan<char> Line(int index) => changed is null ? block.Lines.Lines[index].Slice.AsSpan() : changed[index];
    }

    /// <summary>The lines as colouring leaves them, where it changes their text.</summary>
    static string[]? ReadLines(PageRenderer page, FencedCodeBlock block, int count)
    {
        if (CodeLexer.Of(Language(block)) is not { } lexer)
            return null;
        var code = string.Concat(block.Lines.Lines.Take(count).Select(line => $"{line.Slice.AsSpan()}\n"));
        return lexer.Read(code, (CappedWriter)page.Writer)?.TrimEnd('\n').Split('\n');
    }

    static ReadOnlySpan<char> Language(FencedCodeBlock block)
    {
        var language = block.Info.AsSpan();
        return language.IndexOf('{') is >= 0 and var brace ? language[..brace] : language;
    }

    static void OpenCode(TextWriter writer, FencedCodeBlock block)
    {
        var language = Language(block);
        writer.Write("<code");
        if (!language.IsEmpty)
        {
            writer.Write(" class=\"language-");
            HtmlText.WriteEscaped(writer, language);
            writer.Write("\" data-lang=\"");
            HtmlText.WriteEscaped(writer, language);
            writer.Write('"');
        }
        writer.Write('>');
    }

    static void WriteIndented(TextWriter writer, CodeBlock block)
    {
        writer.Write("<pre><code>");
        for (var i = 0; i < block.Lines.Count; i++)
        {
            HtmlText.WriteEscaped(writer, block.Lines.Lines[i].Slice.AsSpan());
            writer.Write('\n');
        }
        writer.Write("</code></pre>\n");
    }
}
