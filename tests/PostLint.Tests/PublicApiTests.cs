using System.Reflection;
using System.Text;
using PostLint.Rules;

namespace PostLint.Tests;

/// <summary>
/// What packs are compiled against is written down in <c>PublicApi.txt</c>: a change of it is seen, and meant. Run with
/// <c>POSTLINT_UPDATE_FIXTURES=1</c> to write it anew, and read the difference:
/// a line that goes breaks packs, and wants a new minor number.
/// </summary>
public sealed class PublicApiTests
{
    private static readonly string s_approved = Path.Combine(Repository.Root, "tests", "PostLint.Tests", "PublicApi.txt");
    private static readonly Assembly[] s_assemblies =
    [
        typeof(PostLint.Engine.Rule).Assembly,
        typeof(PostLint.Assets.MetadataSheet).Assembly,
        typeof(Linter).Assembly,
        typeof(PostLint.Triage.Assessment).Assembly,
        typeof(BuiltInPack).Assembly,
    ];

    [Fact]
    public void The_public_API_is_the_approved_one()
    {
        var text = new StringBuilder();
        foreach (
            Type type in s_assemblies
                .SelectMany(assembly => assembly.GetExportedTypes())
                .OrderBy(type => type.FullName, StringComparer.Ordinal)
        )
            Write(type, text);
        if (Environment.GetEnvironmentVariable("POSTLINT_UPDATE_FIXTURES") is "1")
            File.WriteAllText(s_approved, text.ToString());

        File.ReadAllText(s_approved).Should().Be(text.ToString());
    }

    /// <summary>Packs, editors and the command need no more; what would make it grow is internal, or an argument.</summary>
    [Fact]
    public void The_public_API_has_fewer_than_300_types() =>
        s_assemblies
            .Concat([typeof(PostLint.NRules.ReteEngine).Assembly, typeof(PostLint.Server.LanguageServer).Assembly])
            .Sum(assembly => assembly.GetExportedTypes().Length)
            .Should()
            .BeLessThan(300);

    /// <summary>The built-in rules are no API: what else needs them goes through the catalogue.</summary>
    [Fact]
    public void Of_the_built_in_pack_only_the_pack_is_public() =>
        typeof(BuiltInPack).Assembly.GetExportedTypes().Should().Equal(typeof(BuiltInPack));

    private static void Write(Type type, StringBuilder text)
    {
        bool hasParent = type.BaseType is { } parent && parent != typeof(object) && !type.IsEnum && !type.IsValueType;
        text.Append($"{type.FullName}{KindOf(type)}{(hasParent ? $" : {Name(type.BaseType!)}" : "")}\n");
        IEnumerable<string> members = type.IsEnum
            ? Enum.GetNames(type)
            : type.GetMembers(
                    BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly
                )
                .Select(Describe)
                .OfType<string>();
        foreach (string member in members.Order(StringComparer.Ordinal).Distinct())
            text.Append($"  {member}\n");
    }

    private static string KindOf(Type type) =>
        type switch
        {
            { IsEnum: true } => " enum",
            { IsInterface: true } => " interface",
            { IsValueType: true } => " struct",
            { IsAbstract: true, IsSealed: true } => " static",
            { IsAbstract: true } => " abstract",
            { IsSealed: true } => " sealed",
            _ => "",
        };

    private static string GenericOf(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string? Describe(MemberInfo member) =>
        member switch
        {
            ConstructorInfo constructor when IsOpen(constructor) => $"new({Parameters(constructor)})",
            MethodInfo method when IsOpen(method) && !method.IsSpecialName && !IsGenerated(method) =>
                $"{Name(method.ReturnType)} {method.Name}{GenericOf(method)}({Parameters(method)})",
            PropertyInfo property
                when (property.GetMethod ?? property.SetMethod) is { } accessor
                    && IsOpen(accessor)
                    && property.Name != "EqualityContract" => (
                $"{Name(property.PropertyType)} {property.Name} {{ "
                + $"get;{(property.SetMethod is { } setter && IsOpen(setter) ? " set;" : "")} }}"
            ),
            FieldInfo { IsPublic: true } field => $"{Name(field.FieldType)} {field.Name}",
            _ => null,
        };

    private static bool IsOpen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    /// <summary>What the compiler writes for records.</summary>
    private static bool IsGenerated(MethodInfo method) =>
        method.Name is "ToString" or "GetHashCode" or "Equals" or "PrintMembers" or "<Clone>$" or "Deconstruct"
        || method.Name.Contains('.', StringComparison.Ordinal);

    private static string Parameters(MethodBase method) =>
        string.Join(
            ", ",
            method
                .GetParameters()
                .Select(parameter => $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? " = …" : "")}")
        );

    private static string Name(Type type)
    {
        if (type.IsByRef)
            return $"ref {Name(type.GetElementType()!)}";
        if (type.IsArray)
            return $"{Name(type.GetElementType()!)}[]";
        if (!type.IsGenericType)
            return type.Name;
        return $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }
}
