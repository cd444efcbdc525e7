namespace NewsroomPortal.Foundation.Audit;

/// <summary>What a person may do in the newsroom. A person may have several; an admin has no editorial rights unless also an editor.</summary>
[Flags]
public enum Role
{
    None = 0,
    Journalist = 1,
    Editor = 2,
    Admin = 4,
}
