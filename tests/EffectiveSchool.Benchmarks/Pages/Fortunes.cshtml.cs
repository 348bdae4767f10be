using EffectiveSchool.Benchmarks.Limits;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EffectiveSchool.Benchmarks.Pages;

public sealed class FortunesModel(FortunesDb db) : PageModel
{
    public IReadOnlyList<Fortune> Rows { get; private set; } = [];

    public async Task OnGetAsync([FromQuery] int kind, CancellationToken cancellationToken) =>
        Rows = await db.Fortunes.Where(f => f.Kind == kind).OrderBy(f => f.Id).ToListAsync(cancellationToken);
}
