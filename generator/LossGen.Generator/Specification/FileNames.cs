using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Specification;

/// <summary>Names for generated files: readable, ASCII, of bounded length, and different even where a file system ignores case.</summary>
internal static class FileNames
{
    private const int LongestName = 120;

    /// <summary><c>Namespace.Outer.Type_1.Method</c>, where <c>_1</c> is the number of a type's parameters.</summary>
    public static string Of(IMethodSymbol method)
    {
        var parts = new List<string> { method.Name };
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            parts.Insert(0, type.Arity == 0 ? type.Name : $"{type.Name}_{type.Arity.ToString(CultureInfo.InvariantCulture)}");
        }

        for (INamespaceSymbol space = method.ContainingNamespace; !space.IsGlobalNamespace; space = space.ContainingNamespace)
        {
            parts.Insert(0, space.Name);
        }

        string name = Ascii(string.Join(".", parts));
        return name.Length <= LongestName ? name : $"{name.Substring(0, LongestName)}_{Hash(name)}";
    }

    /// <summary>The names, in lower case, that more than one method has.</summary>
    public static EquatableArray<string> Collisions(IEnumerable<MethodSpec> methods) => methods
        .GroupBy(method => method.FileName.ToLowerInvariant(), StringComparer.Ordinal)
        .Where(group => group.Count() > 1)
        .Select(group => group.Key)
        .OrderBy(name => name, StringComparer.Ordinal)
        .ToEquatableArray();

    /// <summary>The name of the method's file; a hash of the signature is added only where another method has the same name.</summary>
    public static string Of(MethodSpec method, EquatableArray<string> collisions) => collisions.Contains(method.FileName.ToLowerInvariant())
        ? $"{method.FileName}_{Hash(method.CollisionKey)}.g.cs"
        : $"{method.FileName}.g.cs";

    private static string Ascii(string name)
    {
        var ascii = new StringBuilder(name.Length);
        foreach (char character in name)
        {
            bool isPlain = character is '.' or '_' or (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z');
            _ = isPlain ? ascii.Append(character) : ascii.Append('_').Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
        }

        return ascii.ToString();
    }

    /// <summary>FNV-1a with 32 bits: the same on every machine and in every run, which <see cref="string.GetHashCode()"/> is not.</summary>
    private static string Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char character in text)
        {
            hash = unchecked((hash ^ character) * 16777619);
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
