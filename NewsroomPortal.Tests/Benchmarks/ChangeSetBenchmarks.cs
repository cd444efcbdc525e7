using BenchmarkDotNet.Attributes;
using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Benchmarks;

/// <summary>What a key costs the authority, and a change of many places such as a tag rename or a restored version.</summary>
[MemoryDiagnoser]
public class ChangeSetBenchmarks
{
    const string Paragraph = "新聞室今日收到讀者來信，查詢海濱長廊的開放時間及改善工程的進度。\n";

    string text = "", keyed = "", edited = "", keyJson = "", manyJson = "";
    ChangeSet key = null!, nextKey = null!, rivalKey = null!, many = null!, rivalMany = null!, afterMany = null!;

    /// <summary>Thousands of UTF-16 units in the text.</summary>
    [Params(5, 50, 500)]
    public int Size { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        text = string.Concat(Enumerable.Repeat(Paragraph, Size * 1000 / Paragraph.Length));
        key = ChangeSet.Replace(text.Length, text.Length / 2, text.Length / 2, "字");
        nextKey = ChangeSet.Replace(text.Length + 1, text.Length / 2 + 1, text.Length / 2 + 1, "句");
        rivalKey = ChangeSet.Replace(text.Length, text.Length / 3, text.Length / 3 + 1, "人");
        many = InEveryParagraph(text.Length, 3, "傳媒");
        rivalMany = InEveryParagraph(text.Length, 9, "市民");
        afterMany = InEveryParagraph(many.NewLength, 20, "海岸");
        keyJson = key.ToJson();
        manyJson = many.ToJson();
        keyed = key.Apply(text);
        edited = many.Apply(text);
    }

    [Benchmark]
    public string ApplyKey() => key.Apply(text);

    [Benchmark]
    public ChangeSet ComposeKeys() => key.Compose(nextKey);

    [Benchmark]
    public ChangeSet MapKey() => key.Map(rivalKey);

    [Benchmark]
    public string WriteKey() => key.ToJson();

    [Benchmark]
    public ChangeSet ReadKey() => ChangeSet.FromJson(keyJson);

    [Benchmark]
    public string ApplyMany() => many.Apply(text);

    [Benchmark]
    public ChangeSet ComposeMany() => many.Compose(afterMany);

    [Benchmark]
    public ChangeSet MapMany() => many.Map(rivalMany);

    [Benchmark]
    public ChangeSet InvertMany() => many.Invert(text);

    [Benchmark]
    public ChangeSet ReadMany() => ChangeSet.FromJson(manyJson);

    [Benchmark]
    public ChangeSet DiffOneKey() => TextDiff.Between(text, keyed);

    [Benchmark]
    public ChangeSet DiffMany() => TextDiff.Between(text, edited);

    static ChangeSet InEveryParagraph(int length, int at, string insert) => ChangeSet.Of(
        length,
        Enumerable.Range(0, length / Paragraph.Length).Select(i => i * Paragraph.Length + at).Select(from => new TextSplice(from, from + 2, insert)));
}
