using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Results;
using EffectiveSchool.Reports.Figures;
using EffectiveSchool.Reports.Lists;
using EffectiveSchool.Reports.Schools;

namespace EffectiveSchool.Web.Pages.Schools;

/// <summary>«Что дальше»: what the reader can do about the verdict, in sentences.</summary>
public static class NextSteps
{
    public static IReadOnlyList<string> For(SchoolDocument school, PortalRole role) => school switch
    {
        { List: null } => [Without(role)],
        { Verdict.NotJudged: not null } => ["Вывод по школе не делается, поэтому делать ничего не нужно. Если причина указана неверно, сообщите региональному координатору."],
        { List: { } list, Verdict: { } verdict } => [.. OfState(school, list.State, role), .. OfVerdict(verdict, list.ResultsYear), .. OfMissing(school, list, verdict)],
        _ => [],
    };

    private static string Without(PortalRole role) => role switch
    {
        PortalRole.RegionalCoordinator => "Выполните идентификацию в разделе «Перечни»: вывод появится здесь с объяснением.",
        PortalRole.Principal => "Проверьте загруженные результаты школы ниже. Когда регион опубликует перечень, здесь появятся вывод и его объяснение.",
        _ => "Вывод и его объяснение появятся здесь, когда регион опубликует перечень.",
    };

    private static IEnumerable<string> OfState(SchoolDocument school, ListState state, PortalRole role)
    {
        if (state == ListState.Draft)
        {
            yield return "Это черновик: школа и муниципалитет его не видят. Проверьте данные и сделайте перечень предварительным.";
        }
        else if (state == ListState.Preliminary)
        {
            yield return role == PortalRole.Principal
                ? "Сверьте с протоколами числа участников и неуспешных в таблице маркеров. Если число или применение правила неверно, подайте возражение с основаниями: срок указан ниже."
                : "Сверьте числа школы с источниками. До утверждения перечня результаты можно исправить новой загрузкой и пересчитать перечень.";
        }
        else if (state == ListState.Replaced)
        {
            yield return "Этот перечень заменён новой редакцией: её вывод — в разделе «Перечни».";
        }
        else if (school.Verdict!.Listed)
        {
            yield return "Перечень утверждён и не меняется. Скачайте страницу в PDF и разберите её с педагогами.";
        }
        else
        {
            yield return "Перечень утверждён и не меняется.";
        }
    }

    private static IEnumerable<string> OfVerdict(SchoolVerdict verdict, int year)
    {
        if (verdict.Listed)
        {
            var low = verdict.Markers
                .Where(m => m.Year == year && m is { State: MarkerState.Low, PupilsToLine: not null })
                .OrderBy(m => m.PupilsToLine)
                .Select(m => $"{m.Procedure} — {RussianWords.Count(m.PupilsToLine!.Value, "человек", "человека", "человек")}")
                .ToList();
            if (low.Count > 0)
            {
                yield return $"Скольким ученикам не хватило, чтобы результат перестал быть низким: {string.Join(", ", low)}.";
            }
        }
        else
        {
            var near = verdict.Markers
                .Where(m => m.Year == year && MarkerLook.Tone(m) == MarkerTone.Near)
                .OrderBy(m => m.PupilsToLine)
                .Select(m => $"{m.Procedure} — {RussianWords.Count(m.PupilsToLine!.Value, "человек", "человека", "человек")}")
                .ToList();
            if (near.Count > 0)
            {
                yield return $"Держите под наблюдением процедуры у самого порога: {string.Join(", ", near)}.";
            }
        }

        if (verdict.Markers.Any(m => m.IsSmallSample))
        {
            yield return $"Есть малые выборки (меньше {LowResultMarker.SmallSampleBelow} участников): там один ученик заметно меняет долю.";
        }

    }

    /// <summary>What the list had no result of. The list stands on the data of its day: what came later is there, only not in the list.</summary>
    private static IEnumerable<string> OfMissing(SchoolDocument school, ListHeading list, SchoolVerdict verdict)
    {
        var year = list.ResultsYear;
        var missing = verdict.Markers.Where(m => m.Year == year && m.Reason == NoDataReason.NotUploaded).Select(m => m.Procedure).ToLookup(p => IsThere(school, p, year));
        if (missing[false].Any())
        {
            yield return $"Не загружены результаты {year} года: {string.Join(", ", missing[false])}. Если процедуры проводились, их загружает муниципальный координатор.";
        }

        if (missing[true].Any())
        {
            var day = RussianFigures.Date(DateOnly.FromDateTime(list.RunAt.DateTime));
            var names = string.Join(", ", missing[true]);
            yield return list.State is ListState.Approved or ListState.Archived
                ? $"Перечень утверждён по данным на {day}. Результаты {year} года загружены позже и в нём не учтены: {names}. Утверждённый перечень от этого не меняется."
                : $"Перечень рассчитан по данным на {day}. Результаты {year} года загружены позже и в нём не учтены: {names}.";
        }
    }

    private static bool IsThere(SchoolDocument school, string procedure, int year) => school.Results.Any(r =>
        r.Points.Any(p => p.Year == year)
        && (r.Procedure == procedure || (procedure == Procedures.UnitedMathEge && r.Procedure is Procedures.BaseMathEge or Procedures.ProfileMathEge)));
}
