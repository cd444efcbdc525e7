namespace NewsroomPortal.Foundation.Hugo;

/// <summary>Where a form shows a field.</summary>
public enum HugoFieldGroup
{
    Story,
    Display,
    Publishing,
    Other,
}
