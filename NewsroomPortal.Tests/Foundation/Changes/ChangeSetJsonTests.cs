using System.Buffers;
using System.Text;
using System.Text.Json;
using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Tests.Foundation.Changes;

public sealed class ChangeSetJsonTests
{
    [Fact]
    public void Writes_insertions_as_lines_and_keeps_Han_text_readable()
    {
        var change = ChangeSet.Of(9, [new(2, 2, "新聞\n\n室\n"), new(4, 7, "")]);
        Assert.Equal("""[2,[0,"新聞","","室",""],2,[3],2]""", change.ToJson());
    }

    [Theory]
    [InlineData("[]", "")]
    [InlineData("[0]", "")]
    [InlineData("""[[0,""],[0]]""", "")]
    [InlineData(" [ 1 , 2 ] ", "3")]
    [InlineData("""[1,[0,"a"],[0,"b"],2]""", "1 0:2 2")]
    [InlineData("""[[2],[3],[1,"a","b"]]""", "5:0 1:3")]
    [InlineData("""[[0,"a\nb"]]""", "0:3")]
    [InlineData("""[[0,"\ud83d\ude00"]]""", "0:2")]
    public void Reads_every_way_to_write_a_change(string json, string sections) =>
        Assert.Equal(sections, ChangeSet.FromJson(json).ToString());

    [Theory]
    [InlineData("", "A change is not valid JSON")]
    [InlineData("nonsense", "A change is not valid JSON")]
    [InlineData("[1", "A change is not valid JSON")]
    [InlineData("[1,]", "A change is not valid JSON")]
    [InlineData("[1] [2]", "A change is not valid JSON")]
    [InlineData("null", "A change is a JSON array, not Null")]
    [InlineData("5", "A change is a JSON array, not Number")]
    [InlineData("{}", "A change is a JSON array, not StartObject")]
    [InlineData("[\"a\"]", "A section of a change begins with its length, not String")]
    [InlineData("[[]]", "A section of a change begins with its length, not EndArray")]
    [InlineData("[[\"a\"]]", "A section of a change begins with its length, not String")]
    [InlineData("[[[0]]]", "A section of a change begins with its length, not StartArray")]
    [InlineData("[[0,5]]", "An inserted line is a string, not Number")]
    [InlineData("[[0,[\"a\"]]]", "An inserted line is a string, not StartArray")]
    [InlineData("[-1]", "The length of a section is a whole number from 0 to 2147483647")]
    [InlineData("[[-1]]", "The length of a section is a whole number from 0 to 2147483647")]
    [InlineData("[1.5]", "The length of a section is a whole number from 0 to 2147483647")]
    [InlineData("[2147483648]", "The length of a section is a whole number from 0 to 2147483647")]
    [InlineData("[1e99]", "The length of a section is a whole number from 0 to 2147483647")]
    [InlineData("[1000000000,1000000000]", "A change from 2000000000 to 2000000000 units is longer than any text")]
    [InlineData("[[1000000000],[1000000000]]", "A change from 2000000000 to 0 units is longer than any text")]
    [InlineData("[1073741791,[0,\"a\"]]", "A change from 1073741791 to 1073741792 units is longer than any text")]
    public void Refuses_what_is_no_change_and_says_why(string json, string message) =>
        Assert.StartsWith(message, Assert.Throws<FormatException>(() => ChangeSet.FromJson(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Refuses_arrays_nested_without_end() =>
        Assert.Throws<FormatException>(() => ChangeSet.FromJson(new string('[', 100_000)));

    [Fact]
    public void Refuses_a_string_with_half_a_pair_that_is_not_escaped() =>
        Assert.Throws<FormatException>(() => ChangeSet.FromJson("[[0,\"\ud83d\"]]"));

    [Fact]
    public void Refuses_bytes_that_are_not_UTF8() => Assert.Throws<FormatException>(() =>
    {
        var reader = new Utf8JsonReader("[[0,\"\xFF\"]]"u8.ToArray().Select(b => b == 0xC3 ? (byte)0xFF : b).ToArray());
        ChangeSet.FromJson(ref reader);
    });

    // Not InlineData: attributes are stored as UTF-8, which has no half pairs.
    public static TheoryData<string, string> HalfPairs { get; } = new()
    {
        { "\ude01", """[1,[1,"\ude01"]]""" },
        { "\n新\"\\\ud83d\n😀\ud83d", """[1,[1,"","新\"\\\ud83d","😀\ud83d"]]""" },
        { "\t\u0001/é\ud83d", """[1,[1,"\t\u0001/é\ud83d"]]""" },
    };

    [Theory]
    [MemberData(nameof(HalfPairs), DisableDiscoveryEnumeration = true)]
    public void Keeps_half_a_surrogate_pair_as_JavaScript_does(string insert, string javaScript)
    {
        var change = ChangeSet.Replace(2, 1, 2, insert);
        Assert.Equal(change, ChangeSet.FromJson(javaScript));
        Assert.Equal(change, ChangeSet.FromJson(change.ToJson()));
    }

    [Fact]
    public void Half_pairs_that_meet_make_a_whole_character_again()
    {
        var change = ChangeSet.FromJson("""[1,[1,"\ude01"]]""");
        Assert.Equal("😁", change.Apply("😀"));
    }

    [Fact]
    public void Escapes_of_every_kind_are_read_beside_half_a_pair() =>
        Assert.Equal("\b\f\n\r\t\"\\/A\ud83d", ChangeSet.FromJson("""[[0,"\b\f\n\r\t\"\\\/\u0041\ud83d"]]""").Apply(""));

    [Fact]
    public void Travels_inside_other_JSON()
    {
        var update = new Update("me", ChangeSet.Replace(3, 1, 2, "x\ny"));
        var json = JsonSerializer.Serialize(update, JsonSerializerOptions.Web);
        Assert.Equal("""{"clientId":"me","changes":[1,[1,"x","y"],1]}""", json);
        Assert.Equal(update, JsonSerializer.Deserialize<Update>(json, JsonSerializerOptions.Web));
    }

    [Fact]
    public void A_bad_change_inside_other_JSON_is_a_JSON_error() =>
        Assert.Equal(
            "A section of a change begins with its length, not True",
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ChangeSet[]>("[[true]]")).Message);

    [Fact]
    public void Is_read_from_a_buffer_in_pieces()
    {
        var bytes = Encoding.UTF8.GetBytes("""[1,[1,"新聞室","\ud83d"],2]""");
        var reader = new Utf8JsonReader(InPieces(bytes, 3));
        Assert.Equal("1 1:5 2", ChangeSet.FromJson(ref reader).ToString());
        Assert.Equal(JsonTokenType.EndArray, reader.TokenType);
    }

    static ReadOnlySequence<byte> InPieces(byte[] bytes, int size)
    {
        var first = new Piece(bytes.AsMemory(0, size), 0);
        var last = first;
        for (var at = size; at < bytes.Length; at += size)
            last = last.Follow(bytes.AsMemory(at, Math.Min(size, bytes.Length - at)));
        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory, long start)
        {
            Memory = memory;
            RunningIndex = start;
        }

        public Piece Follow(ReadOnlyMemory<byte> memory)
        {
            var next = new Piece(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
