using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Tests.Foundation.Hugo;

/// <summary>The dates are those that Hugo 0.111 printed for a site with <c>timeZone = "Asia/Hong_Kong"</c>.</summary>
public class HugoDateTests
{
    private static readonly TimeZoneInfo HongKong = TimeZoneInfo.FindSystemTimeZoneById("Asia/Hong_Kong");

    [Theory]
    [InlineData("2025-02-14 02:45:45", "2025-02-14T02:45:45+08:00")]
    [InlineData("2025-02-14", "2025-02-14T00:00:00+08:00")]
    [InlineData("2025-02-14T02:45:45", "2025-02-14T02:45:45+08:00")]
    [InlineData("2025-02-14 02:45:45+08:00", "2025-02-14T02:45:45+08:00")]
    [InlineData("2025-02-14T02:45:45+08:00", "2025-02-14T02:45:45+08:00")]
    [InlineData("2025-02-14T02:45:45+0800", "2025-02-14T02:45:45+08:00")]
    [InlineData("2025-02-14 02:45:45 +0800", "2025-02-14T02:45:45+08:00")]
    [InlineData("2025-02-14 02:45:45 +08:00", "2025-02-14T02:45:45+08:00")]
    [InlineData("2025-02-14 02:45:45.123", "2025-02-14T02:45:45.123+08:00")]
    [InlineData("2025-02-14 2:45:45", "2025-02-14T02:45:45+08:00")]
    [InlineData("14 Feb 2025", "2025-02-14T00:00:00+08:00")]
    [InlineData("Fri, 14 Feb 2025 02:45:45 +0800", "2025-02-14T02:45:45+08:00")]
    [InlineData("Fri, 14 Feb 2025 02:45:45 GMT", "2025-02-14T02:45:45+08:00")]
    [InlineData("Fri Feb 14 02:45:45 2025", "2025-02-14T02:45:45+08:00")]
    [InlineData("2025-02-14 02:45:45Z", "2025-02-14T02:45:45+00:00")]
    [InlineData("1739500000", "2025-02-14T02:26:40+00:00")]
    [InlineData("20250214", "1970-08-23T09:03:34+00:00")]
    public void Reads_what_Hugo_reads(string text, string moment)
    {
        Assert.Equal(DateTimeOffset.Parse(moment, null), HugoDate.Read(text, HongKong));
        Assert.False(HugoDate.IsDropped(text));
    }

    [Theory]
    [InlineData("2025-02-14 02:45")]
    [InlineData("14/02/2025")]
    [InlineData("2025-2-14")]
    [InlineData(" 2025-02-14 02:45:45")]
    [InlineData("2025-02-14T02:45Z")]
    [InlineData("2025-02-30")]
    [InlineData("2025年2月14日")]
    [InlineData("yesterday")]
    [InlineData("99999999999999")]
    public void Says_what_Hugo_drops_without_a_word(string text)
    {
        Assert.Null(HugoDate.Read(text, HongKong));
        Assert.True(HugoDate.IsDropped(text));
    }

    [Fact]
    public void No_date_at_all_is_not_dropped()
    {
        Assert.Null(HugoDate.Read("", HongKong));
        Assert.False(HugoDate.IsDropped(""));
    }

    [Fact]
    public void Without_a_zone_of_the_site_Hugo_takes_UTC()
    {
        Assert.Equal(TimeSpan.Zero, HugoDate.Read("2025-02-14 02:45:45", null)?.Offset);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31 23:59:59")]
    public void Dates_at_the_ends_of_time_do_not_throw(string text)
    {
        foreach (var zone in new[] { HongKong, TimeZoneInfo.FindSystemTimeZoneById("America/New_York"), null })
            Assert.True(HugoDate.Read(text, zone) is null or { Year: 1 or 9999 });
    }

    [Fact]
    public void What_is_written_reads_back_as_the_same_moment()
    {
        var moment = new DateTimeOffset(2025, 2, 13, 18, 45, 45, TimeSpan.Zero);

        Assert.Equal("2025-02-14 02:45:45", HugoDate.Write(moment, HongKong));
        Assert.Equal("2025-02-14T02:45:45+08:00", HugoDate.WriteWithOffset(moment, HongKong));
        Assert.Equal(moment, HugoDate.Read(HugoDate.Write(moment, HongKong), HongKong));
        Assert.Equal(moment, HugoDate.Read(HugoDate.WriteWithOffset(moment, HongKong), null));
    }
}
