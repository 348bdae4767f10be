namespace EffectiveSchool.Web.Imports;

/// <summary>The number that joins what a person is told with the entry in the log.</summary>
internal static class FaultNumber
{
    public static string New() => Guid.NewGuid().ToString("N")[..12];

    public static string Sentence(string number) =>
        $"При чтении случилась ошибка портала, а не файла. Загрузите файл ещё раз; если повторится, сообщите администратору номер {number}.";
}
