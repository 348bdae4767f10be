using EffectiveSchool.Data.Lists;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Web.Listing;

namespace EffectiveSchool.Web.Pages.Schools;

/// <summary>A school in the table of the registry.</summary>
public sealed record SchoolLine
{
    public required int Id { get; init; }

    public required string Name { get; init; }

    public required bool IsBranch { get; init; }

    public required SchoolStatus Status { get; init; }

    public required string Municipality { get; init; }

    public string? Code { get; init; }

    public required SchoolType Type { get; init; }

    public int? Pupils { get; init; }

    /// <summary>In the newest list; null where that list does not know the school.</summary>
    public bool? Listed { get; init; }

    public bool CriterionA { get; init; }

    public bool CriterionB { get; init; }

    public bool IsJudged { get; init; }

    /// <summary>The word of the verdict, the same on the page and in the export.</summary>
    public string Verdict => (Listed, IsJudged) switch
    {
        (null, _) => "",
        (_, false) => "не оценивается",
        (true, _) => "в перечне",
        _ => "не в перечне",
    };

    /// <summary>«A, B»; empty where none holds.</summary>
    public string Criteria => string.Join(", ", new[] { CriterionA ? "A" : null, CriterionB ? "B" : null }.OfType<string>());
}

/// <summary>What stands under the table: counted over all pages.</summary>
/// <param name="Schools">Schools that fit.</param>
/// <param name="Listed">Of them in the newest list.</param>
/// <param name="Pupils">Pupils of the schools whose number is known; null where none is.</param>
/// <param name="WithPupils">Schools whose number of pupils is known.</param>
public sealed record SchoolTotals(int Schools, int Listed, long? Pupils, int WithPupils);

/// <summary>Reads the registry as the person may see it.</summary>
public sealed class SchoolLines(PortalDb db, KeptCounts kept)
{
    /// <summary>The newest official list of a region that the person may see; a draft where the region has no other.</summary>
    /// <param name="Id">The list.</param>
    /// <param name="RegionId">Its region.</param>
    /// <param name="ForYear">The year it is for.</param>
    /// <param name="Version">Of its row; a run under it never changes.</param>
    /// <param name="State">Its state.</param>
    public sealed record NewestList(int Id, int RegionId, int ForYear, uint Version, ListState State);

    /// <summary>The newest visible list of every visible region.</summary>
    public async Task<IReadOnlyList<NewestList>> NewestListsAsync(CancellationToken cancellationToken)
    {
        var lists = await db.Lists
            .Where(l => l.Kind == MethodologyKind.LowResults)
            .NewestFirst()
            .Select(l => new NewestList(l.Id, l.RegionId, l.ForYear, EF.Property<uint>(l, "Version"), l.State))
            .ToListAsync(cancellationToken);
        return [.. lists.DistinctBy(l => l.RegionId)];
    }

    public IQueryable<ListSchool> VerdictsOf(IEnumerable<NewestList> lists)
    {
        int[] ids = [.. lists.Select(l => l.Id)];
        return db.ListSchools.Where(r => ids.Contains(r.ListId));
    }

    public IQueryable<SchoolLine> Read(IQueryable<School> schools, IQueryable<ListSchool> verdicts) =>
        from s in schools
        join m in db.Municipalities on s.MunicipalityId equals m.Id
        from v in verdicts.Where(v => v.SchoolId == s.Id).DefaultIfEmpty()
        select new SchoolLine
        {
            Id = s.Id,
            Name = s.Name,
            IsBranch = s.HeadSchoolId != null,
            Status = s.Status,
            Municipality = m.Name,
            Code = s.Codes.Where(c => c.Kind == SchoolCodeKind.FisOko && c.ValidTo == null).Select(c => c.Value).FirstOrDefault(),
            Type = s.Type,
            Pupils = s.Pupils,
            Listed = v == null ? null : v.Listed,
            CriterionA = v != null && v.CriterionA,
            CriterionB = v != null && v.CriterionB,
            IsJudged = v != null && v.Judged,
        };

    /// <summary>The schools that fit and those of them in the newest list; counted anew when the registry or a list has changed.</summary>
    /// <param name="filter">What the registry is narrowed to.</param>
    /// <param name="newest">The newest lists.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<SchoolTotals> TotalsAsync(SchoolFilter filter, IReadOnlyList<NewestList> newest, CancellationToken cancellationToken)
    {
        var registry = await db.RegistryVersions.SumAsync(v => v.Changes, cancellationToken);
        var lists = string.Join(' ', newest.Select(l => $"{l.Id}/{l.Version}"));
        return await kept.OnceAsync(db.Scope, (filter.WithoutOrder(), registry, lists), () => CountAsync(filter, VerdictsOf(newest), cancellationToken));
    }

    private async Task<SchoolTotals> CountAsync(SchoolFilter filter, IQueryable<ListSchool> verdicts, CancellationToken cancellationToken)
    {
        var schools = filter.Narrow(db.Schools, verdicts);
        var sums = await schools.GroupBy(_ => 1).Select(g => new { Schools = g.Count(), Pupils = g.Sum(s => (long?)s.Pupils), Known = g.Count(s => s.Pupils != null) })
            .SingleOrDefaultAsync(cancellationToken);

        // Where every school fits the list is counted alone: each of its rows is of a school that is seen.
        var listed = verdicts.Where(v => v.Listed);
        return new SchoolTotals(
            sums?.Schools ?? 0,
            await (filter.IsEmpty ? listed : listed.Where(v => schools.Any(s => s.Id == v.SchoolId))).CountAsync(cancellationToken),
            sums?.Known > 0 ? sums.Pupils : null,
            sums?.Known ?? 0);
    }
}
