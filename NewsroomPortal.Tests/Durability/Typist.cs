using System.Globalization;
using NewsroomPortal.Features.Editing;
using NewsroomPortal.Foundation.Changes;

namespace NewsroomPortal.Tests.Durability;

/// <summary>
/// An editor of one article as a browser has it, that outlives the server: one change at a time, each with the typist's next number in it,
/// sent again after a cut until it is acknowledged.
/// </summary>
internal sealed class Typist(string clientId, long articleId, int firstPosition, Random random, Action acknowledged)
{
    private int _version;
    private int _length;
    private int _number;
    private ChangeSet? _unconfirmed;

    public string ClientId => clientId;

    public long ArticleId => articleId;

    /// <summary>All numbers up to this one are saved, as the typist was told.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>Why the last change was not taken; null: it was.</summary>
    public string? Refused { get; private set; }

    /// <summary>What a change inserts.</summary>
    public static string Mark(string clientId, int number) => string.Create(CultureInfo.InvariantCulture, $"{clientId}.{number} ");

    /// <summary>Types until told to stop or cut off.</summary>
    /// <exception cref="IOException">The line was cut.</exception>
    /// <exception cref="InvalidOperationException">A change was refused, or acknowledged but not there.</exception>
    public async Task Type(ILine line, TimeSpan pause, CancellationToken stop)
    {
        // After a cut, either is right: to ask first what is in the log, or to send again at once.
        if (_unconfirmed is null || random.Next(2) == 0)
        {
            await CatchUp(line);
        }
        while (!stop.IsCancellationRequested)
        {
            if (!await TypeOne(line))
            {
                throw new InvalidOperationException($"{clientId} was refused: {Refused}");
            }
            await Task.Delay(pause * (2 * random.NextDouble()), CancellationToken.None);
        }
    }

    /// <summary>One more change, or the unconfirmed one again; true when it was saved.</summary>
    /// <exception cref="IOException">The line was cut.</exception>
    public async Task<bool> TypeOne(ILine line)
    {
        if (_version == 0)
        {
            await CatchUp(line);
        }
        _unconfirmed ??= Next();
        var answer = await line.Push(articleId, _version, [new SentUpdate(clientId, _unconfirmed)]);
        Refused = answer.Refused;
        if (Refused is not null)
        {
            return false;
        }
        Acknowledged = _number;
        acknowledged();
        await CatchUp(line);
        return _unconfirmed is null ? true : throw new InvalidOperationException($"{clientId} was told that {_number} is saved, but the log has it not.");
    }

    private ChangeSet Next()
    {
        var position = random.Next(firstPosition, _length + 1);
        var erased = random.Next(4) == 0 && position < _length ? 1 : 0;
        return ChangeSet.Replace(_length, position, position + erased, Mark(clientId, ++_number));
    }

    private async Task CatchUp(ILine line)
    {
        SentStretch stretch;
        do
        {
            stretch = await line.Updates(articleId, _version);
            foreach (var update in stretch.Updates)
            {
                Receive(update);
            }
        }
        while (stretch.More);
    }

    private void Receive(SentUpdate update)
    {
        _version++;
        _length = update.Changes.NewLength;
        _unconfirmed = update.ClientId == clientId ? null : _unconfirmed?.Map(update.Changes);
    }
}
