using EffectiveSchool.Data.Setup;
using EffectiveSchool.Web.Reminders;
using EffectiveSchool.Web.Setup;

var builder = WebApplication.CreateBuilder(args);
builder.AddPortalLogging();
await using var database = await PortalDatabase.OpenAsync(builder);
builder.Services.AddPortalData(database.AppConnection);
builder.AddSignIn();
builder.AddPortalPages();
builder.AddDocuments();
builder.AddImports();
builder.AddProfiles();
builder.AddJobs(database.AppConnection);
builder.AddReminders();
builder.AddDemo();

var app = builder.Build();
await database.PrepareAsync(app);

app.UseSecurityHeaders();
app.UsePortalErrors();
app.UseRussian();
app.UseStaticFiles();
app.UseRouting();
app.UseRateLimiter();
app.UseAuthentication();
app.UseMiddleware<ScopeMiddleware>();
app.UseAuthorization();
app.MapRazorPages();
app.MapCalendar();
app.MapFallback("{**path}", () => Results.NotFound()).AllowAnonymous();
await app.RunAsync();
