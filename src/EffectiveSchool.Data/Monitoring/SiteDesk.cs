using EffectiveSchool.Data.Lists;
using EffectiveSchool.Domain.Monitoring;
using EffectiveSchool.Domain.Publications;

namespace EffectiveSchool.Data.Monitoring;

/// <summary>Begins rounds of site checks and writes down what people found, in one transaction with the journal.</summary>
public sealed class SiteDesk(PortalDb db)
{
    private const string ChangedByAnother = "Пока вы работали, отметки изменил кто-то другой, и ваши не записаны. Откройте страницу заново.";

    /// <summary>Stores a new round with a check of every school it means. Returns a refusal, or null.</summary>
    public Task<string?> BeginAsync(SiteCheckRound round, CancellationToken cancellationToken) => InOneAsync(
        async () =>
        {
            var schools = await new ChosenSchools(round.Schools, round.RegionId, round.MunicipalityId, round.ProgrammeId, round.Date.Year).IdsAsync(db, cancellationToken);
            if (schools.Count == 0)
            {
                return $"Проверять некого: {round.Schools.RussianName()} — таких школ сейчас нет.";
            }

            db.SiteCheckRounds.Add(round);
            await db.SaveChangesAsync(cancellationToken);
            db.SiteChecks.AddRange(schools.Select(s => new SiteCheck { RegionId = round.RegionId, RoundId = round.Id, SchoolId = s }));
            return null;
        },
        cancellationToken);

    /// <summary>Takes a step with a round or a check. Returns a refusal, or null.</summary>
    public Task<string?> MoveAsync(Func<string?> step, CancellationToken cancellationToken) => InOneAsync(() => Task.FromResult(step()), cancellationToken);

    private Task<string?> InOneAsync(Func<Task<string?>> work, CancellationToken cancellationToken) =>
        OneSnapshot.InAsync(db, work, ChangedByAnother, cancellationToken);
}
