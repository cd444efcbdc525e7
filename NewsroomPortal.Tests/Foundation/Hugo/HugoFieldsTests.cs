using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Foundation.Hugo;

public class HugoFieldsTests
{
    [Fact]
    public void Every_field_of_the_newsroom_s_own_sample_is_known_and_no_other_is_in_the_sample()
    {
        var front = FrontMatter.Read(File.ReadAllText(SharedFolder.Require("seed", "article.md")));

        Assert.Equal(17, front.Fields.Count);
        Assert.Equal(front.Fields.Select(field => field.Key).Order(), HugoFields.Sample.Select(field => field.Key).Order());
    }

    [Fact]
    public void Keys_are_told_apart_and_found_whatever_their_capitals()
    {
        Assert.Equal(HugoFields.All.Count, HugoFields.All.DistinctBy(field => field.Key, StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal("publishDate", HugoFields.Find("publishdate")?.Key);
        Assert.Null(HugoFields.Find("editor_note"));
    }

    [Fact]
    public void A_theme_s_closed_choices_are_listed()
    {
        Assert.Equal(["left", "right", "false"], HugoFields.Find("sidebar")!.Allowed);
        Assert.Equal(7, HugoFields.Find("widgets")!.Allowed.Count);
        Assert.Empty(HugoFields.Find("title")!.Allowed);
    }
}
