using EffectiveSchool.Domain.Registry;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace EffectiveSchool.Web.Pages.Schools;

/// <summary>What the fields of a school's form need, on the page of a new and of a stored school alike.</summary>
public sealed record SchoolFormView(SchoolForm Form, IReadOnlyList<Municipality> Municipalities, bool IsStored, ModelStateDictionary State)
{
    /// <summary>The sentence beside a field, or null.</summary>
    public string? Error(string field) => State.TryGetValue("Form." + field, out var entry) && entry.Errors is [var first, ..] ? first.ErrorMessage : null;

    /// <summary>«is-invalid» where the field was refused.</summary>
    public string? Invalid(string field) => Error(field) is null ? null : "is-invalid";
}
