using System.Net.Sockets;
using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Tests.Features.Articles;
using NewsroomPortal.Tests.Support;
using static NewsroomPortal.Tests.Features.Articles.StaffedNewsroom;

namespace NewsroomPortal.Tests.Features.Publishing;

/// <summary>Each of these would wait for ever if a pipe were opened.</summary>
public sealed class OrdinaryFileTests : IAsyncLifetime
{
    private readonly TemporaryFolder _elsewhere = new();
    private StaffedNewsroom _newsroom = null!;

    public async ValueTask InitializeAsync() => _newsroom = await Open();

    public async ValueTask DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _elsewhere.Dispose();
    }

    [Fact(Timeout = 60_000)]
    public async Task Pipes_and_sockets_are_told_by_name_and_the_rest_is_taken()
    {
        var cancel = TestContext.Current.CancellationToken;
        Directory.CreateDirectory(_elsewhere.Below("content", "a"));
        UnixFile.MakePipe(_elsewhere.Below("content", "a", "pipe.md"));
        UnixFile.MakePipe(_elsewhere.Below("content", "a", "pipe.png"));
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(_elsewhere.Below("content", "a", "socket.md")));
        File.WriteAllText(_elsewhere.Below("content", "a", "文.md"), "文\n");

        var report = await Compare(cancel);
        Assert.Equal(
            [("content/a/pipe.md", "publishing.import.notFile"), ("content/a/pipe.png", "publishing.import.notFile"), ("content/a/socket.md", "publishing.import.notFile")],
            report.Refused.Select(file => (file.Path, file.Refusal!.Word)));
        var taken = await new FolderImport(_elsewhere.Path, _newsroom.Get<ArticleImport>(), _newsroom.Get<FileImport>()).Take(report.Found(), Actor.Portal, cancel).ToListAsync(cancel);
        Assert.Equal([("content/a/文.md", null)], taken.Select(file => (file.Path, file.Refusal)));
        Assert.Equal(report.Refused.Select(file => file.Path), (await Compare(cancel)).Refused.Select(file => file.Path));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_pipe_in_the_place_of_a_published_file_is_told_and_stays()
    {
        var cancel = TestContext.Current.CancellationToken;
        var id = await _newsroom.Import("content/a.md", "文\n"u8.ToArray());
        var path = Path.Combine(_newsroom.Site, "content", "a.md");
        File.Delete(path);
        UnixFile.MakePipe(path);

        Assert.Equal(["content/a.md"], (await _newsroom.Get<FolderComparison>().Compare(_newsroom.Site, cancel: cancel)).Refused.Select(file => file.Path));
        await Refused("publishing.disk.problem", _newsroom.Publisher.Withhold(Lok, id, "原因", cancel));
        Assert.True(File.Exists(path));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_pipe_in_the_way_of_an_export_is_told()
    {
        var cancel = TestContext.Current.CancellationToken;
        await _newsroom.Import("content/a.md", "文\n"u8.ToArray());
        Directory.CreateDirectory(_elsewhere.Below("content"));
        UnixFile.MakePipe(_elsewhere.Below("content", "a.md"));
        var written = Assert.Single(await _newsroom.Get<ArticleExport>().Write(_elsewhere.Path, published: true, cancel).ToListAsync(cancel));
        Assert.Equal("publishing.disk.problem", written.Refusal?.Word);
    }

    private Task<FolderReport> Compare(CancellationToken cancel) => _newsroom.Get<FolderComparison>().Compare(_elsewhere.Path, cancel: cancel);
}
