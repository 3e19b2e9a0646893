using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Output;
using PostLint.Profiles;

namespace PostLint.Packs;

/// <summary>
/// Loads packs that are class libraries: their public rules and extractors that can be made without arguments. Each has a load context of
/// its own, in which the libraries beside
/// it are found; PostLint itself is shared, so that its facts are the same kinds everywhere. Only where code can be loaded at run time: not
/// in the build that is compiled ahead of time.
/// </summary>
internal static class AssemblyPack
{
    /// <summary>Loads a pack.</summary>
    /// <param name="path">Full path of the class library.</param>
    /// <param name="taken">Ids of rules that exist already.</param>
    /// <exception cref="UserException">This build cannot load it, it is no pack, or it was compiled against another version of
    /// PostLint.</exception>
    [UnconditionalSuppressMessage(
        "Trimming",
        "IL2026",
        Justification = "Reached only where code is loaded at run time, which trimmed builds refuse first."
    )]
    public static Pack Load(string path, IReadOnlyCollection<string> taken)
    {
        if (!RuntimeFeature.IsDynamicCodeSupported)
            throw Wrong(
                path,
                "this build of PostLint is compiled ahead of time and loads no class libraries; use the one for the .NET "
                    + "runtime (dotnet tool install PostLint.Tool), or a pack as data (.yml)"
            );
        Assembly assembly = Open(path);
        CheckVersion(path, assembly);
        try
        {
            Type[] types = assembly.GetExportedTypes();
            Rule[] rules = [.. Made<Rule>(types), .. Made<IExternalRule>(types).Select(rule => Hosted(path, rule))];
            if (rules.Length == 0)
                throw Wrong(
                    path,
                    "it holds no rules: a rule is a public class that extends PostLint.Engine.Rule, or "
                        + "PostLint.NRules.FluentRule, and has a constructor without arguments"
                );
            foreach (Rule rule in rules)
            {
                if (taken.Contains(rule.Descriptor.Id))
                    throw Wrong(path, $"there is a rule {rule.Descriptor.Id} already");
            }
            return new(assembly.GetName().Name!, rules, [.. Made<IExtractor>(types)], new())
            {
                Version = assembly.GetName().Version?.ToString(3) ?? "",
            };
        }
        catch (Exception broken)
            when (broken
                    is TypeLoadException
                        or MissingMemberException
                        or FileNotFoundException
                        or FileLoadException
                        or ReflectionTypeLoadException
                        or TargetInvocationException
            )
        {
            Exception reason = broken is TargetInvocationException { InnerException: { } inner } ? inner : broken;
            throw Wrong(path, $"it does not fit this version of PostLint ({Own.ToString(3)}): {reason.Message.TrimEnd('.')}");
        }
    }

    /// <summary>A rule of another engine, which reads and compiles it now.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever an engine says against a rule is told as such.")]
    private static ExternalRule Hosted(string path, IExternalRule rule)
    {
        try
        {
            return new(rule);
        }
        catch (Exception broken)
        {
            string reasons = string.Join(": ", Causes(broken).Select(cause => cause.Message.TrimEnd('.')));
            throw Wrong(path, $"the rule {rule.GetType().Name} cannot be built: {reasons}");
        }
    }

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
            yield return cause;
    }

    private static Version Own => typeof(Rule).Assembly.GetName().Version!;

    [RequiresUnreferencedCode("Loads code.")]
    private static Assembly Open(string path)
    {
        GivenFile.Check(path);
        try
        {
            return new Context(path).LoadFromAssemblyPath(path);
        }
        catch (Exception failure) when (failure is BadImageFormatException or FileLoadException or FileNotFoundException)
        {
            throw Wrong(path, failure is BadImageFormatException ? "it is no .NET class library" : "it cannot be loaded");
        }
    }

    /// <summary>
    /// A pack fits the version that it was compiled against, and later ones that change nothing it needs: the same major, and no newer
    /// minor number.
    /// </summary>
    [RequiresUnreferencedCode("Reads references.")]
    private static void CheckVersion(string path, Assembly assembly)
    {
        AssemblyName? reference = assembly
            .GetReferencedAssemblies()
            .FirstOrDefault(other => other.Name == typeof(Rule).Assembly.GetName().Name);
        if (reference?.Version is null)
            throw Wrong(path, "it does not refer to PostLint, so that it holds no rules");
        if (Misfit(reference.Version, Own) is { } misfit)
            throw Wrong(path, misfit);
    }

    /// <summary>Why a pack that was compiled against one version cannot run with another; null where it can.</summary>
    internal static string? Misfit(Version needed, Version own)
    {
        if (needed.Major != own.Major || (own.Major == 0 && needed.Minor != own.Minor))
            return $"it was compiled against PostLint {needed.ToString(3)}, and this is {own.ToString(3)}; compile it against the "
                + $"package of this version";
        return needed > own
            ? $"it was compiled against PostLint {needed.ToString(3)}, which is newer than this, {own.ToString(3)}; update PostLint"
            : null;
    }

    [RequiresUnreferencedCode("Makes instances.")]
    private static IEnumerable<T> Made<T>(IEnumerable<Type> types)
        where T : class =>
        types
            .Where(type =>
                type is { IsAbstract: false, IsGenericType: false }
                && typeof(T).IsAssignableFrom(type)
                && type.GetConstructor(Type.EmptyTypes) is not null
            )
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (T)Activator.CreateInstance(type)!);

    private static UserException Wrong(string path, string message) => new([new(path, 0, 0, message)]);

    /// <summary>
    /// Finds the libraries beside a pack; what PostLint has loaded itself is shared, unless the pack needs a later version of it.
    /// </summary>
    private sealed class Context(string path) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(path))
    {
        private readonly AssemblyDependencyResolver _resolver = new(path);

        /// <summary>
        /// What PostLint itself has of a library of its own or of NRules, though it did not need it so far; null for nothing.
        /// </summary>
        private static Assembly? Own(AssemblyName name)
        {
            if (
                name.Name?.StartsWith("PostLint", StringComparison.Ordinal) != true
                && name.Name?.StartsWith("NRules", StringComparison.Ordinal) != true
            )
                return null;
            try
            {
                return Default.LoadFromAssemblyName(new AssemblyName(name.Name));
            }
            catch (FileNotFoundException)
            {
                return null;
            }
        }

        [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Reached only where code is loaded at run time.")]
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            Assembly? shared = Default.Assemblies.FirstOrDefault(known => known.GetName().Name == assemblyName.Name);
            string? beside = _resolver.ResolveAssemblyToPath(assemblyName);
            if (shared is null)
                return beside is null || Own(assemblyName) is not null ? null : LoadFromAssemblyPath(beside);
            // The facts and rules of a pack have to be those that PostLint knows, also where its own copies lie beside it.
            bool isOwn = assemblyName.Name!.StartsWith("PostLint", StringComparison.Ordinal);
            if (isOwn || assemblyName.Version is null || shared.GetName().Version >= assemblyName.Version)
                return shared;
            return beside is not null
                ? LoadFromAssemblyPath(beside)
                : throw new FileLoadException(
                    $"it needs {assemblyName.Name} {assemblyName.Version.ToString(3)}, and PostLint has "
                        + $"{shared.GetName().Version?.ToString(3)}; put that version beside the pack"
                );
        }
    }
}
