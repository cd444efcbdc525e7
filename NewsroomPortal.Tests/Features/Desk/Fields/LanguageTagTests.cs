using NewsroomPortal.Features.Desk.Fields;

namespace NewsroomPortal.Tests.Features.Desk.Fields;

public sealed class LanguageTagTests
{
    [Theory]
    [InlineData("zh")]
    [InlineData("zh-HK")]
    [InlineData("zh-Hant-HK")]
    [InlineData("zh-yue-HK")]
    [InlineData("es-419")]
    [InlineData("sl-rozaj-biske")]
    [InlineData("de-1996")]
    [InlineData("en-a-myext-b-another")]
    [InlineData("zh-HK-x-newsroom-1")]
    [InlineData("x-own")]
    public void Takes_a_language_tag(string tag) => Assert.True(LanguageTag.IsWellFormed(tag));

    [Theory]
    [InlineData("")]
    [InlineData("z")]
    [InlineData("zh_HK")]
    [InlineData("zh-")]
    [InlineData("中文")]
    [InlineData("zh-HK-Hant")]
    [InlineData("en-a")]
    [InlineData("x")]
    [InlineData("chinese-traditional-hk")]
    [InlineData("123")]
    [InlineData("en US")]
    public void Refuses_what_is_none(string tag) => Assert.False(LanguageTag.IsWellFormed(tag));
}
