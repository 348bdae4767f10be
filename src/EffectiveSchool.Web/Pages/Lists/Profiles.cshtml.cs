using EffectiveSchool.Data.Lists;

namespace EffectiveSchool.Web.Pages.Lists;

/// <summary>Profiles of the schools of a list as one zip: printed in the background, downloaded when ready.</summary>
[Authorize(Policies.ManageLists)]
public sealed class ProfilesModel(ListDocuments documents, ProfileArchives archives) : PageModel
{
    private const string SecondsToNextLook = "2";

    [BindProperty]
    public ProfilesForm Form { get; set; } = new() { Which = ProfilesForm.Listed };

    public ListCover Cover { get; private set; } = null!;

    public IReadOnlyList<ArchiveLine> Archives { get; private set; } = [];

    public IReadOnlyList<MunicipalityChoice> Municipalities { get; private set; } = [];

    public (int All, int Listed) Schools { get; private set; }

    public ArchiveLine? Printing => Archives.FirstOrDefault(a => a.State == ArchiveState.Printing);

    public Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken) => ShowAsync(id, cancellationToken);

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(id, cancellationToken);
        }

        if (await documents.CoverAsync(id, cancellationToken) is null)
        {
            return NotFound();
        }

        return Answer(id, await archives.BeginAsync(id, Form, cancellationToken), "Печать началась. Страницу можно закрыть: архив останется здесь на сутки.");
    }

    public async Task<IActionResult> OnPostCancelAsync(int id, [FromForm] int archive, CancellationToken cancellationToken) =>
        Answer(id, await archives.GiveUpAsync(id, archive, cancellationToken), "От печати отказались: архива не будет.");

    public async Task<IActionResult> OnGetZipAsync(int id, [FromQuery] int archive, CancellationToken cancellationToken) =>
        await documents.CoverAsync(id, cancellationToken) is { } cover && await archives.OpenAsync(id, archive, cancellationToken) is { } zip
            ? File(zip, "application/zip", $"Профили школ, перечень на {cover.Heading.ForYear} год.zip")
            : NotFound();

    private async Task<IActionResult> ShowAsync(int id, CancellationToken cancellationToken)
    {
        if (await documents.CoverAsync(id, cancellationToken) is not { } cover)
        {
            return NotFound();
        }

        Cover = cover;
        Archives = await archives.OfAsync(id, cancellationToken);
        Municipalities = await archives.MunicipalitiesAsync(id, cancellationToken);
        Schools = await archives.CountAsync(id, cancellationToken);
        if (Printing is not null)
        {
            // The page looks again by itself, without scripts.
            Response.Headers["Refresh"] = SecondsToNextLook;
        }

        return Page();
    }

    private RedirectResult Answer(int id, string? refusal, string done)
    {
        TempData[refusal is null ? "Done" : "Refused"] = refusal ?? done;
        return Redirect($"/lists/{id}/profiles");
    }
}
