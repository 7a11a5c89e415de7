using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Diagnostics;

/// <summary>
/// What a code fix can put in place of the code that is wrong: a type, a name, a value or a signature, the best first. It travels with the diagnostic, so that
/// only the specification has to know what is right.
/// </summary>
internal static class Replacements
{
    private const string Key = "Replacements";

    /// <summary>No replacement contains it.</summary>
    private const char Separator = '\n';

    public static ImmutableDictionary<string, string?> Of(params string[] replacements) =>
        ImmutableDictionary<string, string?>.Empty.Add(Key, string.Join(Separator.ToString(), replacements));

    public static string[] In(Diagnostic problem) =>
        problem.Properties.TryGetValue(Key, out string? replacements) && replacements is { Length: > 0 } ? replacements.Split(Separator) : [];
}
