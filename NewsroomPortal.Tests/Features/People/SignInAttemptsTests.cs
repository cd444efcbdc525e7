using Microsoft.Extensions.Time.Testing;
using NewsroomPortal.Features.People;

namespace NewsroomPortal.Tests.Features.People;

public sealed class SignInAttemptsTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void An_address_waits_after_too_many_wrong_tries_and_others_do_not()
    {
        var attempts = new SignInAttempts(_clock);

        Assert.All(Enumerable.Range(0, SignInAttempts.MostInWindow), _ => Assert.True(attempts.Begin("192.0.2.1")));
        Assert.False(attempts.Begin("192.0.2.1"));
        Assert.True(attempts.Begin("192.0.2.2"));

        _clock.Advance(SignInAttempts.WindowLength);
        Assert.True(attempts.Begin("192.0.2.1"));
    }

    [Fact]
    public void An_office_behind_one_address_is_not_shut_out_by_its_own_people()
    {
        var attempts = new SignInAttempts(_clock);

        for (var person = 0; person < 200; person++)
        {
            Assert.True(attempts.Begin("192.0.2.1"));
            attempts.Forgive("192.0.2.1");
        }
    }
}
