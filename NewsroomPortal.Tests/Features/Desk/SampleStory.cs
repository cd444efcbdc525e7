namespace NewsroomPortal.Tests.Features.Desk;

/// <summary>An invented story in the shape of the newsroom's own files: the seventeen fields, in their order and quotes.</summary>
internal static class SampleStory
{
    public const string Text =
        """
        ---
        title: "渡輪夜航：碼頭燈火再亮"
        date: "2026-03-01 18:30:00"
        summary: "夜航航線復辦。"
        categories:
          - "交通"
        lang:
          - "zh-HK"
        translations:
          - "zh-HK"
        tags:
          - "渡輪"
          - "碼頭"
        menu: ""
        thumbnail: ""
        lead: ""
        comments: false
        authorbox: false
        pager: true
        toc: false
        mathjax: false
        sidebar: "right"
        widgets:
          - "search"
          - "recent"
          - "taglist"
        ---

        2026年3月1日

        夜航航線昨晚復辦，首班船載客一百二十人。

        **班次**

        每三十分鐘一班。

        """;

    /// <summary>The sample with its one occurrence of a passage replaced.</summary>
    public static string With(string passage, string replacement)
    {
        Assert.Equal(1, Text.Split(passage).Length - 1);
        return Text.Replace(passage, replacement, StringComparison.Ordinal);
    }
}
