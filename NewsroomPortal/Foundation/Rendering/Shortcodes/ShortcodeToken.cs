namespace NewsroomPortal.Foundation.Rendering.Shortcodes;

/// <param name="Part">What it is.</param>
/// <param name="At">Where its tag begins in the text.</param>
/// <param name="Text">Of a name, a parameter or a value.</param>
readonly record struct ShortcodeToken(ShortcodePart Part, int At, string Text);

enum ShortcodePart
{
    Open,
    Slash,
    Name,
    Parameter,
    Value,
    Close,
}
