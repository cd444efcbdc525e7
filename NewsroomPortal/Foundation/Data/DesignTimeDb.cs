using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace NewsroomPortal.Foundation.Data;

/// <summary>Lets <c>dotnet ef migrations add</c> see the model without starting the portal.</summary>
internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<NewsroomDb>
{
    public NewsroomDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<NewsroomDb>();
        DataSetup.Configure(options, "design.db");
        return new NewsroomDb(options.Options);
    }
}
