namespace NewsroomPortal.Features.Editing;

public static class EditingSetup
{
    public static IServiceCollection AddEditing(this IServiceCollection services)
    {
        services.AddSingleton<ChangeLog>();
        services.AddSingleton<DocumentAccessPolicy>();
        services.AddSingleton<Authority>();
        services.AddSingleton<Following>();
        services.AddHostedService(provider => provider.GetRequiredService<Following>());
        return services;
    }
}
