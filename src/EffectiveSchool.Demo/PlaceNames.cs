namespace EffectiveSchool.Demo;

/// <summary>Names of places that sound like places and point at none.</summary>
internal static class PlaceNames
{
    /// <summary>Towns that are municipalities of their own; the first is the centre of the region.</summary>
    public static IReadOnlyList<string> Towns { get; } = ["Заречный", "Боровск-Южный", "Светлоключинск", "Рудногорск"];

    /// <summary>Districts with the village or settlement that is their centre.</summary>
    public static IReadOnlyList<(string District, string Centre)> Districts { get; } =
    [
        ("Приозёрный", "с. Приозёрное"), ("Степной", "с. Степное"), ("Боровской", "с. Боровое"), ("Лесной", "п. Лесной"),
        ("Ключевской", "с. Ключевое"), ("Вязовский", "с. Вязовка"), ("Луговской", "с. Луговое"), ("Каменский", "с. Каменка"),
        ("Берёзовский", "с. Берёзовка"), ("Заозёрный", "с. Заозёрное"), ("Родниковский", "с. Родники"), ("Полевской", "с. Полевое"),
        ("Дубровский", "с. Дубровное"), ("Ольховский", "с. Ольховка"), ("Калиновский", "с. Калиновка"), ("Сосновский", "п. Сосновый"),
        ("Кедровский", "п. Кедровый"), ("Рябиновский", "с. Рябиновка"), ("Белоярский", "с. Белый Яр"), ("Красноборский", "с. Красный Бор"),
        ("Верхнереченский", "с. Верхняя Речка"), ("Нижнереченский", "с. Нижняя Речка"), ("Холмский", "с. Холмы"), ("Горный", "п. Горный"),
        ("Предгорный", "с. Предгорное"), ("Прибрежный", "с. Прибрежное"), ("Солнечный", "п. Солнечный"), ("Рудничный", "п. Рудничный"),
        ("Покровский", "с. Покровка"), ("Троицкий", "с. Троицкое"), ("Никольский", "с. Никольское"), ("Михайловский", "с. Михайловка"),
        ("Петровский", "с. Петровка"), ("Павловский", "с. Павловка"), ("Ильинский", "с. Ильинка"), ("Успенский", "с. Успенское"),
        ("Воскресенский", "с. Воскресенское"), ("Александровский", "с. Александровка"), ("Алексеевский", "с. Алексеевка"), ("Васильевский", "с. Васильевка"),
        ("Фёдоровский", "с. Фёдоровка"), ("Семёновский", "с. Семёновка"), ("Романовский", "с. Романовка"), ("Новосельский", "с. Новоселье"),
        ("Черёмуховский", "с. Черёмухово"), ("Ивняковский", "с. Ивняки"), ("Камышинский", "с. Камыши"), ("Мельничный", "с. Мельничное"),
        ("Медведевский", "с. Медведево"), ("Журавлёвский", "с. Журавлёво"), ("Соколовский", "с. Соколово"), ("Лебединский", "с. Лебяжье"),
        ("Озёрский", "с. Озерки"), ("Пригородный", "п. Пригородный"), ("Таёжный", "п. Таёжный"), ("Равнинный", "с. Равнинное"),
    ];

    private static readonly string[] Feminine =
    [
        "Вязовка", "Берёзовка", "Калиновка", "Ольховка", "Дубровка", "Сосновка", "Каменка", "Ивановка", "Песчанка", "Грачёвка", "Липовка", "Осиновка",
        "Еловка", "Малиновка", "Михайловка", "Николаевка", "Андреевка", "Степановка", "Яковлевка", "Гавриловка", "Крутиха", "Ельцовка", "Речка", "Поляна",
    ];

    private static readonly string[] Neuter =
    [
        "Ключевое", "Озёрное", "Луговое", "Горелое", "Бобровое", "Зимовье", "Урочище", "Поречье", "Залесье", "Заречье", "Подгорное", "Раздолье",
        "Костино", "Лаптево", "Мостовое", "Плоское", "Сухое", "Глубокое",
    ];

    private static readonly string[] Masculine =
    [
        "Бор", "Лог", "Яр", "Ключ", "Брод", "Мыс", "Камень", "Колодец", "Починок", "Хутор", "Увал", "Плёс",
    ];

    private static readonly string[] Stems = ["Верхн", "Нижн", "Средн", "Мал", "Больш", "Нов", "Стар", "Дальн", "Ближн"];

    /// <summary>Villages with a name of one word.</summary>
    public static IReadOnlyList<string> PlainVillages { get; } = [.. Feminine, .. Neuter, .. Masculine];

    /// <summary>Some 490 villages told apart from a namesake: «Малая Вязовка», «Верхний Лог».</summary>
    public static IReadOnlyList<string> PairedVillages { get; } =
    [
        .. Named(Feminine, soft: "яя", hard: "ая", big: "ая"),
        .. Named(Neuter, soft: "ее", hard: "ое", big: "ое"),
        .. Named(Masculine, soft: "ий", hard: "ый", big: "ой"),
    ];

    private static IEnumerable<string> Named(string[] nouns, string soft, string hard, string big) =>
        from stem in Stems
        from noun in nouns
        select $"{stem}{Ending(stem, soft, hard, big)} {noun}";

    private static string Ending(string stem, string soft, string hard, string big) => stem switch
    {
        "Больш" => big,
        _ when stem.EndsWith("хн", StringComparison.Ordinal) || stem.EndsWith("жн", StringComparison.Ordinal)
            || stem.EndsWith("дн", StringComparison.Ordinal) || stem.EndsWith("льн", StringComparison.Ordinal) => soft,
        _ => hard,
    };
}
