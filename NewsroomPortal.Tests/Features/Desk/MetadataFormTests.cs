using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using NewsroomPortal.Features.Desk;
using NewsroomPortal.Features.Desk.Fields;
using NewsroomPortal.Features.Taxonomy;
using NewsroomPortal.Foundation.Changes;
using NewsroomPortal.Foundation.Hugo;
using NewsroomPortal.Tests.Support;

namespace NewsroomPortal.Tests.Features.Desk;

public sealed class MetadataFormTests : IAsyncLifetime
{
    private FormPage _open = null!;

    public MetadataFormTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _open = await FormPage.Open();

    public ValueTask DisposeAsync() => _open.DisposeAsync();

    [Fact]
    public async Task Every_field_of_the_sample_has_a_control_of_its_name()
    {
        var form = await Show(SampleStory.Text);
        string[] names =
        [
            "Title", "Date", "Summary", "Categories", "Languages", "Translations", "Tags", "Menu", "Thumbnail", "Lead", "Comments", "Author box", "Pager",
            "Table of contents", "MathJax", "Sidebar", "Widgets",
        ];
        Assert.All(names, name => Assert.NotNull(Control(form, name)));
    }

    [Fact]
    public async Task The_controls_show_the_values()
    {
        var form = await Show(SampleStory.Text);
        Assert.Equal("渡輪夜航：碼頭燈火再亮", Control(form, "Title").GetAttribute("value"));
        Assert.Equal("Off", Chosen(form, "Comments"));
        Assert.Equal("On", Chosen(form, "Pager"));
        Assert.Equal("Right", Chosen(form, "Sidebar"));
        Assert.Equal(["渡輪", "碼頭"], form.FindAll("[data-key=tags] .np-chip span").Select(chip => chip.TextContent));
        Assert.Equal(["Search", "Recent", "Tag list"], form.FindAll("[data-key=widgets] li > span").Select(widget => widget.TextContent));
    }

    [Fact]
    public async Task A_switch_whose_key_is_absent_stands_at_the_site_s_default()
    {
        var form = await Show(SampleStory.With("toc: false\n", ""));
        Assert.Equal("Site default", Chosen(form, "Table of contents"));
    }

    [Fact]
    public async Task A_switch_writes_its_line_and_the_default_takes_it_away()
    {
        var form = await Show(SampleStory.Text);
        await Radio(form, "toc", "On").ChangeAsync(true);
        Assert.Equal(SampleStory.With("toc: false", "toc: true"), await Text());
        await Radio(form, "toc", "Site default").ChangeAsync(true);
        Assert.Equal(SampleStory.With("toc: false\n", ""), await Text());
    }

    [Fact]
    public async Task Widgets_are_moved_with_buttons()
    {
        var form = await Show(SampleStory.Text);
        await form.Find("button[aria-label='Move Tag list up']").ClickAsync(new());
        Assert.Equal(["Search", "Tag list", "Recent"], form.FindAll("[data-key=widgets] li > span").Select(widget => widget.TextContent));
        Assert.Equal(SampleStory.With("  - \"recent\"\n  - \"taglist\"\n", "  - \"taglist\"\n  - \"recent\"\n"), await Text());
    }

    [Fact]
    public async Task A_tag_is_added_by_its_box_and_taken_away_by_its_chip()
    {
        var form = await Show(SampleStory.Text);
        await form.Find("#field-tags").ChangeAsync(" 夜航 ");
        await form.Find("button[aria-label='Remove 渡輪']").ClickAsync(new());
        Assert.Equal(["碼頭", "夜航"], FrontMatter.Read(await Text())["tags"]!.Items);
        Assert.Equal("", form.Find("#field-tags").GetAttribute("value"));
    }

    [Fact]
    public async Task A_refused_tag_says_why_at_its_field_and_stays_in_the_box()
    {
        var form = await Show(SampleStory.Text);
        await form.Find("#field-tags").ChangeAsync("AI/ML");
        Assert.Contains("must not hold # ? %", form.Find("[data-key=tags] .np-problem").TextContent, StringComparison.Ordinal);
        Assert.Equal("AI/ML", form.Find("#field-tags").GetAttribute("value"));
        Assert.Equal(SampleStory.Text, await Text());
    }

