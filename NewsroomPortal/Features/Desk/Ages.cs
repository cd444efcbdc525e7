using NewsroomPortal.Foundation.Language;

namespace NewsroomPortal.Features.Desk;

/// <summary>How long ago something was, in the largest unit that is full.</summary>
internal static class Ages
{
    public static string Say(Words words, TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => words["desk.age.now"],
        { TotalHours: < 1 } => words.Say("desk.age.minutes", (int)age.TotalMinutes),
        { TotalDays: < 1 } => words.Say("desk.age.hours", (int)age.TotalHours),
        _ => words.Say("desk.age.days", (int)age.TotalDays),
    };
}
