using System.Text;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Imports.Tables;
using EffectiveSchool.Web.Pages.Programmes;
using EffectiveSchool.Web.Pages.Results;

namespace EffectiveSchool.Web.Pages.Roadmaps;

/// <summary>A plan comes in: a file or a pasted table.</summary>
[Authorize(Policies.WriteProgrammes)]
public sealed class NewModel(PortalDb db, Person person, RoadmapImport import) : PageModel
{
    [BindProperty]
    public string? Pasted { get; set; }

    public Programme Programme { get; private set; } = null!;

    /// <summary>Whether the workbook to fill in opens for the reader.</summary>
    public bool MayDownload => person.May(Policies.ManageProgrammes);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken) => await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, IFormFile? file, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (file is null || file.Length == 0 || file.Length > RoadmapImport.MostBytes)
        {
            ModelState.AddModelError("file", file is null || file.Length == 0 ? "Выберите файл плана: он пуст или не выбран." : "Файл больше 20 МБ: для плана это слишком много. Проверьте, тот ли это файл.");
            return Page();
        }

        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancellationToken);
        return await CheckAsync(Path.GetFileName(file.FileName), content.ToArray(), cancellationToken);
    }

    public async Task<IActionResult> OnPostPasteAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (UploadLimits.CheckPasted(Pasted) is { } refusal)
        {
            ModelState.AddModelError(nameof(Pasted), refusal);
            return Page();
        }

        return await CheckAsync(PastedTable.FileName, Encoding.UTF8.GetBytes(Pasted!), cancellationToken);
    }

    private async Task<IActionResult> CheckAsync(string name, byte[] bytes, CancellationToken cancellationToken)
    {
        if (Programme.RefuseRewriting() is { } locked)
        {
            ModelState.AddModelError("", locked);
            return Page();
        }

        var upload = await import.KeepAsync(Programme.Id, name, bytes, cancellationToken);
        var read = RoadmapImport.Read(upload, Programme.Period, cancellationToken);
        if (read.Plan.Sheets.Count > 0)
        {
            return Redirect($"/roadmaps/imports/{upload.Id}");
        }

        await import.ForgetAsync(upload, cancellationToken);
        foreach (var refusal in read.Plan.Refusals)
        {
            ModelState.AddModelError("", $"{refusal.Reason} {refusal.WhatToDo}");
        }

        return Page();
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancellationToken)
    {
        var found = await db.Programmes.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
        if (found is null || !person.MayChange(found))
        {
            return false;
        }

        Programme = found;
        return true;
    }
}
