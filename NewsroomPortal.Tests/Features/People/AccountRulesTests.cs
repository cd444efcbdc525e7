using NewsroomPortal.Features.People;

namespace NewsroomPortal.Tests.Features.People;

public sealed class AccountRulesTests
{
    [Theory]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("123456789012")]
    [InlineData("987654321098")]
    [InlineData("abcabcabcabc")]
    [InlineData("Password2026")]
    [InlineData("P@ssw0rd!!!!")]
    [InlineData("QWERTYuiop12")]
    [InlineData("newsroomportal")]
    [InlineData("mei.chan@example.hk")]
    [InlineData("MEI CHAN THE 2")]
    public void What_everybody_tries_first_is_refused(string password) =>
        Assert.Equal("people.passwordCommon", AccountRules.Password(password, "mei.chan@example.hk", "Mei Chan the 2")?.Word);

    [Theory]
    [InlineData("three quiet words")]
    [InlineData("三句安靜的說話，已經夠長了")]
    [InlineData("passwordless mornings")]
    [InlineData("4 0 9 1 7 7 3 6 2 8")]
    public void A_phrase_needs_no_digits_capitals_or_signs(string password) => Assert.Null(AccountRules.Password(password, "mei@example.hk", "Mei"));

    [Theory]
    [InlineData(11, "people.passwordShort")]
    [InlineData(257, "people.passwordLong")]
    public void Length_is_the_only_measure(int length, string word) =>
        Assert.Equal(word, AccountRules.Password(string.Concat(Enumerable.Range(0, length).Select(n => (char)('a' + (n * n % 23)))), "mei@example.hk", "Mei")?.Word);

    [Theory]
    [InlineData("mei@example.hk", true)]
    [InlineData(" mei@example.hk ", true)]
    [InlineData("mei+news@sub.example.hk", true)]
    [InlineData("mei", false)]
    [InlineData("mei@", false)]
    [InlineData("Mei <mei@example.hk>", false)]
    [InlineData("mei@example.hk, lok@example.hk", false)]
    public void An_address_is_one_address_and_nothing_else(string email, bool isOne) => Assert.Equal(isOne, AccountRules.Email(email) is null);
}
