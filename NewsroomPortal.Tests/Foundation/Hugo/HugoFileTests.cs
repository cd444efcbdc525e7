using System.Text;
using CsCheck;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Tests.Foundation.Hugo;

public class HugoFileTests
{
    [Theory]
    [InlineData("a\r\nb\r\n", "\r\n", "a\nb\n")]
    [InlineData("a\nb\n", "\n", "a\nb\n")]
    [InlineData("a\r\nb\n", "\n", "a\r\nb\n")]
    [InlineData("a\r\nb\rc\r\n", "\n", "a\r\nb\rc\r\n")]
    [InlineData("a\r\r\n", "\n", "a\r\r\n")]
    [InlineData("a", "\n", "a")]
    [InlineData("", "\n", "")]
    public void Holds_one_line_break_inside_unless_endings_are_mixed(string file, string newLine, string text)
    {
        var read = Read(Encoding.UTF8.GetBytes(file));

        Assert.Equal(newLine, read.Shape.NewLine);
        Assert.Equal(text, read.Text);
    }

    [Fact]
    public void Keeps_a_byte_order_mark_out_of_the_text()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, (byte)'a'];

        var file = Read(bytes);

        Assert.True(file.Shape.Bom);
        Assert.Equal("a", file.Text);
        Assert.Equal(bytes, file.ToBytes());
    }

    [Fact]
    public void Refuses_what_is_not_UTF_8_and_names_the_byte_and_the_line()
    {
        byte[] bytes = [.. "標題\n第二行\n"u8, (byte)'x', 0xFF, (byte)'y'];

        var reading = HugoFile.Read(bytes);

        Assert.Null(reading.File);
        Assert.Equal(new FileRefusal("hugo.file.not-utf8", bytes.Length - 2, 3), reading.Refusal);
    }

    [Fact]
    public void Refuses_a_file_cut_inside_a_character()
    {
        var reading = HugoFile.Read("港"u8[..2]);

        Assert.Equal(new FileRefusal("hugo.file.not-utf8", 0, 1), reading.Refusal);
    }

    [Fact]
    public void Refuses_to_write_half_a_character()
    {
        Assert.Throws<EncoderFallbackException>(() => new HugoFile(FileShape.New, "\uD800").ToBytes());
    }

    [Fact]
    public void Comes_back_byte_for_byte_whatever_the_text()
    {
        var piece = Gen.OneOf("\r\n", "\n", "\r", "\uFEFF", "標", "𠮷", "a", "\u0085", "\u2028", "\0");
        var crLfOnly = Gen.OneOf("\r\n", "標", "a", "\uFEFF").Array[0, 12];
        Gen.OneOf(piece.Array[0, 12], crLfOnly).Sample(pieces =>
        {
            var bytes = Encoding.UTF8.GetBytes(string.Concat(pieces));
            return Read(bytes).ToBytes().AsSpan().SequenceEqual(bytes);
        });
    }

    private static HugoFile Read(byte[] bytes) => HugoFile.Read(bytes).File ?? throw new InvalidOperationException("The file was refused");
}
