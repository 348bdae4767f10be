using System.Text;
using Microsoft.AspNetCore.Identity;

namespace EffectiveSchool.Testing;

/// <content>What belongs to persons, and programmes.</content>
public sealed partial record TestRecords
{
    private static async Task<Guid> AddPeopleRowsAsync(PortalDb db, int regionId)
    {
        foreach (var user in await db.Users.ToListAsync())
        {
            db.UserClaims.Add(new IdentityUserClaim<Guid> { UserId = user.Id, ClaimType = "test", ClaimValue = "1" });
            db.UserLogins.Add(new IdentityUserLogin<Guid> { UserId = user.Id, LoginProvider = "test", ProviderKey = user.Id.ToString() });
            db.UserTokens.Add(new IdentityUserToken<Guid> { UserId = user.Id, LoginProvider = "test", Name = "test", Value = "1" });
            db.ActivationLinks.Add(ActivationLink.Issue(user.Id, user.Id, DateTimeOffset.UnixEpoch).Link);
            db.UserUploads.Add(new UserUpload { AuthorId = user.Id, FileName = "люди.csv", Bytes = [1], CreatedAt = DateTimeOffset.UnixEpoch });
            db.ReminderSettings.Add(new ReminderSettings { UserId = user.Id });
            db.DigestLetters.Add(new DigestLetter { UserId = user.Id, Day = new DateOnly(2026, 11, 20), State = DigestState.Sent, At = DateTimeOffset.UnixEpoch });
            if (user.Role == PortalRole.RegionalCoordinator)
            {
                db.Set<RegistryUpload>().Add(new RegistryUpload
                {
                    RegionId = user.RegionId!.Value, AuthorId = user.Id, FileName = "реестр.csv", Bytes = [1], CreatedAt = DateTimeOffset.UnixEpoch,
                });
            }
        }

        var spare = new PortalUser
        {
            DisplayName = "Второй наблюдатель",
            Role = PortalRole.Observer,
            RegionId = regionId,
            UserName = "spare@test.local",
            NormalizedUserName = "SPARE@TEST.LOCAL",
            Email = "spare@test.local",
            NormalizedEmail = "SPARE@TEST.LOCAL",
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        db.Users.Add(spare);
        db.HandOvers.Add(new HandOver
        {
            RegionId = regionId,
            FromUserId = spare.Id,
            ToUserId = spare.Id,
            Since = new DateOnly(2026, 9, 1),
            OrderNumber = "1-к",
            OrderDate = new DateOnly(2026, 8, 31),
            At = DateTimeOffset.UnixEpoch,
        });
        await db.SaveChangesAsync();
        return spare.Id;
    }

    /// <summary>A programme with a roadmap of each region, municipality and school.</summary>
    private static async Task<(int Programme, int Roadmap, int Upload)> AddProgrammesAsync(PortalDb db, List<School> schools, List<Municipality> municipalities, Municipality north)
    {
        Programme[] programmes =
        [
            .. municipalities.Select(m => m.RegionId).Distinct().Select(r => new Programme { RegionId = r }),
            .. municipalities.Select(m => new Programme { RegionId = m.RegionId, MunicipalityId = m.Id }),
            .. schools.Select(s => new Programme { RegionId = s.RegionId, MunicipalityId = s.MunicipalityId, SchoolId = s.Id }),
        ];
        foreach (var programme in programmes)
        {
            Agree(programme.Describe("Программа", new DateOnly(Year, 1, 1), new DateOnly(Year, 12, 31), new ProgrammePassport { Aim = "Помочь школам" }));
        }

        db.Programmes.AddRange(programmes);
        await db.SaveChangesAsync();
        AgreeMunicipal(db, programmes);
        var roadmaps = programmes.Select(p => new Roadmap
        {
            ProgrammeId = p.Id, RegionId = p.RegionId, Name = "План", FileName = "план.xlsx", Sha256 = new string('c', 64), Author = "тест", CreatedAt = DateTimeOffset.UnixEpoch,
        }).ToList();
        foreach (var (roadmap, programme) in roadmaps.Zip(programmes))
        {
            roadmap.Add(["1. Раздел"], null, new ActivityWords("1.1", "Совещание", "УО", "протокол"), TermReader.Read("Ежеквартально", programme.Period));
            roadmap.Add(["1. Раздел"], null, new ActivityWords("1.2", "Педсовет в каждой ШНРО", "директор", "не менее 90 % педагогов"), TermReader.Read("Март", programme.Period));
        }

        db.Roadmaps.AddRange(roadmaps);
        await AmendAsync(db, roadmaps, programmes[0].Period);
        var regional = programmes.First(p => p.RegionId == north.RegionId);
        var upload = new RoadmapUpload
        {
            ProgrammeId = regional.Id,
            AuthorId = await db.Users.Where(u => u.Role == PortalRole.RegionalCoordinator && u.RegionId == north.RegionId).Select(u => u.Id).FirstAsync(),
            FileName = "план.csv",
            Bytes = Encoding.UTF8.GetBytes("№;Мероприятие;Срок\n1;Совещание;Март\n"),
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
        db.RoadmapUploads.Add(upload);
        await db.SaveChangesAsync();
        await AddWorksAsync(db, programmes, schools);
        return (regional.Id, roadmaps.Find(r => r.ProgrammeId == regional.Id)!.Id, upload.Id);
    }
}
