using Microsoft.AspNetCore.Diagnostics;

namespace EffectiveSchool.Web.Pages;

[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class StatusModel : PageModel
{
    /// <summary>Imports live until they are stored or given up; the browser's «back» leads to their addresses all the same.</summary>
    private static readonly (string Start, string Heading, string Explanation, string Address, string Link)[] OverImports =
    [
        ("/roadmaps/imports/", "Этот план уже записан или забыт", "Записанная дорожная карта открывается со страницы своей программы; новый план загружают там же.", "/programmes", "К программам"),
        ("/schools/import/", "Этот файл реестра уже записан или забыт", "Записанные школы стоят в реестре; новый файл загружают оттуда же.", "/schools", "К реестру школ"),
    ];

    public string Heading { get; private set; } = "";

    public string Explanation { get; private set; } = "";

    /// <summary>Where to go on.</summary>
    public (string Address, string Text) Link { get; private set; } = ("/", "На главную");

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        var path = HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? "";
        if (code == StatusCodes.Status404NotFound && Array.Find(OverImports, i => path.StartsWith(i.Start, StringComparison.Ordinal)) is { Start: not null } over)
        {
            (Heading, Explanation, Link) = (over.Heading, over.Explanation, (over.Address, over.Link));
            return;
        }

        (Heading, Explanation) = Sentences(code);
    }

    private static (string Heading, string Explanation) Sentences(int code) => code switch
    {
        403 => ("Сюда доступа нет", "Для вашей роли эта страница закрыта. Если она нужна для работы, обратитесь к администратору."),
        404 => ("Такой страницы нет", "Возможно, в адресе ошибка или эта запись не из вашего региона, муниципалитета или школы."),
        413 => ("Файл слишком большой", "Загружайте файлы до 100 МБ каждый; большую выгрузку разделите на несколько файлов."),
        400 => ("Запрос не принят", "Страница устарела или была отправлена не полностью. Откройте её заново и повторите."),
        _ => ("Запрос не выполнен", $"Портал ответил кодом {code}. Откройте страницу заново и повторите."),
    };
}
