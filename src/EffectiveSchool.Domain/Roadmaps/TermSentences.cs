namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>What a person is told of a term.</summary>
internal static class TermSentences
{
    public static string NotUnderstood(string text) => $"Срок не понят: «{text}». Укажите дату.";

    public static string Empty => "Срок не указан. Укажите дату.";

    public static string LeftOut(string text) => $"Не понято и не учтено: «{text}». Проверьте даты.";

    public static string LeftOut(string text, string reason) => $"Не учтено «{text}»: {reason}.";

    public static string Remark(string text) => $"Примечание в скобках на даты не влияет: «{text}».";

    public static string Beside(string text) => $"Слова «{text}» рядом со сроком даты не меняют.";

    public static string Outside(Occurrence occurrence, ProgrammePeriod period) => occurrence.From == occurrence.Due
        ? $"Дата {RussianFigures.Date(occurrence.Due)} вне периода {period}."
        : $"Срок {RussianFigures.Date(occurrence.From)} – {RussianFigures.Date(occurrence.Due)} выходит за период {period}.";

    public static string DueOutside(DateOnly due, ProgrammePeriod period) => $"Дата {RussianFigures.Date(due)} вне периода {period}.";

    public static string SectionOutside(int year, ProgrammePeriod period) => $"Год раздела {year} вне периода программы {period}: сроки без года не определены.";

    public static string YearNotNamed(string text) => $"Год не назван: «{text}» взято в каждом году программы. Проверьте даты.";

    public static string SchoolYearNotApplied(string text) => $"«{text}»: границы учебных лет не учтены, взят один срок без перерыва на лето. Проверьте даты.";

    public static string LeastOfRange(string text) => $"«{text}»: взято наименьшее число.";

    public static string CountNotApplied(string text) => $"«{text}»: число не учтено, взяты названные даты. Проверьте, все ли они названы.";

    public static string Reversed(string text) => $"Начало позже окончания: «{text}». Укажите верные даты.";

    public static string NoSuchDay(string text) => $"Такого дня нет в календаре: «{text}». Укажите верную дату.";

    public static string Vague(string text) => $"«{text}» без точных дней: взят весь названный срок.";

    public static string MonthAsDeadline(string text) => $"«{text}» без числа: взят последний день.";

    public static string OpenEnd(string text) => $"«{text}» без окончания: взято окончание программы.";

    public static string NoEnd(string text) => $"«{text}»: не назван год или окончание. Укажите дату.";

    public static string OverNewYear(string text) => $"«{text}» переходит на следующий год.";

    public static string NothingInside(ProgrammePeriod period) => $"Ни один срок не попадает в период {period}. Укажите дату.";

    public static string QuotaWins(string text) => $"Важнее число за период: «{text}» на даты не влияет.";

    public static string NeedWins(string text) => $"Срок зависит от необходимости: «{text}» не учтено.";

    public static string NoMonth(string text) => $"Не названы ни месяц, ни частота: «{text}» не учтено.";

    public static string YearsWithGaps(string text) => $"Годы «{text}» идут не подряд: взят один срок от первого до последнего.";
}
