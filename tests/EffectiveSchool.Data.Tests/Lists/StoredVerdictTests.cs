using System.Text.Json;
using System.Text.Json.Serialization;
using EffectiveSchool.Data.Mapping;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Data.Tests.Lists;

/// <summary>What a list keeps of a school, as text.</summary>
public sealed class StoredVerdictTests
{
    private static readonly SchoolVerdict Verdict = new(
        7,
        Listed: true,
        [Criterion.A, Criterion.B],
        [
            new("ВПР 5 РУ", 2021, MarkerState.Low, 20, 9, null, 4, [new("Отчёт.xlsx", "РУ 5", 12), new("Филиал.csv", null, 3)]),
            new("ВПР 5 МА", 2021, MarkerState.NoData, null, null, NoDataReason.NotHeld, null, []),
            new("ЕГЭ МА", 2022, MarkerState.NotLow, null, null, null, null, [new("Матрица.xlsx", "Лист1", null)]),
        ],
        ["ВПР 5 РУ"],
        ["ВПР 5 РУ"],
        ["ВПР 5 РУ"],
        4);

    [Fact]
    public void A_verdict_is_read_as_it_was_written()
    {
        var text = Json.Write(Verdict);
        Assert.Contains("[\"ВПР 5 РУ\",2021,\"Low\",20,9,null,4,\"Отчёт.xlsx\",\"РУ 5\",12,\"Филиал.csv\",null,3]", text, StringComparison.Ordinal);
        Assert.Equivalent(Verdict, Json.Read<SchoolVerdict>(text), strict: true);
    }

    [Fact]
    public void A_verdict_stored_before_markers_became_arrays_is_read_too()
    {
        var before = new JsonSerializerOptions(Json.Options);
        before.Converters.Clear();
        before.Converters.Add(new JsonStringEnumConverter());
        var text = JsonSerializer.Serialize(Verdict, before);
        Assert.Contains("\"Procedure\":", text, StringComparison.Ordinal);
        Assert.Equivalent(Verdict, Json.Read<SchoolVerdict>(text), strict: true);
    }
}
