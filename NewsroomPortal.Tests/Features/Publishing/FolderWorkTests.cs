using NewsroomPortal.Features.Publishing;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Tests.Features.Articles;
using NewsroomPortal.Tests.Support;
using static NewsroomPortal.Tests.Features.Articles.StaffedNewsroom;

namespace NewsroomPortal.Tests.Features.Publishing;

public sealed class FolderWorkTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private StaffedNewsroom _newsroom = null!;

    private FolderWork Work => _newsroom.Get<FolderWork>();

    public async ValueTask InitializeAsync() => _newsroom = await Open();

    public async ValueTask DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Compares_imports_and_exports_and_leaves_what_was_refused_to_be_seen()
    {
        Write("a.md", "a\n"u8.ToArray());
        Write("latin.md", [0xE9]);
        await Ended(() => Work.Compare(Ada, _folder.Path));
        Assert.Equal(2, Work.Report!.Differences.Count);

        await Ended(() => Work.Import(Ada));
        Assert.Equal((FolderJobEnd.Done, 2, 2, "content/latin.md"), (Work.Job!.End, Work.Job.Done, Work.Job.Total, Assert.Single(Work.Job.Refused).Path));
        Assert.Equal(["content/latin.md"], Work.Report.Differences.Select(one => one.Path));

        await Ended(() => Work.Export(Ada, _folder.Below("out"), published: false));
        Assert.Equal("a\n"u8.ToArray(), File.ReadAllBytes(_folder.Below("out", "content", "a.md")));
    }

    [Fact]
    public async Task One_piece_of_work_at_a_time_and_a_cancelled_one_keeps_what_it_did()
    {
        foreach (var number in Enumerable.Range(0, 250))
        {
            Write($"{number:000}.md", "x"u8.ToArray());
        }
        await Ended(() => Work.Compare(Ada, _folder.Path));
        Outcome? second = null;
        void Stop()
        {
            if (Work.Job is { Kind: FolderJobKind.Import, IsRunning: true, Done: > 0 } && second is null)
            {
                second = Work.Compare(Ada, _folder.Path);
                Work.Cancel();
            }
        }
        Work.Changed += Stop;
        await Ended(() => Work.Import(Ada));
        Work.Changed -= Stop;

        Assert.Equal("publishing.work.busy", second?.Refusal?.Word);
        Assert.Equal(FolderJobEnd.Cancelled, Work.Job!.End);
        var left = Work.Report!.Differences.Count;
        Assert.InRange(left, 1, 249);
        await Ended(() => Work.Import(Ada));
        Assert.Equal((FolderJobEnd.Done, 0), (Work.Job!.End, Work.Report!.Differences.Count));
    }

    [Fact]
    public void Only_an_admin_names_a_folder_and_never_the_portals_own()
    {
        Assert.Equal("publishing.decide.who", Work.Compare(Mei, _newsroom.Site).Refusal?.Word);
        Assert.Equal("publishing.work.admin", Work.Compare(Lok, _folder.Path).Refusal?.Word);
        Assert.Equal("publishing.work.admin", Work.Export(Lok, _folder.Path, published: true).Refusal?.Word);
        Assert.Equal("publishing.work.data", Work.Compare(Ada, _newsroom.House.Folder).Refusal?.Word);
        Assert.Equal("publishing.work.data", Work.Compare(Ada, Path.Combine(_newsroom.House.Folder, "keys")).Refusal?.Word);
        Assert.Equal("publishing.work.data", Work.Compare(Ada, "/").Refusal?.Word);
        Assert.Equal("publishing.work.path", Work.Compare(Ada, "content").Refusal?.Word);
        Assert.Equal("publishing.work.missing", Work.Compare(Ada, _folder.Below("gone")).Refusal?.Word);
        Assert.Equal("publishing.work.compareFirst", Work.Import(Ada).Refusal?.Word);
    }

    private void Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(_folder.Below("content"));
        File.WriteAllBytes(_folder.Below("content", name), bytes);
    }

    private async Task Ended(Func<Outcome> begin)
    {
        var ended = new TaskCompletionSource();
        void Look()
        {
            if (Work.Job is { IsRunning: false })
            {
                ended.TrySetResult();
            }
        }
        Work.Changed += Look;
        Assert.Null(begin().Refusal);
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Work.Changed -= Look;
    }
}
