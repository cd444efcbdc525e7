namespace NewsroomPortal.Features.Editing;

public static class EditingSetup
{
    public static IServiceCollection AddEditing(this IServiceCollection services)
    {
        services.AddSingleton<ChangeLog>();
        services.AddSingleton<DocumentAccessPolicy>();
        services.AddSingleton<Authority>();
        return services;
    }
}