    [Fact]
    public async Task Known_tags_complete_the_box()
    {
        await using (var db = _open.Newsroom.Db())
        {
            db.AddRange(new Term { Kind = TermKind.Tag, Name = "海港" }, new Term { Kind = TermKind.Tag, Name = "渡輪" }, new Term { Kind = TermKind.Category, Name = "港聞" });
            await db.SaveChangesAsync(Cancel);
        }
        var form = await Show(SampleStory.Text);
        await form.Find("#field-tags").InputAsync("");
        Assert.Equal(["海港"], form.FindAll("#field-tags-known option").Select(option => option.GetAttribute("value")));
    }

    [Fact]
    public async Task Another_person_s_change_is_shown()
    {
        var form = await Show(SampleStory.Text);
        await _open.Newsroom.Get<FieldEditor>().Set(TestNewsroom.Lok, _open.Id, "comments", FieldShown.Of(FrontMatter.Read(SampleStory.Text)["comments"]), new FieldValue.Switch(true), Cancel);
        await form.InvokeAsync(async () => _open.Form.Take((await _open.Newsroom.Authority.Read(_open.Id, Cancel))!));
        Assert.Equal("On", Chosen(form, "Comments"));
    }

    [Fact]
    public async Task A_box_that_was_given_an_older_value_offers_both()
    {
        var form = await Show(SampleStory.Text);
        var title = form.FindComponents<TextField>().First(field => field.Instance.Field.Key == "title");
        await _open.Newsroom.Get<FieldEditor>().Set(TestNewsroom.Lok, _open.Id, "title", FieldShown.Of(FrontMatter.Read(SampleStory.Text)["title"]), new FieldValue.Text("她的標題"), Cancel);
        Assert.Null(await title.InvokeAsync(() => title.Instance.Commit(1, "他的標題")));
        Assert.Equal(["她的標題", "他的標題"], form.FindAll("[data-key=title] .np-conflict q").Select(value => value.TextContent));
        Assert.Equal("true", form.Find("#field-title").GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task What_is_typed_into_a_box_is_set()
    {
        var form = await Show(SampleStory.Text);
        var lead = form.FindComponents<TextField>().First(field => field.Instance.Field.Key == "lead");
        var serial = await lead.InvokeAsync(() => lead.Instance.Commit(1, "首班滿座"));
        Assert.NotNull(await lead.InvokeAsync(() => lead.Instance.Commit(serial!.Value, "首班船滿座")));
        Assert.Equal(SampleStory.With("lead: \"\"", "lead: \"首班船滿座\""), await Text());
    }

    [Fact]
    public async Task The_summary_is_taken_from_the_first_paragraph()
    {
        var form = await Show(SampleStory.Text);
        await form.InvokeAsync(() => Button(form, "From the first paragraph").ClickAsync(new()));
        Assert.Equal(SampleStory.With("summary: \"夜航航線復辦。\"", "summary: \"夜航航線昨晚復辦，首班船載客一百二十人。\""), await Text());
    }

    [Fact]
    public async Task Set_to_now_writes_the_newsroom_s_time()
    {
        var form = await Show(SampleStory.Text);
        await form.InvokeAsync(() => Button(form, "Set to now").ClickAsync(new()));
        Assert.Equal(SampleStory.With("2026-03-01 18:30:00", "2026-03-02 09:00:00"), await Text());
    }

    [Fact]
    public async Task A_field_of_Hugo_s_own_is_added_when_asked_for_and_shown_where_it_is_set()
    {
        var form = await Show(SampleStory.With("lead: \"\"", "weight: 3\nlead: \"\""));
        Assert.Equal("3", form.Find("#field-weight").GetAttribute("value"));
        Assert.Empty(form.FindAll("#field-description"));
        form.Find("select.np-add").Change("description");
        Assert.NotNull(Control(form, "Description"));
        var weight = form.FindComponents<TextField>().First(field => field.Instance.Field.Key == "weight");
        Assert.Null(await weight.InvokeAsync(() => weight.Instance.Commit(1, "heavy")));
        Assert.NotNull(await weight.InvokeAsync(() => weight.Instance.Commit(1, "12")));
        Assert.Equal(SampleStory.With("lead: \"\"", "weight: 12\nlead: \"\""), await Text());
    }

    [Fact]
    public async Task Unknown_keys_are_shown_as_written()
    {
        var form = await Show(SampleStory.With("lead: \"\"", "desk_code: \"港聞 7\" # for print\nlead: \"\""));
        Assert.Equal("desk_code", form.Find(".np-unknown dt").TextContent);
        Assert.Equal("\"港聞 7\"", form.Find(".np-unknown dd").TextContent);
    }

    [Fact]
    public async Task A_front_matter_that_does_not_parse_names_its_line_and_the_form_only_shows()
    {
        var form = await Show(SampleStory.With("lead: \"\"", "lead: \"\" x"));
        Assert.Contains("Line 16: ", form.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.True(form.Find("#field-title").HasAttribute("readonly"));
        Assert.All(form.FindAll("input[type=radio]"), radio => Assert.True(radio.HasAttribute("disabled")));
        Assert.Empty(form.FindAll("button"));
    }

    [Theory]
    [InlineData("+++\ntitle = '渡輪' # c\ntags = ['海港']\n\n[menu.main]\nweight = 1\n+++\n\n內文。\n", "+++\ntitle = '電車' # c\ntags = ['海港', '交通']\ncomments = false\n\n[menu.main]\nweight = 1\n+++\n\n內文。\n")]
    [InlineData("{\n  \"title\": \"渡輪\",\n  \"tags\": [\n    \"海港\"\n  ]\n}\n\n內文。\n", "{\n  \"title\": \"電車\",\n  \"tags\": [\n    \"海港\",\n    \"交通\"\n  ],\n  \"comments\": false\n}\n\n內文。\n")]
    public async Task Toml_and_JSON_are_edited_as_YAML_is(string before, string after)
    {
        var form = await Show(before);
        Assert.False(form.Find("#field-title").HasAttribute("readonly"));
        var title = form.FindComponents<TextField>().First(field => field.Instance.Field.Key == "title");
        Assert.NotNull(await title.InvokeAsync(() => title.Instance.Commit(1, "電車")));
        var editor = _open.Newsroom.Get<FieldEditor>();
        var shown = new FieldShown(ValueKind.List, "", ["海港"]);
        Assert.True((await editor.Set(TestNewsroom.Mei, _open.Id, "tags", shown, new FieldValue.Items(["海港", "交通"]), Cancel)).IsDone);
        Assert.True((await editor.Set(TestNewsroom.Mei, _open.Id, "comments", FieldShown.Of(null), new FieldValue.Switch(false), Cancel)).IsDone);
        Assert.Equal(after, await Text());
    }

    [Fact]
    public async Task A_key_typed_into_the_body_leaves_the_form_as_it_is()
    {
        var form = await Show(SampleStory.Text);
        var drawn = form.RenderCount;
        var end = SampleStory.Text.Length;
        await _open.Newsroom.Authority.Push(_open.Id, 1, [new Update("browser", ChangeSet.Replace(end, end, end, "完"))], TestNewsroom.Lok, Cancel);
        await form.InvokeAsync(async () => _open.Form.Take((await _open.Newsroom.Authority.Read(_open.Id, Cancel))!));
        Assert.Equal(drawn, form.RenderCount);
        Assert.EndsWith("完", _open.Form.Body, StringComparison.Ordinal);
    }

    private Task<IRenderedComponent<MetadataForm>> Show(string text) => _open.Show(text);

    private Task<string> Text() => _open.Text();

    /// <summary>What carries the accessible name: the element of a label, or the group that a text names.</summary>
    private static IElement Control(IRenderedComponent<MetadataForm> form, string name)
    {
        var text = Assert.Single(form.FindAll(".np-detail-name"), label => label.TextContent == name);
        return text.LocalName == "label" ? form.Find($"#{text.GetAttribute("for")}") : form.Find($"[aria-labelledby={text.Id}]");
    }

    private static string Chosen(IRenderedComponent<MetadataForm> form, string name) =>
        Assert.Single(Control(form, name).QuerySelectorAll("label"), label => label.QuerySelector("input")!.HasAttribute("checked")).TextContent;

    private static IElement Radio(IRenderedComponent<MetadataForm> form, string key, string position) =>
        form.FindAll($"[data-key={key}] label").Single(label => label.TextContent == position).QuerySelector("input")!;

    private static IElement Button(IRenderedComponent<MetadataForm> form, string name) => form.FindAll("button").First(button => button.TextContent.Trim() == name);
}
