using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Reports.Lists;

namespace EffectiveSchool.Web.Pages.Lists;

/// <summary>«Что, если»: who would join and leave under other conditions, for the list or for one school. Reads only.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class WhatIfModel(WhatIfDocuments documents) : PageModel
{
    /// <summary>Rows of a table on the page; the workbook has them all.</summary>
    public const int MostRows = 200;

    public ListCover Cover { get; private set; } = null!;

    public WhatIfForm Form { get; private set; } = new();

    public WhatIfChange Change { get; private set; } = null!;

    /// <summary>What of the form does not fit, a sentence a field: then nothing is counted.</summary>
    public IReadOnlyDictionary<string, string> Refusals { get; private set; } = new Dictionary<string, string>();

    /// <summary>Why there is nothing to change here; null for a list by markers.</summary>
    public string? WhyNot => Cover.Heading.Methodology.Kind.WhyNoMarkers();

    /// <summary>The list under the change; null on the page of one school.</summary>
    public WhatIfDocument? Document { get; private set; }

    /// <summary>The school asked for; null on the page of the list.</summary>
    public ListRow? Row { get; private set; }

    public IReadOnlyList<WhatIfLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, [FromQuery] WhatIfForm form, CancellationToken cancellationToken)
    {
        if (form.School is { } schoolId)
        {
            if (await documents.SchoolAsync(id, schoolId, form, cancellationToken) is not { } school)
            {
                return NotFound();
            }

            (Cover, Row, Lines) = school;
        }
        else
        {
            if (await documents.FindAsync(id, form, cancellationToken) is not { } found)
            {
                return NotFound();
            }

            (Cover, Document) = found;
        }

        Form = form;
        Refusals = form.Refusals(Cover.Basis.Procedures);
        Change = form.ToChange(Cover.Basis.Procedures);
        return Page();
    }
}
