using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Foundation.Hugo;

namespace NewsroomPortal.Tests.Foundation.Hugo;

/// <summary>Hugo's own rules, tried with Hugo 0.111.</summary>
public class FencesTests
{
    [Theory]
    [InlineData("---\ntitle: a\n---\nbody", "body")]
    [InlineData("---\ntitle: a\n---", "")]
    [InlineData("---\ntitle: a\n---\n", "")]
    [InlineData("\uFEFF\n \n --- \t\ntitle: a\n---  \nbody", "body")]
    [InlineData("---\r\ntitle: a\r\n---\r\nbody", "body")]
    [InlineData("---\rtitle: a\r---\rbody", "body")]
    [InlineData("---\ntitle: a\n...\nb: c\n---\nbody", "body")]
    [InlineData("---\ntitle: a\n --- \n---\nbody", "body")]
    [InlineData("---\n---\nbody", "body")]
    [InlineData("---\ntitle: a\n----\nbody", "-\nbody")]
    [InlineData("---\ntitle: \"a\n--- b\"\n---\nbody", " b\"\n---\nbody")]
    [InlineData("+++\ntitle = 'a'\n+++\nbody", "body")]
    [InlineData("{\"title\": \"a } \\\" {\", \"b\": {}}\nbody", "body")]
    [InlineData("body\n---\n", "body\n---\n")]
    [InlineData("", "")]
    public void The_body_begins_after_the_first_line_that_starts_with_the_fence(string text, string body)
    {
        Assert.Equal(body, FrontMatter.Read(text).Body);
    }

    [Theory]
    [InlineData("---\ntitle: a\n---\n", FrontMatterFormat.Yaml)]
    [InlineData("+++\ntitle = 'a'\n+++\n", FrontMatterFormat.Toml)]
    [InlineData("{\"title\": \"a\"}\n", FrontMatterFormat.Json)]
    [InlineData("標題\n", FrontMatterFormat.None)]
    public void The_opening_tells_the_format(string text, FrontMatterFormat format)
    {
        Assert.Equal(format, FrontMatter.Read(text).Format);
    }

    [Fact]
    public void The_inner_text_lies_between_the_fences()
    {
        var front = FrontMatter.Read("\n--- \ntitle: a\n---\nbody");

        Assert.Equal((1, 6, 15), (front.FenceStart, front.Start, front.End));
    }

    [Theory]
    [InlineData("---\ntitle: a\n")]
    [InlineData("---")]
    [InlineData("+++\ntitle = 'a'\n---\n")]
    [InlineData("{\"title\": \"a\"")]
    public void Front_matter_that_is_never_closed_is_an_error_at_the_last_line(string text)
    {
        var front = FrontMatter.Read(text);

        Assert.Equal("hugo.front-matter.not-closed", front.Error?.Word);
        Assert.Equal(text.Split('\n').Length, front.Error?.Line);
        Assert.False(front.IsEditable);
        Assert.Empty(front.Fields);
        Assert.Equal(text, front.Body);
    }

    [Theory]
    [InlineData("\n- a\n")]
    [InlineData("\n+ a\n")]
    public void A_story_that_begins_with_a_list_warns_since_Hugo_takes_it_for_a_fence(string text)
    {
        Assert.Equal([new FrontMatterWarning(2, "hugo.warning.half-fence", "")], FrontMatter.Read(text).Warnings);
    }

    [Theory]
    [InlineData("---\ntitle: a\n---", "---\ntitle: a\n---\n")]
    [InlineData("---\r\ntitle: a\n---", "---\r\ntitle: a\n---\n")]
    [InlineData("---\ntitle: a\r\n---", "---\ntitle: a\r\n---\r\n")]
    [InlineData("---\ntitle: a\n--- ", "---\ntitle: a\n--- \n")]
    [InlineData("{\"a\": 1}", "{\"a\": 1}\n")]
    public void Closing_gives_the_last_fence_a_line_break(string text, string closed)
    {
        Assert.Equal(closed, FrontMatter.Close(text).Apply(text));
    }

    [Theory]
    [InlineData("---\ntitle: a\n---\n")]
    [InlineData("---\ntitle: a\n---\nbody")]
    [InlineData("---\ntitle: a")]
    [InlineData("body")]
    [InlineData("")]
    public void Closing_leaves_every_other_text_alone(string text)
    {
        Assert.Equal(ChangeSet.Empty(text.Length), FrontMatter.Close(text));
    }
}
