using NewsroomPortal.Tests.Support;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace NewsroomPortal.Tests.Browser;

/// <summary>The tests that drive a browser run one after the other: side by side they would only wait for each other's processor.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests
{
    public const string Name = "Browser";
}
