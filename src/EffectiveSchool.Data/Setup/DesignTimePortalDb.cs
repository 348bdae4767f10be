using EffectiveSchool.Data.Scope;
using Microsoft.EntityFrameworkCore.Design;

namespace EffectiveSchool.Data.Setup;

/// <summary>Lets `dotnet ef migrations add` see the model without a server.</summary>
public sealed class DesignTimePortalDb : IDesignTimeDbContextFactory<PortalDb>
{
    public PortalDb CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<PortalDb>().UseNpgsql("Host=localhost").Options,
        new CurrentAccess(),
        TimeProvider.System);
}
