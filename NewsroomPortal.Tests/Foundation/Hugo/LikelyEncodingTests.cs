using System.Text;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Tests.Foundation.Hugo;

public sealed class LikelyEncodingTests
{
    private const string Chinese = "---\ntitle: 渡輪服務\n---\n\n今日的天氣很好，我們在港島看見一個大的海。";
    private const string Simplified = "---\ntitle: 轮渡服务\n---\n\n今天的天气很好，我们在这个地方看见一个大的海。";
    private const string English = "---\ntitle: Harbour ferries\n---\n\nThe ferries run again.\n";
    private const string French = "---\ntitle: Café à l’été\n---\n\nDéjà vu : les ferries circulent, naïvement, à 10 €.\n";

    public static TheoryData<string, int, string, bool> Written() => new()
    {
        { "UTF-16LE", 1200, Chinese, true },
        { "UTF-16LE", 1200, Chinese, false },
        { "UTF-16LE", 1200, English, false },
        { "UTF-16BE", 1201, Chinese, true },
        { "UTF-16BE", 1201, Chinese, false },
        { "UTF-16BE", 1201, English, false },
        { "UTF-32LE", 12000, Chinese, true },
        { "Big5-HKSCS", 950, Chinese, false },
        { "GB18030", 54936, Simplified, false },
        { "GB18030", 54936, Chinese, false },
        { "Windows-1252", 1252, French, false },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void Names_what_a_text_was_written_in(string expected, int codePage, string text, bool mark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];

        var reading = HugoFile.Read(bytes);

        Assert.Null(reading.File);
        Assert.Equal(("hugo.file.not-utf8", expected), (reading.Refusal!.Word, reading.Refusal.Encoding));
        Assert.Equal(expected, HugoFile.Read([.. Enumerable.Repeat(bytes, 4000).SelectMany(some => some)]).Refusal?.Encoding);
    }

    [Fact]
    public void Names_halves_of_characters_with_line_and_byte()
    {
        byte[] bytes = [.. "標題\n笑"u8, 0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80, .. "\n"u8];
        Assert.Equal(new FileRefusal("hugo.file.not-utf8", 10, 2, LikelyEncoding.HalfCharacters), HugoFile.Read(bytes).Refusal);
        Assert.Equal(LikelyEncoding.HalfCharacters, LikelyEncoding.Of([0xED, 0xA0, 0x80]));
    }

    [Theory]
    [InlineData("E6B8")]
    [InlineData("00FF00FE0102030405")]
    [InlineData("FF00FF")]
    [InlineData("89504E470D0A1A0A0000000D49484452000001F4")]
    [InlineData("CAE8F2E0E920EFF0E8E2E5F22C20ECE8F021")]
    [InlineData("93FA967B8CEA82CC8365834C8358836783C582B7")]
    public void Guesses_nothing_where_nothing_speaks_for_it(string hex) =>
        Assert.Equal((null, "hugo.file.not-utf8"), (HugoFile.Read(Convert.FromHexString(hex)).Refusal!.Encoding, HugoFile.Read(Convert.FromHexString(hex)).Refusal!.Word));

    [Fact]
    public void Zero_bytes_in_UTF_8_are_kept_like_all_others()
    {
        byte[] bytes = [.. "---\ntitle: 題\n---\n一\0二\0\0 three\0"u8];
        Assert.Equal(bytes, HugoFile.Read(bytes).File!.ToBytes());
    }
}
