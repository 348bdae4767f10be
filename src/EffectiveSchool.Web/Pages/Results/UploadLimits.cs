using EffectiveSchool.Imports.Tables;
using EffectiveSchool.Web.Setup;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace EffectiveSchool.Web.Pages.Results;

/// <summary>How much one upload may bring.</summary>
public static class UploadLimits
{
    public const int MostFiles = 20;

    /// <summary>Bytes of all files together; the rest of <see cref="PagesSetup.LargestRequest"/> is for the form around them.</summary>
    public const long MostBytes = 200L * 1024 * 1024;

    /// <summary>Bytes of a pasted text in a form, where a Russian letter takes six and a tab three.</summary>
    public const int PastedBytes = 6 * PastedTable.MostCharacters;

    public const string TooMuch = "Файлы вместе больше 200 МБ, поэтому ничего не загружено. Загрузите их несколькими частями.";

    /// <summary>A sentence that says why a pasted text is no table, or null.</summary>
    public static string? CheckPasted(string? text) => string.IsNullOrWhiteSpace(text) ? "Вставьте таблицу: поле пустое."
        : text.Length > PastedTable.MostCharacters ? "Вставлено больше 2 миллионов знаков. Сохраните таблицу файлом и загрузите файл."
        : null;

    /// <summary>A sentence that says what exceeds the limits, or null.</summary>
    public static string? Check(IReadOnlyList<IFormFile> files)
    {
        if (files.Count == 0)
        {
            return "Выберите хотя бы один файл.";
        }

        if (files.Count > MostFiles)
        {
            return $"Выбрано файлов: {files.Count}, а за один раз можно загрузить не больше {MostFiles}. Ничего не загружено.";
        }

        if (files.FirstOrDefault(f => f.Length > TableFile.MostBytes) is { } big)
        {
            return $"Файл «{Path.GetFileName(big.FileName)}» больше 100 МБ, поэтому ничего не загружено. Разделите его на несколько файлов или удалите лишние листы и картинки.";
        }

        return files.Sum(f => f.Length) > MostBytes ? TooMuch : null;
    }
}

/// <summary>Answers a request beyond the limit before its body is read: the server itself would only cut it off.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RefuseTooMuchAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>After the policies and before the antiforgery check, which reads the body.</summary>
    public int Order => 500;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (request.ContentLength > PagesSetup.LargestRequest)
        {
            var factory = context.HttpContext.RequestServices.GetRequiredService<ITempDataDictionaryFactory>();
            var tempData = factory.GetTempData(context.HttpContext);
            tempData["Refused"] = UploadLimits.TooMuch;
            tempData.Save();
            context.Result = new RedirectResult(request.Path);
        }
    }
}
