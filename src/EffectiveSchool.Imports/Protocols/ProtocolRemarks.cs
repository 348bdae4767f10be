namespace EffectiveSchool.Imports.Protocols;

/// <summary>Collects what is refused and left out of a protocol, by numbers of rows alone.</summary>
internal sealed class ProtocolRemarks
{
    private const int MostRefusals = 10_000;
    private const int Shown = 10;
    private readonly List<ProtocolRemark> _all = [];

    /// <summary>The sheet that is being read, by its place; null for csv.</summary>
    public string? Sheet { get; set; }

    public IReadOnlyList<ProtocolRemark> All => _all;

    public void Refuse(TableRow row, int? column, string reason, string whatToDo)
    {
        if (_all.Count >= MostRefusals)
        {
            throw new FileRefusedException($"В протоколе больше {MostRefusals} строк с ошибками, он не принят целиком.", "Проверьте, тот ли это файл и не сдвинуты ли в нём столбцы.");
        }

        _all.Add(new ProtocolRemark(Sheet, row.Number, column is { } place ? row.Address(place) : null, reason, whatToDo));
    }

    public void RefuseSheet(string reason, string whatToDo) => _all.Add(new ProtocolRemark(Sheet, null, null, reason, whatToDo));

    public void RefuseFile(string reason, string whatToDo)
    {
        _all.Clear();
        _all.Add(new ProtocolRemark(Sheet, null, null, reason, whatToDo));
    }

    public void Note(string text) => _all.Add(new ProtocolRemark(Sheet, null, null, text, null));

    public void Note(List<int> rows, string text)
    {
        if (rows.Count > 0)
        {
            Note($"{text}: {rows.Count} ({(rows.Count == 1 ? "строка" : "строки")} {string.Join(", ", rows.Take(Shown))}{(rows.Count > Shown ? $" и ещё {rows.Count - Shown}" : "")}).");
        }
    }
}
