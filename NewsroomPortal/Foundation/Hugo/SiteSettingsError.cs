namespace NewsroomPortal.Foundation.Hugo;

/// <summary>Why a settings file of the site could not be read; Hugo does not build such a site, and here the file is left out.</summary>
/// <param name="File">Relative to the site folder, with <c>/</c>.</param>
/// <param name="Line">From 1; 0 where it is the whole file.</param>
/// <param name="Word">The word key of the reason.</param>
/// <param name="Detail">The parser's own words, in English; may be empty.</param>
public sealed record SiteSettingsError(string File, int Line, string Word, string Detail);
