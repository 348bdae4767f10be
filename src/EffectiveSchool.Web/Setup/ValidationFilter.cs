using System.Reflection;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.Filters;

namespace EffectiveSchool.Web.Setup;

/// <summary>Runs the FluentValidation validator of every bound form before its handler; errors land in ModelState.</summary>
public sealed class ValidationFilter(IServiceProvider services) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (HttpMethods.IsPost(context.HttpContext.Request.Method))
        {
            foreach (var property in context.HandlerInstance.GetType().GetProperties().Where(p => p.GetCustomAttribute<BindPropertyAttribute>() is not null))
            {
                await ValidateAsync(context, property);
            }
        }

        await next();
    }

    private async Task ValidateAsync(PageHandlerExecutingContext context, PropertyInfo property)
    {
        var type = typeof(IValidator<>).MakeGenericType(property.PropertyType);
        if (services.GetService(type) is not IValidator validator || property.GetValue(context.HandlerInstance) is not { } form)
        {
            return;
        }

        var outcome = await validator.ValidateAsync(new ValidationContext<object>(form), context.HttpContext.RequestAborted);
        foreach (var error in outcome.Errors)
        {
            context.ModelState.AddModelError($"{property.Name}.{error.PropertyName}", error.ErrorMessage);
        }
    }
}
