namespace NewsroomPortal.Foundation.Rendering.Shortcodes;

/// <summary>Why Hugo would not build a page with this shortcode.</summary>
/// <param name="Word">The word key of the reason; {0} is the line in the file, {1} the detail.</param>
/// <param name="Line">Of the body, 0-based: where the tag begins.</param>
/// <param name="Detail">The name of the shortcode, or what it asks for.</param>
public sealed record ShortcodeProblem(string Word, int Line, string Detail);
