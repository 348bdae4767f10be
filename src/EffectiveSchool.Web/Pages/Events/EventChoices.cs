using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Events;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Web.Pages.Curators;
using EffectiveSchool.Web.Pages.Programmes;

namespace EffectiveSchool.Web.Pages.Events;

/// <summary>An occurrence, or an activity whose term counts from an event, that an event may carry out.</summary>
public sealed record PlanChoice(string Value, string Programme, string Text);

/// <summary>What the form of an event chooses from.</summary>
public sealed record EventFormView(
    EventForm Form, bool IsNew, IReadOnlyList<EventKind> Kinds, IReadOnlyList<CuratedSchool> Hosts, IReadOnlyList<(int Id, string Name)> Municipalities, IReadOnlyList<PlanChoice> Plans);

/// <summary>Reads the choices, and what was chosen of them back.</summary>
public sealed class EventChoices(PortalDb db, Person person)
{
    /// <summary>Occurrences due so many days before or after the event are offered, and terms of programmes that ended no longer before it: not the whole of a programme of years.</summary>
    private const int DaysAround = 200;

    private const int LongestTitle = 90;

    public async Task<EventFormView> ReadAsync(EventForm form, bool isNew, EventRules rules, CancellationToken cancellationToken)
    {
        var hosts = await (
            from school in db.Schools
            from place in db.Municipalities.Where(m => m.Id == school.MunicipalityId)
            orderby place.Name, school.Name
            select new CuratedSchool(school.Id, school.Name, place.Id, place.Name)).ToListAsync(cancellationToken);
        var municipalities = person.Scope.SeesRegion
            ? (await db.Municipalities.OrderBy(m => m.Name).Select(m => new { m.Id, m.Name }).ToListAsync(cancellationToken)).ConvertAll(m => (m.Id, m.Name))
            : [];
        var kinds = form.Kind is { Length: > 0 } kind && rules.Kinds.All(k => k.Name != kind) ? rules.Kinds.Append(new EventKind(kind, EventNature.Other)).ToList() : rules.Kinds;
        return new EventFormView(form, isNew, kinds, hosts, municipalities, await PlansAsync(form, cancellationToken));
    }

    /// <summary>The activity and the occurrence of a choice; null where the person may not choose it.</summary>
    public async Task<(int? Activity, int? Occurrence)?> PlanAsync(string? value, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(value))
        {
            return (null, null);
        }

        if (!int.TryParse(value.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture, out var id))
        {
            return null;
        }

        if (value[0] == 'o')
        {
            return await db.Activities.Where(a => a.Occurrences.Any(o => o.Id == id)).Select(a => (int?)a.Id).SingleOrDefaultAsync(cancellationToken) is { } activity ? (activity, id) : null;
        }

        // A term is dated by whoever keeps the programme.
        var counted = await (
            from a in db.Activities.Where(a => a.Id == id && a.Kind == TermKind.Relative)
            from r in db.Roadmaps.Where(r => r.Id == a.RoadmapId)
            from p in db.Programmes.Where(p => p.Id == r.ProgrammeId)
            select p).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return counted is not null && person.MayChange(counted) ? (id, null) : null;
    }

    private async Task<IReadOnlyList<PlanChoice>> PlansAsync(EventForm form, CancellationToken cancellationToken)
    {
        // An event may be written down long after it was held: what is offered goes by its day, and by today until it has one.
        var day = (form.To ?? form.From) is { Year: >= 2000 and <= 2100 } written ? written : await person.TodayAsync();
        var (first, last) = (day.AddDays(-DaysAround), day.AddDays(DaysAround));
        int? Kept(char kind) => form.Plan is { Length: > 1 } chosen && chosen[0] == kind && int.TryParse(chosen.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : null;
        var (kept, keptTerm) = (Kept('o'), Kept('a'));
        var dated = await (
            from a in db.Activities
            from o in a.Occurrences
            from r in db.Roadmaps.Where(r => r.Id == a.RoadmapId)
            from p in db.Programmes.Where(p => p.Id == r.ProgrammeId)
            where (o.Due >= first && o.Due <= last && a.WithdrawnIn == null && o.RetiredIn == null) || o.Id == kept
            orderby p.Name, a.RoadmapId, a.Position, o.Due
            select new { o.Id, a.Number, a.Title, o.Due, Programme = p.Name }).ToListAsync(cancellationToken);
        var relative = await (
            from a in db.Activities.Where(a => a.Kind == TermKind.Relative && a.WithdrawnIn == null)
            from r in db.Roadmaps.Where(r => r.Id == a.RoadmapId)
            from p in db.Programmes.Where(p => p.Id == r.ProgrammeId)
            where (p.From <= day && p.To >= first) || a.Id == keptTerm
            orderby p.Name, a.RoadmapId, a.Position
            select new { a.Id, a.Number, a.Title, a.Term, Programme = p }).AsNoTracking().ToListAsync(cancellationToken);
        return
        [
            .. dated.Select(o => new PlanChoice($"o{o.Id}", o.Programme, $"{o.Number} {Short(o.Title)} — до {RussianFigures.Date(o.Due)}")),
            .. relative.Where(a => person.MayChange(a.Programme)).Select(a => new PlanChoice($"a{a.Id}", a.Programme.Name, $"{a.Number} {Short(a.Title)} — {Short(a.Term)}")),
        ];
    }

    private static string Short(string text) => text.Length <= LongestTitle ? text : text[..LongestTitle] + "…";
}
