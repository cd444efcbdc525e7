namespace NewsroomPortal.Foundation.Hugo;

/// <summary>Why the front matter cannot be read; its text can still be edited.</summary>
/// <param name="Line">From 1, in the file.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
/// <param name="Word">The word key of the reason.</param>
/// <param name="Detail">The parser's own words, in English; may be empty.</param>
public sealed record FrontMatterError(int Line, int Column, string Word, string Detail);

/// <summary>Something that Hugo takes silently and a writer should know.</summary>
/// <param name="Line">From 1, in the file.</param>
/// <param name="Word">The word key of the warning.</param>
/// <param name="Key">The field it is about; empty where it is none.</param>
public sealed record FrontMatterWarning(int Line, string Word, string Key);
