using System.Text.Encodings.Web;
using System.Text.Unicode;
using EffectiveSchool.Data.Events;
using EffectiveSchool.Data.Monitoring;
using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Domain;
using EffectiveSchool.Web.Files;
using EffectiveSchool.Web.Journal;
using EffectiveSchool.Web.Listing;
using EffectiveSchool.Web.Pages.Admin.Users;
using EffectiveSchool.Web.Pages.Admin.Users.Import;
using EffectiveSchool.Web.Pages.Curators;
using EffectiveSchool.Web.Pages.Curators.Agreements;
using EffectiveSchool.Web.Pages.Events;
using EffectiveSchool.Web.Pages.Execution;
using EffectiveSchool.Web.Pages.Lists;
using EffectiveSchool.Web.Pages.Meetings;
using EffectiveSchool.Web.Pages.Monitoring;
using EffectiveSchool.Web.Pages.Objections;
using EffectiveSchool.Web.Pages.Lists.Federal;
using EffectiveSchool.Web.Pages.Overview;
using EffectiveSchool.Web.Pages.Publications;
using EffectiveSchool.Web.Pages.Results.Campaigns;
using EffectiveSchool.Web.Pages.Schools;
using EffectiveSchool.Web.Pages.Schools.Import;
using EffectiveSchool.Web.Pages.Works;
using FluentValidation;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.WebEncoders;

namespace EffectiveSchool.Web.Setup;

public static class PagesSetup
{
    /// <summary>The largest request: several files of at most <c>TableFile.MostBytes</c> each.</summary>
    public const long LargestRequest = 220L * 1024 * 1024;

    public static void AddPortalPages(this WebApplicationBuilder builder)
    {
        // Outside Development too, for a portal that runs from its build folder; a published one has these files in wwwroot.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
        });
        builder.Services.Configure<FormOptions>(o =>
        {
            o.MultipartBodyLengthLimit = LargestRequest;

            // A table of 1 000 schools in one form, three fields a row.
            o.ValueCountLimit = 4096;
        });
        builder.Services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.Configure<RouteOptions>(o => o.LowercaseUrls = true);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddScoped<OverviewQueries>().AddScoped<CampaignOverviewQuery>();
        builder.Services.AddScoped<Authors>().AddScoped<Attachments>();
        builder.Services.AddScoped<SchoolRights>().AddScoped<SchoolLines>().AddScoped<SchoolExport>().AddScoped<SchoolDocuments>().AddScoped<SchoolEditing>().AddScoped<SchoolFromRow>().AddScoped<RegistryImport>();
        builder.Services.AddScoped<CampaignQuery>();
        builder.Services.AddScoped<ObjectionQueries>().AddScoped<ListLife>().AddScoped<OrderUpload>();
        builder.Services.AddScoped<WhatIfDocuments>();
        builder.Services.AddScoped<Slips>().AddScoped<HandingOver>().AddScoped<UserImport>();
        builder.Services.AddSingleton<KeptCounts>().AddScoped<ListDocuments>().AddScoped<ListComparing>();
        builder.Services.AddScoped<JournalRows>().AddScoped<SourceLinks>().AddScoped<JournalMarks>().AddScoped<ResultHistory>();
        builder.Services.AddScoped<FederalLevelQuery>().AddScoped<Pages.Roadmaps.RoadmapImport>();
        builder.Services.AddScoped<CuratorFigures>().AddScoped<Assigning>().AddScoped<AgreementLines>().AddScoped<CuratorOverview>();
        builder.Services.AddScoped<WorkBatch>().AddScoped<WorkChanges>().AddScoped<Pages.Roadmaps.ResponsibleChoices>();
        builder.Services.AddScoped<WorkFanOut>().AddScoped<WorkDesk>().AddScoped<ReportDesk>().AddScoped<WorkActors>().AddScoped<DueReportQuery>().AddScoped<ExecutionQuery>();
        builder.Services.AddScoped<PlanDesk>().AddScoped<Pages.Programmes.ProgrammePlaces>().AddScoped<Pages.Roadmaps.Carrying>();
        builder.Services.AddScoped<Pages.Pictures.PlanQuery>();
        builder.Services.AddScoped<EventDesk>().AddScoped<EventLines>().AddScoped<EventChoices>().AddScoped<EventRights>().AddScoped<EventWorks>().AddScoped<EventSchoolLines>();
        builder.Services.AddScoped<ParticipantImport>().AddScoped<EventFigures>();
        builder.Services.AddScoped<MonitoringDesk>().AddScoped<MonitoringQueries>().AddScoped<AnswersWorkbook>().AddScoped<AnswersImport>().AddScoped<SiteDesk>().AddScoped<SiteQueries>().AddScoped<MeetingQueries>();
        builder.Services.AddRazorPages(options =>
            {
                options.Conventions.ConfigureFilter(new AutoValidateAntiforgeryTokenAttribute());
                foreach (var picture in new[] { "Timeline", "Progress", "Load" })
                {
                    options.Conventions.AddPageRoute($"/Pictures/{picture}", $"/programmes/{{id:int}}/{picture.ToLowerInvariant()}");
                }
            })
            .AddMvcOptions(options =>
            {
                options.Filters.Add<HandlerPolicyFilter>(0);
                options.Filters.Add<ValidationFilter>(1);
                options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
                options.ModelMetadataDetailsProviders.Add(new BlankStays());
                SpeakRussian(options.ModelBindingMessageProvider);
            })
            // No script reads those attributes, and the hidden item of a summary carries a style that the policy forbids.
            .AddViewOptions(options => options.HtmlHelperOptions.ClientValidationEnabled = false);
        ValidatorOptions.Global.LanguageManager.Culture = RussianCulture.Value;
        foreach (var validator in AssemblyScanner.FindValidatorsInAssembly(typeof(PagesSetup).Assembly, includeInternalTypes: true))
        {
            builder.Services.AddScoped(validator.InterfaceType, validator.ValidatorType);
        }
    }

    public static void UseRussian(this WebApplication app) => app.UseRequestLocalization(new RequestLocalizationOptions
    {
        DefaultRequestCulture = new(RussianCulture.Value),
        SupportedCultures = [RussianCulture.Value],
        SupportedUICultures = [RussianCulture.Value],
        RequestCultureProviders = [],
    });

    public static void UsePortalErrors(this WebApplication app)
    {
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/status/{0}");
    }

    private static void SpeakRussian(DefaultModelBindingMessageProvider messages)
    {
        messages.SetValueIsInvalidAccessor(value => $"Значение «{value}» не подходит.");
        messages.SetValueMustNotBeNullAccessor(_ => "Заполните это поле.");
        messages.SetMissingBindRequiredValueAccessor(_ => "Заполните это поле.");
        messages.SetMissingKeyOrValueAccessor(() => "Заполните это поле.");
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => $"Значение «{value}» не подходит.");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"Значение «{value}» не подходит.");
        messages.SetUnknownValueIsInvalidAccessor(_ => "Значение не подходит.");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Значение не подходит.");
        messages.SetValueMustBeANumberAccessor(_ => "Здесь нужно число.");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Здесь нужно число.");
    }
}
