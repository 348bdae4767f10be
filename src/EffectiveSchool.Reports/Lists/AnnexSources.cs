using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Reports.Figures;
using EffectiveSchool.Reports.Workbooks;

namespace EffectiveSchool.Reports.Lists;

/// <summary>The third sheet of the annex: by what rule and from what files.</summary>
internal static class AnnexSources
{
    public static void Write(WorkbookWriter workbook, ListDocument list)
    {
        var sheet = workbook.AddSheet(new SheetLayout(AnnexWorkbook.SourcesSheet) { ColumnWidths = [44, 24, 44, 68] });
        sheet.WriteRow(Cell.Text("Методика и источники", CellStyle.Title));
        foreach (var (label, value) in Facts(list))
        {
            sheet.WriteRow(Cell.Header(label), value);
        }

        sheet.WriteRow();
        sheet.WriteRow(Cell.Text("Обозначения", CellStyle.Title));
        if (list.Heading.Methodology.Kind == MethodologyKind.LowResults)
        {
            WriteLegend(sheet);
        }
        else
        {
            sheet.WriteRow(
                Cell.Text(list.Heading.Methodology.Kind == MethodologyKind.RiskZone ? "дефицит есть" : "значение", CellStyle.Low),
                Cell.Text(list.Heading.Methodology.Kind == MethodologyKind.RiskZone ? "ресурса не хватает" : "показатель выполняется"));
            if (list.Heading.Methodology.Kind == MethodologyKind.TwelveIndicators)
            {
                sheet.WriteRow(Cell.Text("разрыв"), Cell.Text("школа минус регион; в столбце «регион» — значение региона за те же годы"));
            }

            sheet.WriteRow(Cell.NoData, Cell.Text("нет данных: чего нет — на листе «Исходные числа»"));
            sheet.WriteRow(Cell.Text("н/п", CellStyle.Muted), Cell.Text("неприменим: такого класса в школе нет"));
        }

        sheet.WriteRow();
        sheet.WriteRow(Cell.Text("Откуда эти данные", CellStyle.Title));
        foreach (var remark in list.Remarks)
        {
            sheet.WriteRow(Cell.Text(remark, CellStyle.Note));
        }

        sheet.WriteRow(Cell.Header("Файл"), Cell.Header("Загружен"), Cell.Header("Кто загрузил"), Cell.Header("SHA-256 файла"));
        foreach (var source in list.Sources)
        {
            sheet.WriteRow(
                Cell.Text(source.File, CellStyle.Wrap),
                Cell.Date(DateOnly.FromDateTime(source.UploadedAt.DateTime)),
                Cell.Text(source.Author, CellStyle.Wrap),
                Cell.Text(source.Sha256));
        }

        if (list.Sources.Count == 0)
        {
            sheet.WriteRow(Cell.Text(FigureText.NoSources(list.SourcesHidden), CellStyle.Note));
        }
    }

    private static void WriteLegend(SheetWriter sheet)
    {
        sheet.WriteRow(Cell.Percent(35.1m, CellStyle.Low), Cell.Text("низкий результат: доля достигла порога"));
        sheet.WriteRow(Cell.Percent(28.6m, CellStyle.Near), Cell.Text($"не низкий, до порога не больше {MarkerLook.NearPupils} человек"));
        sheet.WriteRow(Cell.NoData, Cell.Text("нет данных: причина — на листе «Исходные числа»"));
    }

    private static IEnumerable<(string Label, Cell Value)> Facts(ListDocument list)
    {
        var heading = list.Heading;
        var methodology = heading.Methodology;
        yield return ("Перечень", Cell.Text(heading.Title));
        yield return ("Регион", Cell.Text(heading.Region));
        yield return ("Состояние перечня", Cell.Text(heading.State.RussianName()));
        yield return ("Номер приказа", heading.OrderNumber is null ? Cell.NoData : Cell.Text(heading.OrderNumber));
        yield return ("Дата приказа", heading.OrderDate is null ? Cell.NoData : Cell.Date(heading.OrderDate));
        foreach (var amendment in AnnexText.Amendments(heading))
        {
            yield return ("Изменения перечня", Cell.Text(amendment, CellStyle.Wrap));
        }

        yield return ("Школ рассмотрено", Cell.Integer(heading.Schools));
        if (methodology.Kind == MethodologyKind.RiskZone)
        {
            yield return ($"Школ {AnnexText.Enough(methodology)}", Cell.Integer(heading.Denominator));
        }

        yield return (methodology.Kind == MethodologyKind.RiskZone ? "Школ в зоне риска" : "Школ в перечне", Cell.Integer(heading.Listed));
        yield return (methodology.Kind == MethodologyKind.RiskZone ? $"Доля, % школ {AnnexText.Enough(methodology)}" : "Доля, % рассмотренных", Cell.Percent(heading.ListedPercent));
        yield return ("Идентификация выполнена", Cell.Text(FigureText.Moment(heading.RunAt)));
        yield return ("Контрольная сумма расчёта (SHA-256)", Cell.Text(heading.RunSha256));
        yield return ("Методика", Cell.Text(FigureText.Title(methodology)));
        yield return ("Действует с", Cell.Date(methodology.InForceFrom));
        if (methodology.Kind != MethodologyKind.LowResults)
        {
            yield return ("Правило", Cell.Text(IndicatorText.Rule(methodology), CellStyle.Wrap));
            foreach (var indicator in IndicatorCatalogue.Of(methodology.Kind))
            {
                yield return ($"{indicator.Number()}. {indicator.Title()}", Cell.Text(IndicatorText.Rule(indicator, methodology)));
            }

            foreach (var leftOut in methodology.LeftOutTypes)
            {
                yield return ($"Не оценивается: {leftOut.Type.RussianName()}", Cell.Text(leftOut.Reason));
            }

            yield break;
        }

        yield return ("Порог доли неуспешных, %", Cell.Number(methodology.ThresholdPercent));
        yield return ("Сравнение с порогом", Cell.Text(methodology.Comparator == ThresholdComparator.AtLeast ? "не менее" : "более"));
        yield return ("Критерий A", Cell.Text(AnnexText.CriterionA(methodology)));
        yield return ("Критерий B", Cell.Text(AnnexText.CriterionB(methodology)));
        yield return ("Наименьшее число участников", Cell.Integer(methodology.MinParticipants));
        yield return ("Филиалы", Cell.Text(methodology.Branches == BranchRule.Alone ? "оцениваются отдельно" : "учитываются вместе с головной школой"));
        yield return ("Процедуры", Cell.Text(string.Join(", ", list.Procedures)));
        foreach (var leftOut in methodology.LeftOutTypes)
        {
            yield return ($"Не оценивается: {leftOut.Type.RussianName()}", Cell.Text(leftOut.Reason));
        }
    }
}
