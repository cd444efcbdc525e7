namespace NewsroomPortal.Foundation.Hugo;

/// <summary>How a file's front matter is written, told by its opening fence: none, <c>---</c>, <c>+++</c>, <c>{</c>.</summary>
public enum FrontMatterFormat
{
    None,
    Yaml,
    Toml,
    Json,
}
