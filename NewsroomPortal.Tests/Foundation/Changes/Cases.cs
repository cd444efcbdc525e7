using CsCheck;
using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Tests.Foundation.Changes;

/// <summary>Random texts and changes, rich in what goes wrong: no text at all, many line breaks, characters of two units.</summary>
static class Cases
{
    static readonly string[] Pieces = ["a", "b", "xyz", " ", "\n", "\n\n", "字", "新聞室", "😀", "👩‍🚀", "e\u0301", "\t", "\"", "\\", "\r", "\0"];

    public static readonly Gen<string> Text = TextUpTo(24);

    /// <summary>Texts of few different lines, so that lines recur and move.</summary>
    public static readonly Gen<string> Lines =
        Gen.OneOf("", "---\n", "甲\n", "乙丙\n", "title: \"x\"\n", "😀😁\n", "tail").Array[0, 40].Select(string.Concat);

    /// <summary>A text and a change of it.</summary>
    public static readonly Gen<(string Text, ChangeSet A)> Change =
        Text.SelectMany(text => ChangeOf(text.Length).Select(a => (text, a)));

    /// <summary>A text and two changes that both start from it.</summary>
    public static readonly Gen<(string Text, ChangeSet A, ChangeSet B)> Rivals =
        Text.SelectMany(text => Gen.Select(ChangeOf(text.Length), ChangeOf(text.Length), (a, b) => (text, a, b)));

    /// <summary>A text and three changes, each of what the one before made.</summary>
    public static readonly Gen<(string Text, ChangeSet A, ChangeSet B, ChangeSet C)> Chain =
        Change.SelectMany(first => ChangeOf(first.A.NewLength).SelectMany(b => ChangeOf(b.NewLength).Select(c => (first.Text, first.A, b, c))));

    public static Gen<string> TextUpTo(int pieces) => Gen.OneOf(Pieces).Array[0, pieces].Select(string.Concat);

    public static Gen<TextSplice[]> SplicesOf(int length) =>
        Gen.Select(Gen.Int[0, length], Gen.Int[0, length], Gen.Bool, TextUpTo(3)).Array[0, 5].Select(raw =>
        {
            var places = raw.SelectMany(r => new[] { r.Item1, r.Item2 }).Order().ToArray();
            return raw.Select((r, i) => new TextSplice(places[2 * i], r.Item3 ? places[2 * i] : places[2 * i + 1], r.Item4)).ToArray();
        });

    public static Gen<ChangeSet> ChangeOf(int length) => SplicesOf(length).Select(splices => ChangeSet.Of(length, splices));
}
