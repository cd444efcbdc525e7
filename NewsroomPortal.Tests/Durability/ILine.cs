using NewsroomPortal.Features.Editing;

namespace NewsroomPortal.Tests.Durability;

/// <summary>What an editor says to the authority, over whichever line.</summary>
internal interface ILine
{
    /// <exception cref="IOException">The line was cut before an answer: nobody knows whether the push was taken.</exception>
    Task<SentAnswer> Push(long articleId, int version, IReadOnlyList<SentUpdate> updates);

    /// <exception cref="IOException">The line was cut before an answer.</exception>
    Task<SentStretch> Updates(long articleId, int version);
}

/// <summary>A running server of texts, which can be killed.</summary>
internal interface IVictim : IAsyncDisposable
{
    /// <summary>A line for one typist.</summary>
    Task<ILine> Connect();

    /// <summary>SIGKILL; answers that it wrote before have arrived when this ends.</summary>
    Task Kill();
}
