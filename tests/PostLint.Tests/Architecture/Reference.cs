using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace PostLint.Tests.Architecture;

/// <summary>That a member uses a type, as the compiled assembly says: in its signature, its fields or its instructions.</summary>
/// <param name="From">The type that the member belongs to; what the compiler nested in it counts as it.</param>
/// <param name="Member">The member.</param>
/// <param name="To">The type that is used.</param>
public sealed record Reference(Type From, string Member, Type To)
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<ushort, OpCode> s_opCodes = typeof(OpCodes)
        .GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (ushort)code.Value);

    /// <summary>All references of an assembly's types to types of the project.</summary>
    public static IEnumerable<Reference> Of(Assembly assembly) => assembly.GetTypes().SelectMany(Of).Distinct();

    private static IEnumerable<Reference> Of(Type type)
    {
        Type outer = Outermost(type);
        IEnumerable<(string Member, Type? To)> used = Bases(type).Select(used => ("its bases", used));
        foreach (FieldInfo field in type.GetFields(All))
            used = used.Append((field.Name, field.FieldType));
        foreach (MethodBase method in type.GetMembers(All).OfType<MethodBase>())
            used = used.Concat(UsedBy(method).Select(to => (method.Name, to)));
        return from one in used
            from part in Parts(one.To)
            let to = Outermost(part)
            where to != outer && to.Namespace is { } room && room.StartsWith("PostLint", StringComparison.Ordinal)
            select new Reference(outer, one.Member, to);
    }

    private static IEnumerable<Type?> Bases(Type type) => type.GetInterfaces().Append(type.BaseType);

    private static IEnumerable<Type?> UsedBy(MethodBase method)
    {
        foreach (ParameterInfo parameter in method.GetParameters())
            yield return parameter.ParameterType;
        if (method is MethodInfo { ReturnType: var returned })
            yield return returned;
        if (method.GetMethodBody() is not { } body)
            yield break;
        foreach (LocalVariableInfo local in body.LocalVariables)
            yield return local.LocalType;
        foreach (int token in TokensOf(body.GetILAsByteArray()!))
        {
            Type[]? ofType = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
            Type[]? ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
            MemberInfo member = method.Module.ResolveMember(token, ofType, ofMethod)!;
            yield return member as Type ?? member.DeclaringType;
            if (member is MethodInfo { IsGenericMethod: true } generic)
            {
                foreach (Type argument in generic.GetGenericArguments())
                    yield return argument;
            }
        }
    }

    /// <summary>The tokens of members in the instructions of a method.</summary>
    private static IEnumerable<int> TokensOf(byte[] code)
    {
        for (int at = 0; at < code.Length; )
        {
            ushort value = code[at++];
            if (value == 0xFE)
                value = (ushort)((value << 8) | code[at++]);
            OperandType operand = s_opCodes[value].OperandType;
            if (operand is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
                yield return BitConverter.ToInt32(code, at);
            at += operand switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }

    /// <summary>A type without arrays and pointers, and the arguments of a generic one.</summary>
    private static IEnumerable<Type> Parts(Type? type)
    {
        while (type is { HasElementType: true })
            type = type.GetElementType();
        if (type is null or { IsGenericParameter: true })
            yield break;
        yield return type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        foreach (Type part in type.GetGenericArguments().SelectMany(Parts))
            yield return part;
    }

    private static Type Outermost(Type type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type;
    }
}
