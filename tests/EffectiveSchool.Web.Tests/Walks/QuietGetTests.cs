using EffectiveSchool.Data.Users;

namespace EffectiveSchool.Web.Tests.Walks;

/// <summary>GET never writes (house rule 3).</summary>
public sealed class QuietGetTests(FilledPortal world) : IClassFixture<FilledPortal>
{
    [Fact]
    public async Task Opening_every_page_as_every_role_changes_no_row_of_any_table()
    {
        var passports = new List<Passport>();
        foreach (var role in Enum.GetValues<PortalRole>())
        {
            passports.Add(await Passport.OfAsync(world.Portal, role));
        }

        var before = await TableSums.OfAsync(world.Portal);
        foreach (var address in AccessTable.Read().Where(l => l.Method == "GET").Select(l => world.AddressOf(l.Route) + (l.Handler == "-" ? "" : "?handler=" + l.Handler)))
        {
            foreach (var passport in passports)
            {
                (await passport.SendAsync(HttpMethod.Get, address)).Dispose();
            }
        }

        Assert.Equal(before, await TableSums.OfAsync(world.Portal));
    }
}
