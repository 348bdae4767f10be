namespace EffectiveSchool.Web.Pages;

[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class StatusModel : PageModel
{
    public string Heading { get; private set; } = "";

    public string Explanation { get; private set; } = "";

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code) => (Heading, Explanation) = code switch
    {
        403 => ("Сюда доступа нет", "Для вашей роли эта страница закрыта. Если она нужна для работы, обратитесь к администратору."),
        404 => ("Такой страницы нет", "Возможно, в адресе ошибка или эта запись не из вашего региона, муниципалитета или школы."),
        413 => ("Файл слишком большой", "Загружайте файлы до 100 МБ каждый; большую выгрузку разделите на несколько файлов."),
        400 => ("Запрос не принят", "Страница устарела или была отправлена не полностью. Откройте её заново и повторите."),
        _ => ("Запрос не выполнен", $"Портал ответил кодом {code}. Откройте страницу заново и повторите."),
    };
}
