namespace NewsroomPortal.Features.Articles;

/// <summary>What a new article begins with: the newsroom's seventeen fields, in its order and style, and an empty body.</summary>
public static class DefaultFrontMatter
{
    /// <param name="date">As it is to be written.</param>
    public static string Compose(string date) => $"""
        ---
        title: ""
        date: "{date}"
        summary: ""
        categories: []
        lang:
          - "zh-HK"
        translations:
          - "zh-HK"
        tags: []
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

        """.ReplaceLineEndings("\n");
}
