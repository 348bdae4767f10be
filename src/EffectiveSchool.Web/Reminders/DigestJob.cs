using EffectiveSchool.Web.Mail;
using Quartz;

namespace EffectiveSchool.Web.Reminders;

/// <summary>Sends daily letters whenever there are any to send.</summary>
public sealed class DigestJob(Digest digest, MailSettings settings) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (!settings.On)
        {
            context.Result = JobRunReport.Skipped("почта выключена");
            return;
        }

        var outcome = await digest.SendAsync(cancellationToken);
        context.Result = outcome switch
        {
            { Faults: > 0 } => JobRunReport.Failed(outcome.ToString()),
            { Sent: 0, Nothing: 0 } => JobRunReport.Skipped(),
            _ => JobRunReport.Succeeded(outcome.ToString()),
        };
    }
}
