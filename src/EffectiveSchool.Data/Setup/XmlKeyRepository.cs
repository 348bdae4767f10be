using System.Xml.Linq;
using EffectiveSchool.Data.Scope;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace EffectiveSchool.Data.Setup;

/// <summary>Keeps the data protection keys in the database: the package that does this does not restore (stack.md).</summary>
public sealed class XmlKeyRepository(IServiceProvider services) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = services.CreateScopeAs(AccessScope.System);
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        return [.. db.DataProtectionKeys.Select(k => k.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = services.CreateScopeAs(AccessScope.System);
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.DataProtectionKeys.Add(new DataProtectionKeyRow { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
