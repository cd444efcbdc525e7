using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using NewsroomPortal.Foundation.Data;

namespace NewsroomPortal.Tests;

/// <summary>The rooms and their arrows, read from the compiled assembly: a room uses only those listed before it.</summary>
public sealed class HousePlanTests
{
    private static readonly string[] Rooms =
    [
        "Foundation.Changes", "Foundation.Hugo", "Foundation.Rendering", "Foundation.Language", "Foundation.Settings", "Foundation.Data", "Foundation.Audit",
        "Features.People", "Features.Editing", "Features.Articles", "Features.Taxonomy", "Features.Media", "Features.Search", "Features.Review",
        "Features.Publishing", "Features.Desk",
        "Shell",
    ];

    private static readonly Assembly Portal = typeof(NewsroomDb).Assembly;

    [Fact]
    public void Every_type_lives_in_a_room()
    {
        var homeless = OwnTypes().Where(type => RoomOf(type) < 0 && type.FullName is not ("Program" or "NewsroomPortal._Imports")).Select(type => type.FullName);
        Assert.Empty(homeless);
    }

    [Fact]
    public void A_room_uses_only_rooms_before_it()
    {
        var wrong = (
            from type in OwnTypes()
            let room = RoomOf(type)
            where room >= 0
            from used in Uses(type).Distinct()
            let other = RoomOf(used)
            where other > room
            select $"{type.FullName} ({Rooms[room]}) uses {used.FullName} ({Rooms[other]})").Distinct().Order();
        Assert.Empty(wrong);
    }

    private static IEnumerable<Type> OwnTypes() => Portal.GetTypes().Where(type =>
        type.FullName is { } name && !type.IsDefined(typeof(CompilerGeneratedAttribute)) && type.DeclaringType is null
        && (type.Namespace?.StartsWith("NewsroomPortal", StringComparison.Ordinal) ?? !name.StartsWith('<')));

    private static int RoomOf(Type type)
    {
        var place = type.Namespace is { } space && space.StartsWith("NewsroomPortal.", StringComparison.Ordinal) ? space["NewsroomPortal.".Length..] : "";
        return Array.FindIndex(Rooms, room => place == room || place.StartsWith(room + ".", StringComparison.Ordinal));
    }

    private static IEnumerable<Type> Uses(Type type)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        IEnumerable<Type?> signature =
        [
            type.BaseType, .. type.GetInterfaces(),
            .. type.GetFields(All).Select(field => field.FieldType),
            .. type.GetProperties(All).Select(property => property.PropertyType),
            .. type.CustomAttributes.Select(attribute => attribute.AttributeType),
        ];
        var methods = type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All));
        var used = signature.Concat(methods.SelectMany(UsesOfMethod)).SelectMany(Parts);
        return used.Concat(type.GetNestedTypes(All).SelectMany(Uses)).Select(Outermost);
    }

    private static IEnumerable<Type?> UsesOfMethod(MethodBase method)
    {
        IEnumerable<Type?> signature =
        [
            (method as MethodInfo)?.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType),
            .. method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? [],
        ];
        return signature.Concat(MembersCalled(method));
    }

    private static IEnumerable<Type?> MembersCalled(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        Type[]? ofType = method.DeclaringType is { IsGenericType: true } generic ? generic.GetGenericArguments() : null;
        Type[]? ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < code.Length;)
        {
            var instruction = code[at] == 0xFE ? TwoByte[code[at + 1]] : OneByte[code[at]];
            at += instruction.Size;
            if (instruction.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                var member = method.Module.ResolveMember(BitConverter.ToInt32(code, at), ofType, ofMethod);
                yield return member as Type ?? member?.DeclaringType;
                foreach (var argument in member is MethodInfo { IsGenericMethod: true } called ? called.GetGenericArguments() : [])
                {
                    yield return argument;
                }
            }
            at += SizeOfOperand(instruction, code, at);
        }
    }

    private static int SizeOfOperand(OpCode instruction, byte[] code, int at) => instruction.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };

    private static IEnumerable<Type> Parts(Type? type)
    {
        if (type is null || type.IsGenericParameter)
        {
            return [];
        }
        return type.HasElementType ? Parts(type.GetElementType())
            : type.IsConstructedGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
            : [type];
    }

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static readonly Dictionary<byte, OpCode> OneByte = Codes(1);
    private static readonly Dictionary<byte, OpCode> TwoByte = Codes(2);

    private static Dictionary<byte, OpCode> Codes(int size) => typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).Where(code => code.Size == size).ToDictionary(code => unchecked((byte)code.Value));
}
