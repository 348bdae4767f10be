using System.Reflection;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace EffectiveSchool.Web.Setup;

/// <summary>
/// An empty box gives an empty string to a field that cannot be null: what must be filled in is said by the form's validator,
/// in its own words, and no handler meets a null that its type forbids.
/// </summary>
public sealed class BlankStays : IDisplayMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        if (context.Key is { MetadataKind: ModelMetadataKind.Property, PropertyInfo: { } property } && property.PropertyType == typeof(string)
            && new NullabilityInfoContext().Create(property).WriteState == NullabilityState.NotNull)
        {
            context.DisplayMetadata.ConvertEmptyStringToNull = false;
        }
    }
}
