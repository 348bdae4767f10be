using EffectiveSchool.Domain.Roadmaps;
using FsCheck;
using FsCheck.Fluent;

namespace EffectiveSchool.Domain.Tests.Roadmaps;

public sealed class TermProperties
{
    private static readonly string[] Fragments =
    [
        "до", "5 апреля", "20.09.2024", "март", "апреля", "сентябрь", "декабрь – январь", "2023", "2024 гг.", "2023-2025 гг.", "ежегодно", "ежеквартально", ",", ";", "–",
        "III квартал", "1 раз в четверть", "по полугодиям", "постоянно", "в течение года", "не менее 2-х за учебный год", "по отдельному графику", "по плану работы УО",
        "по мере необходимости", "с", "по", "конец", "учебного года", "8-9 октября", "31.02.2023", "2 раза в год", "до конца года", "и", "каникулы", "далее", "не ранее", "1 полугодие",
    ];

    private static readonly string[] Wordings =
    [
        "До 05 апреля 2023 г.", "Март – апрель 2023 г.", "Декабрь 2023-январь 2024", "8-9 октября 2024г.", "Март, август, ноябрь 2023, 2024 гг.", "ежегодно сентябрь - ноябрь",
        "по окончании каждой учебной четверти", "Не реже одного раза в квартал", "В течение 2023, 2024 гг.", "не менее 2-х за учебный год в каждой ШНРО",
        "Не позднее 10 дней со дня проведения мероприятия", "сентябрь 2022 года – ноябрь 2021 года", "с 01.09.2023 по 31.05.2024", "До 30 декабря", "Июль – август 2023, 2024 гг.",
    ];

    private static readonly Gen<ProgrammePeriod> Periods =
        from start in Gen.Choose(0, 1500)
        from length in Gen.Choose(0, 1500)
        let first = new DateOnly(2022, 1, 1).AddDays(start)
        select new ProgrammePeriod(first, first.AddDays(length));

    private static readonly Gen<string> Texts = Gen.Elements(Fragments).NonEmptyListOf().Select(f => string.Join(' ', f));

    private static readonly Gen<string> Spaces = Gen.Elements(" ", "  ", "\u00A0", "\n", "\t", "\u202F", "\u00AD \u200B");

    private static readonly Gen<string> Dashes = Gen.Elements("-", "–", "—", " – ", "\u2011", " -\n", "−", "- -");

    [Fact]
    public void No_occurrence_lies_outside_the_programme_without_a_warning() => Check(Texts, (term, period) =>
        term.Warnings.Count > 0 || term.Occurrences.All(period.Contains));

    [Fact]
    public void Occurrences_are_in_order_and_no_due_date_stands_twice() => Check(Texts, (term, _) =>
        term.Occurrences.Zip(term.Occurrences.Skip(1)).All(p => p.First.Due < p.Second.Due) && term.Occurrences.All(o => o.From <= o.Due));

    [Fact]
    public void A_date_is_asked_for_exactly_when_there_is_none_and_then_the_reader_can_see_why() => Check(Texts, (term, _) =>
        term.NeedsDate == (term.Occurrences.Count == 0) && (term.Quota is null) == (term.Kind != TermKind.Quota));

    [Fact]
    public void Reading_what_was_kept_gives_the_same() => Check(Texts, (term, period) => Same(TermReader.Read(term.Text, period), term));

    [Fact]
    public void Spaces_dashes_and_case_change_nothing()
    {
        var noisy = from wording in Gen.Elements(Wordings)
                    from space in Spaces
                    from dash in Dashes
                    from upper in Gen.Elements(true, false)
                    let text = wording.Replace(" – ", "-", StringComparison.Ordinal).Replace(" - ", "-", StringComparison.Ordinal)
                        .Replace(" ", space, StringComparison.Ordinal).Replace("-", dash, StringComparison.Ordinal)
                    select (Plain: wording, Noisy: upper ? text.ToUpperInvariant() : text);
        Prop.ForAll(noisy.ToArbitrary(), Periods.ToArbitrary(), (text, period) =>
            Same(TermReader.Read(text.Noisy, period), TermReader.Read(text.Plain, period)).Label(text.Noisy)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_word_cut_by_a_line_break_is_the_same_word()
    {
        var cut = from wording in Gen.Elements(Wordings.Where(w => !w.Contains("УО", StringComparison.Ordinal)).ToArray())
                  from place in Gen.Choose(1, wording.Length - 2)
                  from hyphen in Gen.Elements("\n", "-\n", "\u00AD", "\u00AD\n")
                  where wording[place - 1] is >= 'а' and <= 'я' && wording[place] is >= 'а' and <= 'я' && IsInMonth(wording, place)
                  select (Plain: wording, Cut: wording.Insert(place, hyphen));
        Prop.ForAll(cut.ToArbitrary(), Periods.ToArbitrary(), (text, period) =>
            Same(TermReader.Read(text.Cut, period), TermReader.Read(text.Plain, period)).Label(text.Cut)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_numeric_date_cut_by_a_line_break_is_the_same_date()
    {
        var cut = from wording in Gen.Elements("До 20.09.2024", "05.04.2023", "с 01.09.2023 по 31.05.2024")
                  from place in Gen.Choose(1, wording.Length - 2)
                  where !char.IsLetter(wording[place]) && !char.IsLetter(wording[place - 1])
                  select (Plain: wording, Cut: wording.Insert(place, "\n"));
        Prop.ForAll(cut.ToArbitrary(), Periods.ToArbitrary(), (text, period) =>
            Same(TermReader.Read(text.Cut, period), TermReader.Read(text.Plain, period)).Label(text.Cut)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_remark_in_brackets_only_adds_a_warning() => Prop.ForAll(Gen.Elements(Wordings).ToArbitrary(), Periods.ToArbitrary(), (text, period) =>
    {
        var (plain, remarked) = (TermReader.Read(text, period), TermReader.Read(text + " (по итогам 1-ой четверти, май 2023 г.)", period));
        return plain.Occurrences.SequenceEqual(remarked.Occurrences) && plain.Kind == remarked.Kind && remarked.Warnings.Count == plain.Warnings.Count + 1;
    }).QuickCheckThrowOnFailure();

    private static bool IsInMonth(string wording, int place)
    {
        var start = wording.LastIndexOf(' ', place - 1) + 1;
        string[] months = ["апреля", "март", "август", "ноябрь", "сентябрь", "декабря"];
        return Array.Exists(months, m => wording.IndexOf(m, start, StringComparison.OrdinalIgnoreCase) is var at && at >= 0 && at < place && place < at + m.Length);
    }

    private static bool Same(Term one, Term other) =>
        one.Kind == other.Kind && one.Quota == other.Quota && one.Occurrences.SequenceEqual(other.Occurrences) && one.Warnings.Count == other.Warnings.Count;

    private static void Check(Gen<string> texts, Func<Term, ProgrammePeriod, bool> holds) => Prop.ForAll(texts.ToArbitrary(), Periods.ToArbitrary(), (text, period) =>
    {
        var term = TermReader.Read(text, period);
        return holds(term, period).Label($"{text} | {period} | {term.Kind}: {string.Join(", ", term.Occurrences)}");
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
