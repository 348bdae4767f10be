using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Reports.Figures;
using EffectiveSchool.Reports.Schools;

namespace EffectiveSchool.Web.Pages.Schools;

/// <summary>«Что дальше»: what the reader can do about the verdict, in sentences.</summary>
public static class NextSteps
{
    public static IReadOnlyList<string> For(SchoolDocument school, PortalRole role) => school switch
    {
        { List: null } => [Without(role)],
        { Verdict.NotJudged: not null } => ["Вывод по школе не делается, поэтому делать ничего не нужно. Если причина указана неверно, сообщите региональному координатору."],
        { List: { } list, Verdict: { } verdict } => [.. OfState(school, list.State, role), .. OfVerdict(verdict, list.ResultsYear)],
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

        var missing = verdict.Markers.Where(m => m.Year == year && m.Reason == NoDataReason.NotUploaded).Select(m => m.Procedure).ToList();
        if (missing.Count > 0)
        {
            yield return $"Не загружены результаты {year} года: {string.Join(", ", missing)}. Если процедуры проводились, их загружает муниципальный координатор.";
        }
    }
}
