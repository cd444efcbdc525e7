using System.Diagnostics;
using System.Globalization;
using CsCheck;
using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Tests.Foundation.Changes;

public sealed class TextComparisonTests
{
    [Fact]
    public void Shows_the_Han_characters_that_differ_and_the_Latin_words()
    {
        Assert.Equal("天星小輪[-今早-][+明晚+]開航\n", Show("天星小輪今早開航\n", "天星小輪明晚開航\n"));
        Assert.Equal("The [-harbour-][+harbours+] of Hong Kong\n", Show("The harbour of Hong Kong\n", "The harbours of Hong Kong\n"));
        Assert.Equal("售[-1200-][+1,250+]元", Show("售1200元", "售1,250元"));
    }

    [Fact]
    public void A_character_between_larger_edits_is_no_match() =>
        Assert.Equal("[-昨日的天氣-][+明早的車程+]很好", Show("昨日的天氣很好", "明早的車程很好"));

    [Fact]
    public void Lines_that_stay_are_in_no_passage()
    {
        var old = string.Concat(Enumerable.Range(0, 100).Select(line => $"第{line}行\n"));
        var passages = TextComparison.Between(old, old.Replace("第7行", "第七行", StringComparison.Ordinal).Replace("第90行\n", "", StringComparison.Ordinal));
        Assert.Equal(2, passages.Count);
        Assert.Equal(["第", "7", "七", "行\n"], passages[0].Pieces(old, old.Replace("第7行", "第七行", StringComparison.Ordinal)).Select(piece => piece.Text));
        Assert.Empty(TextComparison.Between(old, old));
    }

    [Fact]
    public void Both_texts_can_be_read_out_of_the_comparison() => Gen.Select(Gen.OneOf(Cases.Text, Cases.Lines), Gen.OneOf(Cases.Text, Cases.Lines)).Sample((old, @new) =>
    {
        var passages = TextComparison.Between(old, @new);
        Assert.Equal(old, TextComparison.Back(old, @new, passages).Apply(@new));
        foreach (var passage in passages)
        {
            var pieces = passage.Pieces(old, @new).ToList();
            Assert.Equal(old[passage.Lines.OldFrom..passage.Lines.OldTo], string.Concat(pieces.Where(piece => piece.Kind != PieceKind.Added).Select(piece => piece.Text)));
            Assert.Equal(@new[passage.Lines.NewFrom..passage.Lines.NewTo], string.Concat(pieces.Where(piece => piece.Kind != PieceKind.Removed).Select(piece => piece.Text)));
        }
    });

    [Fact]
    public void Never_cuts_what_is_one_character_to_a_reader()
    {
        var texts = Gen.OneOf("👩‍🚀", "👩‍👩‍👧", "👩", "e\u0301", "e", "🇭🇰", "𠝹", "字", "\n", "a").Array[0, 14].Select(string.Concat);
        Gen.Select(texts, texts).Sample((old, @new) =>
        {
            var (ofOld, ofNew) = (Boundaries(old), Boundaries(@new));
            foreach (var edit in TextComparison.Between(old, @new).SelectMany(passage => passage.Edits))
            {
                Assert.True(ofOld.Contains(edit.OldFrom) && ofOld.Contains(edit.OldTo), $"{edit} cuts a character of {old}");
                Assert.True(ofNew.Contains(edit.NewFrom) && ofNew.Contains(edit.NewTo), $"{edit} cuts a character of {@new}");
            }
        });
    }

    [Fact]
    public void Restoring_one_passage_leaves_the_others()
    {
        var (old, @new) = ("一\n二\n三\n四\n", "壹\n二\n三\n肆\n");
        var passages = TextComparison.Between(old, @new);
        Assert.Equal("一\n二\n三\n肆\n", TextComparison.Back(old, @new, [passages[0]]).Apply(@new));
    }

    [Fact]
    public void Hostile_texts_of_a_megabyte_are_compared_in_bounded_time()
    {
        var chance = new Random(4);
        string Letters(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)('\u4E00' + chance.Next(3))));
        string Lines(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => Letters(9) + "\n"));
        (string, string)[] hostile =
        [
            (Letters(1_000_000), Letters(1_000_000)),
            (Lines(100_000), Lines(100_000)),
            (new string('\u0301', 1_000_000), new string('\u0301', 999_999) + "a"),
            (string.Concat(Enumerable.Repeat("甲\n乙\n", 250_000)), string.Concat(Enumerable.Repeat("乙\n甲\n", 250_000))),
        ];
        foreach (var (old, @new) in hostile)
        {
            var watch = Stopwatch.StartNew();
            Assert.Equal(old, TextComparison.Back(old, @new, TextComparison.Between(old, @new)).Apply(@new));
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        }
    }

    private static HashSet<int> Boundaries(string text) => [.. StringInfo.ParseCombiningCharacters(text), text.Length];

    private static string Show(string old, string @new) => string.Concat(TextComparison.Between(old, @new).SelectMany(passage => passage.Pieces(old, @new)).Select(piece => piece.Kind switch
    {
        PieceKind.Removed => $"[-{piece.Text}-]",
        PieceKind.Added => $"[+{piece.Text}+]",
        _ => piece.Text,
    }));
}
