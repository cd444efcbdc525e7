namespace NewsroomPortal.Foundation.Hugo;

/// <summary>How a form shows a field.</summary>
public enum HugoFieldKind
{
    Text,
    LongText,
    Date,
    Number,
    Terms,
    Languages,
    Lines,

    /// <summary>Three positions: the site's default (the key is absent), on, off.</summary>
    Switch,

    /// <summary>left, right or <c>false</c>; absent is the site's default.</summary>
    Sidebar,

    /// <summary>Any of the allowed values, in the order of display; none is the site's default, as is absent.</summary>
    Widgets,
    Picture,
    Menu,
}
