using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Tests.Features.Editing;

/// <summary>
/// Some editors in one document, whose every step is chance of one seed: typing, deleting, sending, sending twice, sending without hearing the answer,
/// fetching. Each letter is typed once, so that a naive oracle can tell what must come of it: what nobody deleted is there, once, and two
/// letters that somebody ever saw in an order are in that order.
/// </summary>
internal sealed class SeededEditors
{
    private const char FirstLetter = '\u4E00';

    private readonly Random _chance;
    private readonly int _seed;
    private readonly List<CollabClient> _editors;
    private readonly List<string> _seen = [];
    private readonly HashSet<char> _deleted = [];
    private char _next = FirstLetter;

    private SeededEditors(Authority authority, long documentId, int seed)
    {
        (_seed, _chance) = (seed, new Random(seed));
        // Mostly few, since those meet more often; sometimes a crowd.
        var count = _chance.Next(20) switch { 0 => 50, < 6 => 10, _ => _chance.Next(2, 6) };
        _editors = [.. Enumerable.Range(0, count).Select(editor => new CollabClient(authority, documentId, $"c{editor}", "", 1))];
    }

    /// <param name="documentId">An empty document that nobody else writes.</param>
    /// <exception cref="InvalidOperationException">The texts part, or are not what the oracle says; the message names the seed.</exception>
    public static async Task Run(Authority authority, long documentId, int seed)
    {
        var editors = new SeededEditors(authority, documentId, seed);
        await editors.Write();
        await editors.Settle();
        editors.Compare((await authority.ReadAt(documentId, (await authority.Read(documentId))!.Version))!.Text);
    }

    private async Task Write()
    {
        for (var steps = _editors.Count * _chance.Next(4, 9); steps > 0; steps--)
        {
            var editor = _editors[_chance.Next(_editors.Count)];
            Change(editor);
            await Talk(editor);
        }
    }

    private void Change(CollabClient editor)
    {
        var from = _chance.Next(editor.Text.Length + 1);
        var to = Math.Min(editor.Text.Length, from + (_chance.Next(3) == 0 ? _chance.Next(4) : 0));
        var letters = to > from ? _chance.Next(3) : _chance.Next(1, 4);
        var insert = string.Concat(Enumerable.Range(0, letters).Select(_ => _next++));
        _deleted.UnionWith(editor.Text[from..to]);
        editor.Type(ChangeSet.Replace(editor.Text.Length, from, to, insert));
        _seen.Add(editor.Text);
    }

    private async Task Talk(CollabClient editor)
    {
        switch (_chance.Next(6))
        {
            case 0:
                return;
            case 1:
                await editor.Push();
                return;
            case 2:
                await Task.WhenAll(editor.Push(), editor.Push());
                break;
            case 3:
                await Task.WhenAll(editor.Push(), _editors[_chance.Next(_editors.Count)].Push());
                break;
            case 4:
                break;
            default:
                await editor.Push();
                break;
        }
        await editor.Receive();
        _seen.Add(editor.Text);
    }

    private async Task Settle()
    {
        foreach (var editor in _editors)
        {
            for (var round = 0; !editor.IsSettled; round++)
            {
                Require(round < 100, "an editor's changes are not taken");
                await editor.Push();
                await editor.Receive();
            }
        }
        foreach (var editor in _editors)
        {
            await editor.Receive();
        }
    }

    private void Compare(string text)
    {
        Require(_editors.TrueForAll(editor => editor.Text == text), "the texts part");
        var expected = Enumerable.Range(FirstLetter, _next - FirstLetter).Select(letter => (char)letter).Where(letter => !_deleted.Contains(letter));
        Require(text.Order().SequenceEqual(expected), $"letters are lost, doubled or back again in {text}");
        foreach (var seen in _seen)
        {
            var places = seen.Select(letter => text.IndexOf(letter, StringComparison.Ordinal)).Where(place => place >= 0).ToList();
            Require(places.Zip(places.Skip(1)).All(pair => pair.First < pair.Second), $"the order that somebody saw, {seen}, is not that of {text}");
        }
    }

    private void Require(bool isSo, string problem)
    {
        if (!isSo)
        {
            throw new InvalidOperationException($"Seed {_seed}: {problem}.");
        }
    }
}
