using NewsroomPortal.Foundation.Language;

namespace NewsroomPortal.Shell.Commands;

/// <summary>
/// Tells whoever looks on how far long work has come, at most once a second, on standard error: standard output holds results alone, and a
/// file of errors the errors.
/// </summary>
/// <param name="word">The key of a word that takes the number done.</param>
internal sealed class Pace(Words words, string word)
{
    private long _told = Environment.TickCount64;

    public void Tell(int done)
    {
        var now = Environment.TickCount64;
        if (!Console.IsErrorRedirected && now - _told >= 1000)
        {
            _told = now;
            Console.Error.WriteLine(words.Say(word, done));
        }
    }
}
