using System.Text;
using System.Text.Json;
using CsCheck;
using NewsroomPortal.Foundation.Rendering;

namespace NewsroomPortal.Tests.Foundation.Rendering;

public sealed class BlockDifferTests
{
    private static readonly MarkdownRenderer Renderer = new();

    private static readonly string[] Words = ["", "甲", "甲😀", "甲😁乙", "😀😁", "甲乙"];

    private static readonly Gen<RenderedText> Texts =
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 12], Gen.Int[0, 3], (gap, html, lines) => (gap, html, lines)).Array[0, 14].Select(blocks =>
        {
            var line = 0;
            return new RenderedText([.. blocks.Select(block =>
            {
                var first = line + block.gap;
                line = first + block.lines + 1;
                return new RenderedBlock(first, first + block.lines, $"<p>{Words[block.html % Words.Length]}{block.html}</p>");
            })], null);
        });

    [Fact]
    public void A_patch_applied_to_the_old_list_gives_the_new_one() =>
        Texts.Array[1, 6].Sample(texts =>
        {
            var (differ, pane) = (new BlockDiffer(), new Pane());
            foreach (var text in texts)
            {
                Assert.True(pane.Apply(differ.Next(text).ToJson()));
                Assert.Equal(text.Blocks, pane.Blocks.Select(block => new RenderedBlock(block.FirstLine, block.LastLine, block.Html)));
                Assert.Equal(differ.Blocks, pane.Blocks);
                Assert.Equal(pane.Blocks.Count, pane.Blocks.Select(block => block.Key).Distinct().Count());
            }
        }, iter: 20_000);

    [Fact]
    public void Patches_follow_random_typing_in_real_texts() =>
        Gen.Select(Gen.Int[0, 10_000], Pick.OneOf("字", "**", "\n", "\n\n", "- ", "> ", "[^1]", "", "`"), Gen.Int[0, 4], (at, text, cut) => (at, text, cut)).Array[1, 25].Sample(edits =>
        {
            var body = "# 題目\n\n第一段[^1]有字。\n\n- 甲\n- 乙\n\n第二段。\n\n[^1]: 註\n\n> 引文\n";
            var (differ, pane) = (new BlockDiffer(), new Pane());
            pane.Apply(differ.Next(Renderer.Render(body)).ToJson());
            foreach (var (at, text, cut) in edits)
            {
                var place = at % (body.Length + 1);
                body = body[..place] + text + body[Math.Min(body.Length, place + cut)..];
                var rendered = Renderer.Render(body);
                Assert.True(pane.Apply(differ.Next(rendered).ToJson()));
                Assert.Equal(rendered.Blocks, pane.Blocks.Select(block => new RenderedBlock(block.FirstLine, block.LastLine, block.Html)));
            }
        }, iter: 1_000);

    [Fact]
    public void A_key_in_a_paragraph_sends_a_splice_and_the_block_keeps_its_key()
    {
        var differ = new BlockDiffer();
        differ.Next(Renderer.Render("第一段。\n\n第二段。\n\n第三段。"));
        var key = differ.Blocks[1].Key;
        var message = differ.Next(Renderer.Render("第一段。\n\n第二新段。\n\n第三段。"));
        Assert.Equal("""{"seq":2,"edits":[{"at":1,"l":2,"e":2,"p":5,"s":7,"t":"新"}]}""", message.ToJson());
        Assert.Equal(key, differ.Blocks[1].Key);
    }

    [Fact]
    public void A_new_line_shifts_the_blocks_below_in_one_number()
    {
        var differ = new BlockDiffer();
        differ.Next(Renderer.Render("甲\n\n乙\n\n丙\n\n丁"));
        Assert.Equal("""{"seq":2,"edits":[{"at":1,"shift":1}]}""", differ.Next(Renderer.Render("甲\n\n\n乙\n\n丙\n\n丁")).ToJson());
    }

    [Fact]
    public void The_bytes_of_a_key_do_not_grow_with_the_article()
    {
        Assert.Equal(BytesOfAKey(10), BytesOfAKey(2_000), 8.0);

        static int BytesOfAKey(int paragraphs)
        {
            var before = string.Concat(Enumerable.Range(0, paragraphs).Select(n => $"第{n}段的文字。\n\n"));
            var differ = new BlockDiffer();
            differ.Next(Renderer.Render(before + "這裡打字。\n\n" + before));
            return Encoding.UTF8.GetByteCount(differ.Next(Renderer.Render(before + "這裡又打字。\n\n" + before)).ToJson());
        }
    }

    [Fact]
    public void Two_people_in_far_places_send_two_small_edits()
    {
        var body = string.Concat(Enumerable.Range(0, 500).Select(n => $"第{n}段的文字。\n\n"));
        var differ = new BlockDiffer();
        differ.Next(Renderer.Render(body));
        var message = differ.Next(Renderer.Render("前面一段。\n\n" + body.Replace("第250段", "第二百五十段") + "後面一段。\n"));
        Assert.True(message.ToJson().Length < 400, message.ToJson());
    }

    [Fact]
    public void Becoming_plain_text_sends_the_whole_list_and_why()
    {
        var differ = new BlockDiffer();
        differ.Next(Renderer.Render("字"));
        var message = differ.Next(Renderer.Render(string.Concat(Enumerable.Repeat("> ", 300)) + "字"));
        Assert.Equal("rendering.overBudget.depth", message.Why);
        Assert.Single(message.All!);
        Assert.Null(message.Edits);
    }

    [Fact]
    public void A_pane_that_missed_a_patch_refuses_the_next_and_is_mended_by_the_whole_list()
    {
        var (differ, pane) = (new BlockDiffer(), new Pane());
        pane.Apply(differ.Next(Renderer.Render("甲")).ToJson());
        differ.Next(Renderer.Render("甲乙"));
        Assert.False(pane.Apply(differ.Next(Renderer.Render("甲乙丙")).ToJson()));
        Assert.True(pane.Apply(differ.Full().ToJson()));
        Assert.Equal("<p>甲乙丙</p>\n", Assert.Single(pane.Blocks).Html);
    }

    /// <summary>What the browser does with a message, by its JSON alone.</summary>
    private sealed class Pane
    {
        private int seq;

        public List<KeyedBlock> Blocks { get; private set; } = [];

        public bool Apply(string json)
        {
            var message = JsonDocument.Parse(json).RootElement;
            if (message.TryGetProperty("all", out var all))
            {
                Blocks = [.. all.EnumerateArray().Select(Read)];
            }
            else if (message.GetProperty("seq").GetInt32() != seq + 1)
            {
                return false;
            }
            else
            {
                foreach (var edit in message.GetProperty("edits").EnumerateArray())
                    Apply(edit);
            }
            seq = message.GetProperty("seq").GetInt32();
            return true;
        }

        private void Apply(JsonElement edit)
        {
            var at = edit.GetProperty("at").GetInt32();
            var next = at;
            if (edit.TryGetProperty("l", out var first))
            {
                var block = Blocks[at] with { FirstLine = first.GetInt32(), LastLine = edit.GetProperty("e").GetInt32() };
                if (edit.TryGetProperty("t", out var text))
                {
                    var (prefix, suffix) = (edit.GetProperty("p").GetInt32(), edit.GetProperty("s").GetInt32());
                    AssertWhole(block.Html[..prefix]);
                    AssertWhole(block.Html[^suffix..]);
                    block = block with { Html = block.Html[..prefix] + text.GetString() + block.Html[^suffix..] };
                }
                Blocks[at] = block;
                next = at + 1;
            }
            else
            {
                Blocks.RemoveRange(at, Number(edit, "del"));
                if (edit.TryGetProperty("ins", out var inserted))
                {
                    Blocks.InsertRange(at, inserted.EnumerateArray().Select(Read));
                    next = at + inserted.GetArrayLength();
                }
            }
            for (var i = next; i < Blocks.Count; i++)
                Blocks[i] = Blocks[i] with { FirstLine = Blocks[i].FirstLine + Number(edit, "shift"), LastLine = Blocks[i].LastLine + Number(edit, "shift") };
        }

        private static int Number(JsonElement edit, string name) => edit.TryGetProperty(name, out var value) ? value.GetInt32() : 0;

        private static KeyedBlock Read(JsonElement block) =>
            new(block.GetProperty("k").GetInt32(), block.GetProperty("l").GetInt32(), block.GetProperty("e").GetInt32(), block.GetProperty("h").GetString()!);

        private static void AssertWhole(string part)
        {
            Assert.False(part.Length > 0 && (char.IsHighSurrogate(part[^1]) || char.IsLowSurrogate(part[0])), "A splice cut a surrogate pair.");
        }
    }
}
