using System.Reflection;
using Microsoft.AspNetCore.Mvc.Filters;

namespace EffectiveSchool.Web.Access;

/// <summary>A handler that asks for more than its page: Razor Pages authorise whole pages only.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HandlerPolicyAttribute(string policy) : Attribute
{
    public string Policy { get; } = policy;
}

/// <summary>Enforces <see cref="HandlerPolicyAttribute"/> before anything of the handler runs. A handler that the page does not have is no address.</summary>
public sealed class HandlerPolicyFilter(IAuthorizationService authorization) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerMethod is null && (context.HttpContext.Request.RouteValues.ContainsKey("handler") || context.HttpContext.Request.Query.ContainsKey("handler")))
        {
            context.Result = new NotFoundResult();
            return;
        }

        var policy = context.HandlerMethod?.MethodInfo.GetCustomAttribute<HandlerPolicyAttribute>()?.Policy;
        if (policy is not null && !(await authorization.AuthorizeAsync(context.HttpContext.User, policy)).Succeeded)
        {
            context.Result = new ForbidResult();
            return;
        }

        await next();
    }
}
