namespace NewsroomPortal.Foundation.Hugo;

/// <summary>A file read, or why it was not: exactly one of the two is there.</summary>
public sealed record FileReading(HugoFile? File, FileRefusal? Refusal);

/// <summary>Why bytes were not taken as a text.</summary>
/// <param name="Word">The word key of the reason.</param>
/// <param name="Offset">Of the first wrong byte, from 0.</param>
/// <param name="Line">The line of that byte, from 1.</param>
/// <param name="Encoding">What the bytes look like (see <see cref="LikelyEncoding"/>); null: unknown.</param>
public sealed record FileRefusal(string Word, int Offset, int Line, string? Encoding = null);
