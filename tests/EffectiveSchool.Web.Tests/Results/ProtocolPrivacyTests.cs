using System.IO.Compression;
using System.Text;
using EffectiveSchool.Imports.Tables;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EffectiveSchool.Web.Tests.Results;

/// <summary>After a protocol with pupils' names has come in nothing the portal keeps holds a letter of a name.</summary>
public sealed class ProtocolPrivacyTests(Portal portal) : IClassFixture<Portal>
{
    private const string Surname = "Заповедникова";

    private static readonly object?[] Header = ["Код ОО", "Фамилия", "Имя", "Отчество", "Экзамен", "Дата экзамена", "Балл", "Этап"];

    private static readonly object?[][] Rows =
    [
        ["900001", Surname, "Анна", "Петровна", "ЕГЭ Русский язык", "28.05.2024", 20, "основной"],
        ["900001", "Ежов", "Егор", "Петрович", "ЕГЭ Русский язык", "28.05.2024", 61, "основной"],
        ["900001", Surname, "Анна", "Петровна", "ЕГЭ Русский язык", "28.06.2024", 30, "пересдача"],
        [Surname, "900001", "Анна", "Петровна", "ЕГЭ Русский язык", "28.05.2024", 20, "основной"],
        ["900001", "Сдвигов", "Анна", "Петровна", Surname, Surname, Surname, Surname],
        ["900002", Surname, "Анна", "Петровна", "ЕГЭ Русский язык", "28.05.2024", Surname, "основной"],
    ];

    [Fact]
    public async Task A_protocol_is_added_up_and_nothing_of_its_names_is_kept_anywhere()
    {
        var logs = Directory.CreateTempSubdirectory("portal-log-");
        try
        {
            await using (var logged = portal.WithWebHostBuilder(b => b.UseSetting("Logs:Folder", logs.FullName)))
            {
                var visitor = await VisitAsync(logged);
                Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
                var book = new TestWorkbook().Sheet("Протокол " + Surname, [Header, .. Rows]);
                var csv = Encoding.GetEncoding(1251).GetBytes(string.Join("\r\n", Rows.Prepend(Header).Select(r => string.Join(';', r))));
                var page = await visitor.UploadAsync(("ЕГЭ.xlsx", book.ToBytes()), ("ЕГЭ.csv", csv));
                Assert.Equal([1, 0, 1, 6], page.Tallies());
                Assert.Contains("ЕГЭ.xlsx, лист «лист 1», A5", page.Rows().Select(r => r[0]));
                Assert.DoesNotContain(Surname, page.Body!.TextContent, StringComparison.Ordinal);
                Assert.Contains("Фамилии не сохранены", page.Body!.TextContent, StringComparison.Ordinal);

                foreach (var link in page.QuerySelectorAll("th.file-name a"))
                {
                    var kept = await visitor.DownloadAsync(link.GetAttribute("href")!);
                    Assert.False(Holds(kept), link.TextContent);
                    using var stream = new MemoryStream(kept);
                    using var table = TableFile.Open(stream);
                    Assert.Equal(TableFormat.Xlsx, table.Format);
                }

                Assert.False(Holds(await visitor.DownloadAsync($"/results/uploads/{page.Id()}/errors")));
                await visitor.StoreAsync(page);
                Assert.Contains("Participants = 2, Failed = 1", Assert.Single(await portal.StoredAsync(2024)), StringComparison.Ordinal);

                // Pasted, and without headings that say so: still no table to keep.
                var pasted = await visitor.SubmitAsync(await visitor.OpenAsync("/results/uploads/new"), "form[action*=Paste]", new()
                {
                    ["Pasted"] = "Кто\tСколько\n" + string.Concat(Enumerable.Repeat($"{Surname} Анна Петровна\t20\n", 5)),
                });
                Assert.DoesNotContain(Surname, pasted.Body!.TextContent, StringComparison.Ordinal);
            }

            Assert.Empty(await TracesAsync());
            Assert.NotEmpty(logs.GetFiles());
            Assert.All(logs.GetFiles(), f => Assert.False(Holds(File.ReadAllBytes(f.FullName)), f.Name));
        }
        finally
        {
            logs.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_walk_finds_a_name_where_there_is_one()
    {
        await using var db = portal.Open();
        await db.Municipalities.Where(m => m.Name == TestRegion.ForeignMunicipality).ExecuteUpdateAsync(s => s.SetProperty(m => m.Name, Surname));
        Assert.Equal(["municipalities.name"], await TracesAsync());
        await db.Municipalities.Where(m => m.Name == Surname).ExecuteUpdateAsync(s => s.SetProperty(m => m.Name, TestRegion.ForeignMunicipality));
        Assert.True(Holds(new TestWorkbook().Sheet("1", [Surname]).ToBytes()));
    }

    private static async Task<Visitor> VisitAsync(WebApplicationFactory<Program> logged)
    {
        var visitor = new Visitor(logged.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = true }));
        await visitor.SignInAsync(TestRegion.Municipal, TestRegion.Password);
        return visitor;
    }

    /// <summary>Columns of any table that hold the surname in any encoding, in a packed workbook too.</summary>
    private async Task<IReadOnlyList<string>> TracesAsync()
    {
        await using var connection = new NpgsqlConnection(portal.Database.Owner);
        await connection.OpenAsync();
        var columns = new List<(string Table, string Column, bool IsBytes)>();
        await using (var list = new NpgsqlCommand(
            "select table_name, column_name, data_type = 'bytea' from information_schema.columns where table_schema = 'public' and data_type in ('text', 'character varying', 'bytea', 'json', 'jsonb', 'ARRAY') order by 1, 2", connection))
        await using (var reader = await list.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                columns.Add((reader.GetString(0), reader.GetString(1), reader.GetBoolean(2)));
            }
        }

        Assert.Contains(("import_file_contents", "bytes", true), columns);
        Assert.Contains(("import_rows", "as_written", false), columns);
        var traces = new List<string>();
        foreach (var (table, column, isBytes) in columns)
        {
            await using var read = new NpgsqlCommand($"select \"{column}\"{(isBytes ? "" : "::text")} from \"{table}\" where \"{column}\" is not null", connection);
            await using var rows = await read.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                if (Holds(isBytes ? rows.GetFieldValue<byte[]>(0) : Encoding.UTF8.GetBytes(rows.GetString(0))))
                {
                    traces.Add($"{table}.{column}");
                }
            }
        }

        return traces;
    }

    private static bool Holds(byte[] bytes)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.GetEncoding(1251) })
        {
            foreach (var spelling in new[] { Surname, Surname.ToUpperInvariant(), Surname.ToLowerInvariant() })
            {
                if (bytes.AsSpan().IndexOf(encoding.GetBytes(spelling)) >= 0)
                {
                    return true;
                }
            }
        }

        if (!bytes.AsSpan().StartsWith("PK"u8))
        {
            return false;
        }

        using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        return archive.Entries.Any(entry =>
        {
            using var part = entry.Open();
            using var content = new MemoryStream();
            part.CopyTo(content);
            return Holds(content.ToArray());
        });
    }
}
