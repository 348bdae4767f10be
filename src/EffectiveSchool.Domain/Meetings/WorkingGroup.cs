namespace EffectiveSchool.Domain.Meetings;

/// <summary>A working group (рабочая группа) of the region or of a municipality.</summary>
public sealed class WorkingGroup
{
    /// <summary>The longest name, characters.</summary>
    public const int LongestName = 300;

    /// <summary>The most members.</summary>
    public const int MostMembers = 60;

    private readonly List<GroupMember> _members = [];

    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The region.</summary>
    public required int RegionId { get; init; }

    /// <summary>The municipality whose group it is; null for the region's.</summary>
    public int? MunicipalityId { get; init; }

    /// <summary>Name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>By what it was set up: «приказ № 12 от 03.02.2026»; empty where it is not said.</summary>
    public string Basis { get; private set; } = "";

    /// <summary>Members; personal data: seen by the coordinators alone, never in the journal.</summary>
    public IReadOnlyList<GroupMember> Members => _members;

    /// <summary>Sets name and basis. Returns a refusal in Russian, or null.</summary>
    public string? Describe(string? name, string? basis)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName || basis?.Length > LongestName)
        {
            return $"Укажите название рабочей группы; название и основание — не длиннее {LongestName} знаков.";
        }

        (Name, Basis) = (name.Trim(), basis?.Trim() ?? "");
        return null;
    }

    /// <summary>Adds a member: an account of the portal, or a person by name. Returns a refusal, or null.</summary>
    /// <param name="userId">The account; null for a person without one.</param>
    /// <param name="personName">Surname and initials; the name of the role for an account.</param>
    /// <param name="post">Post.</param>
    public string? Add(Guid? userId, string? personName, string? post)
    {
        if (string.IsNullOrWhiteSpace(personName) || personName.Length > GroupMember.Longest || post?.Length > GroupMember.Longest)
        {
            return $"Выберите учётную запись или укажите фамилию и инициалы; имя и должность — не длиннее {GroupMember.Longest} знаков.";
        }

        if (userId is null && string.IsNullOrWhiteSpace(post))
        {
            return "Укажите должность: по ней участника узнают в протоколе.";
        }

        if (_members.Count == MostMembers)
        {
            return $"В группе уже {MostMembers} участников.";
        }

        if (_members.Exists(m => userId is null ? m.UserId is null && m.PersonName == personName.Trim() && m.Post == post!.Trim() : m.UserId == userId))
        {
            return "Этот участник в группе уже есть.";
        }

        _members.Add(new GroupMember { UserId = userId, PersonName = personName.Trim(), Post = post?.Trim() ?? "" });
        return null;
    }

    /// <summary>Takes a member out. Returns a refusal, or null.</summary>
    public string? Remove(int memberId) => _members.RemoveAll(m => m.Id == memberId) == 0 ? "Такого участника в группе нет." : null;
}

/// <summary>A member of a working group.</summary>
public sealed class GroupMember
{
    /// <summary>The longest name or post, characters.</summary>
    public const int Longest = 200;

    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The group.</summary>
    public int GroupId { get; private set; }

    /// <summary>The account; null for a person without one.</summary>
    public Guid? UserId { get; init; }

    /// <summary>Surname and initials; the name of the role for an account.</summary>
    public required string PersonName { get; init; }

    /// <summary>Post; may be empty for an account.</summary>
    public required string Post { get; init; }
}
