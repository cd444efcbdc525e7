using System.CommandLine;
using System.Security.Cryptography;
using NewsroomPortal.Features.People;
using NewsroomPortal.Foundation.Audit;
using NewsroomPortal.Foundation.Language;

namespace NewsroomPortal.Shell.Commands;

/// <summary><c>user add EMAIL --role ROLE</c>, <c>user list</c>, <c>user disable EMAIL</c>, <c>user enable EMAIL</c>.</summary>
internal static class UserCommand
{
    private static readonly Argument<string> Email = new("EMAIL") { Description = "The person's email address." };

    private static readonly Option<string[]> Roles = new("--role")
    {
        Description = $"{string.Join(", ", RoleNames.All.Keys)}; may be given several times.",
        HelpName = "ROLE",
        Required = true,
    };

    private static readonly Option<string?> Name = new("--name") { Description = "The name shown to others (else what stands before the @).", HelpName = "NAME" };

    private static readonly Option<string?> Password = new("--password") { Description = "At least 12 characters (else one is made and printed).", HelpName = "PASSWORD" };

    public static Command Create()
    {
        Roles.Validators.Add(given =>
        {
            foreach (var unknown in given.GetValueOrDefault<string[]>()?.Where(role => !RoleNames.All.ContainsKey(role)) ?? [])
            {
                given.AddError($"The role '{unknown}' is not known. Give {string.Join(", ", RoleNames.All.Keys)}.");
            }
        });
        var add = new Command("add", "Makes an account at once, without an invitation.") { Email, Roles, Name, Password };
        add.SetAction(Add);
        var list = new Command("list", "Lists the accounts: email, roles, name.");
        list.SetAction(List);
        var disable = new Command("disable", "Ends somebody's sessions; they can sign in no more.") { Email };
        disable.SetAction((line, cancel) => Change(line, (register, person) => register.Disable(Actor.Portal, person), "shell.userDisabled", cancel));
        var enable = new Command("enable", "Lets somebody sign in again.") { Email };
        enable.SetAction((line, cancel) => Change(line, (register, person) => register.Enable(Actor.Portal, person), "shell.userEnabled", cancel));
        return new Command("user", "Accounts from the command line.") { add, list, disable, enable };
    }

    private static async Task<int> Add(ParseResult line, CancellationToken cancel)
    {
        await using var app = await Portal.Open(line, alone: false, cancel);
        var email = line.GetValue(Email)!;
        var password = line.GetValue(Password) ?? RandomNumberGenerator.GetString("abcdefghijkmnopqrstuvwxyz23456789", 20);
        var roles = line.GetValue(Roles)!.Aggregate(Role.None, (all, role) => all | RoleNames.All[role]);
        var outcome = await app.Services.GetRequiredService<PeopleRegister>()
            .Add(Actor.Portal, line.GetValue(Name) ?? email.Split('@')[0], email, password, roles);
        return Report(app, outcome.Refusal, words => line.GetValue(Password) is null
            ? words.Say("shell.userAddedWithPassword", email, RoleNames.Of(roles), password)
            : words.Say("shell.userAdded", email, RoleNames.Of(roles)));
    }

    private static async Task<int> List(ParseResult line, CancellationToken cancel)
    {
        await using var app = await Portal.Open(line, alone: false, cancel);
        foreach (var person in await app.Services.GetRequiredService<PeopleRegister>().List())
        {
            Console.WriteLine($"{person.Email}\t{RoleNames.Of(person.Roles)}\t{person.Name}{(person.Disabled ? "\tdisabled" : "")}");
        }
        return CommandLine.Done;
    }

    private static async Task<int> Change(ParseResult line, Func<PeopleRegister, string, Task<Outcome>> change, string done, CancellationToken cancel)
    {
        await using var app = await Portal.Open(line, alone: false, cancel);
        var register = app.Services.GetRequiredService<PeopleRegister>();
        var email = line.GetValue(Email)!;
        var outcome = await register.Find(email) is { } person ? await change(register, person.Id) : Outcome.Refused("people.unknownEmail", email);
        return Report(app, outcome.Refusal, words => words.Say(done, email));
    }

    private static int Report(WebApplication app, Refusal? refusal, Func<Words, string> done)
    {
        var words = app.Services.GetRequiredService<Words>();
        if (refusal is not null)
        {
            Console.Error.WriteLine(words.Say(refusal.Word, refusal.Values));
            return CommandLine.Refused;
        }
        Console.WriteLine(done(words));
        return CommandLine.Done;
    }
}
