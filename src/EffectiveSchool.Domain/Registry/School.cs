namespace EffectiveSchool.Domain.Registry;

/// <summary>Where a school stands.</summary>
public enum SettlementKind
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>Город.</summary>
    Urban,

    /// <summary>Село.</summary>
    Rural,
}

/// <summary>Whether a school works.</summary>
public enum SchoolStatus
{
    /// <summary>Действует.</summary>
    Active,

    /// <summary>Присоединена к другой школе.</summary>
    Merged,

    /// <summary>Закрыта.</summary>
    Closed,
}

/// <summary>A code of a school with its validity.</summary>
public sealed class SchoolCode
{
    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The school.</summary>
    public int SchoolId { get; private set; }

    /// <summary>The region, within which the value is unique for its kind.</summary>
    public int RegionId { get; internal set; }

    /// <summary>Kind of the code.</summary>
    public required SchoolCodeKind Kind { get; init; }

    /// <summary>Digits as <see cref="SchoolCodes.Normalise"/> gives them.</summary>
    public required string Value { get; init; }

    /// <summary>In force from, or null where not known.</summary>
    public DateOnly? ValidFrom { get; set; }

    /// <summary>Last day in force, or null while in force.</summary>
    public DateOnly? ValidTo { get; set; }
}

/// <summary>A name a school had before: history stays.</summary>
public sealed class FormerSchoolName
{
    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The school.</summary>
    public int SchoolId { get; private set; }

    /// <summary>The name it bore.</summary>
    public required string Name { get; init; }

    /// <summary>The last day it bore it.</summary>
    public required DateOnly Until { get; init; }
}

/// <summary>A school (школа / ОО) of the registry (domain.md §3).</summary>
public sealed class School
{
    private readonly List<SchoolCode> _codes = [];
    private readonly List<FormerSchoolName> _formerNames = [];

    /// <summary>Internal key: codes change, this does not.</summary>
    public int Id { get; private set; }

    /// <summary>The region.</summary>
    public required int RegionId { get; init; }

    /// <summary>The municipality.</summary>
    public int MunicipalityId { get; set; }

    /// <summary>Short name, e.g. «МБОУ Устьянская СОШ».</summary>
    public required string Name
    {
        get;
        set
        {
            field = value;
            RefreshSearchText();
        }
    }

    /// <summary>Full name, or null where not known.</summary>
    public string? FullName
    {
        get;
        set
        {
            field = value;
            RefreshSearchText();
        }
    }

    /// <summary>Type.</summary>
    public SchoolType Type { get; set; } = SchoolType.Unknown;

    /// <summary>Legal form, e.g. «МБОУ»; null where not known.</summary>
    public string? LegalForm { get; set; }

    /// <summary>Status.</summary>
    public SchoolStatus Status { get; set; }

    /// <summary>Head school of a branch (филиал), otherwise null.</summary>
    public int? HeadSchoolId { get; private set; }

    /// <summary>Town or village.</summary>
    public SettlementKind Settlement { get; set; }

    /// <summary>Number of pupils, ≥ 0; null where not known.</summary>
    public int? Pupils { get; set; }

    /// <summary>Number of teachers, ≥ 0; null where not known.</summary>
    public int? Teachers { get; set; }

    /// <summary>Site address, or null.</summary>
    public string? Site { get; set; }

    /// <summary>Contacts for signed-in people with a need (phone, office e-mail), or null.</summary>
    public string? Contacts { get; set; }

    /// <summary>What search compares with: names and codes as <see cref="SchoolNames.ForSearch"/> writes them.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Codes, past ones among them.</summary>
    public IReadOnlyCollection<SchoolCode> Codes => _codes;

    /// <summary>Names it had before.</summary>
    public IReadOnlyCollection<FormerSchoolName> FormerNames => _formerNames;

    /// <summary>Renames the school and keeps the old name in its history. The same name changes nothing.</summary>
    /// <param name="name">New short name.</param>
    /// <param name="today">The last day of the old name.</param>
    public void Rename(string name, DateOnly today)
    {
        if (name == Name)
        {
            return;
        }

        _formerNames.Add(new FormerSchoolName { Name = Name, Until = today });
        Name = name;
    }

    /// <summary>Gives the school a code; a different current code of the same kind is closed the day before.</summary>
    /// <param name="kind">Kind.</param>
    /// <param name="digits">Digits as <see cref="SchoolCodes.Normalise"/> gives them.</param>
    /// <param name="today">First day of the new code where it replaces another.</param>
    public void SetCode(SchoolCodeKind kind, string digits, DateOnly today)
    {
        var current = CurrentCode(kind);
        if (current?.Value == digits)
        {
            return;
        }

        if (current?.ValidFrom == today)
        {
            // A slip corrected on the day it was made was never in force.
            _codes.Remove(current);
        }
        else
        {
            current?.ValidTo = today.AddDays(-1);
        }

        if (_codes.Find(c => c.Kind == kind && c.Value == digits) is { } earlier)
        {
            // A code is written once a school: one that comes back is in force again.
            earlier.ValidTo = null;
            return;
        }

        _codes.Add(new SchoolCode
        {
            Kind = kind,
            Value = digits,
            ValidFrom = current is null ? null : today,
            RegionId = RegionId,
        });
        RefreshSearchText();
    }

    /// <summary>Ends the code of that kind without another in its place; search still finds the school by it.</summary>
    /// <param name="kind">Kind.</param>
    /// <param name="today">The last day in force.</param>
    public void EndCode(SchoolCodeKind kind, DateOnly today) => CurrentCode(kind)?.ValidTo = today;

    /// <summary>The code of that kind in force, or null.</summary>
    public SchoolCode? CurrentCode(SchoolCodeKind kind) => _codes.Find(c => c.Kind == kind && c.ValidTo is null);

    /// <summary>Makes the school a branch of another.</summary>
    /// <param name="head">The head school; stored already, for its key is what is kept.</param>
    /// <returns>A Russian sentence where that cannot be, otherwise null.</returns>
    /// <exception cref="ArgumentException">The head school has no key yet.</exception>
    public string? BecomeBranchOf(School head)
    {
        if (ReferenceEquals(head, this) || (Id != 0 && head.Id == Id))
        {
            return "Школа не может быть филиалом самой себя.";
        }

        if (head.HeadSchoolId is not null)
        {
            return $"«{head.Name}» сама филиал: укажите головную школу.";
        }

        if (head.RegionId != RegionId)
        {
            return $"«{head.Name}» — школа другого региона: укажите головную школу своего.";
        }

        if (head.Id == 0)
        {
            throw new ArgumentException("Store the head school before its branches: it has no key yet.", nameof(head));
        }

        HeadSchoolId = head.Id;
        return null;
    }

    /// <summary>Ends being a branch.</summary>
    public void BecomeIndependent() => HeadSchoolId = null;

    /// <summary>Rewrites <see cref="SearchText"/> after names or codes changed.</summary>
    public void RefreshSearchText() => SearchText = SchoolNames.ForSearch(string.Join(
        ' ',
        new[] { Name, FullName }.Concat(_formerNames.Select(n => n.Name)).Concat(_codes.Select(c => c.Value)).OfType<string>()));
}
