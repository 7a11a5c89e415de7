using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Specification;

/// <summary>What a parameter is probably for whose name is no role.</summary>
internal static class NearestRole
{
    /// <summary>Of a shorter name that another one contains, too little is left to tell.</summary>
    private const int LeastLength = 3;

    /// <param name="parameter">The parameter.</param>
    /// <param name="method">Its method: a role that another parameter has is not meant.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="scalar">The type of the scores.</param>
    /// <returns>
    /// The name of the role whose name is most like the parameter's, or of the only one that takes its type, among those that the method lacks or among all; null if there is none.
    /// </returns>
    public static string? Of(IParameterSymbol parameter, IMethodSymbol method, LossTable loss, ScalarType scalar)
    {
        Role[] taken = [.. method.Parameters.Select(other => RoleDescription.OfName(other.Name, loss)?.Role).OfType<Role>()];
        RoleDescription[] free =
            [.. loss.Roles.Where(role => !taken.Any(other => RoleRules.Exclude(role, other))).Select(RoleDescription.Of)];
        string? alike = free
            .SelectMany(role => role.Names)
            .Where(name => AreAlike(parameter.Name.ToLowerInvariant(), name.ToLowerInvariant()))
            .OrderBy(name => Distance(parameter.Name.ToLowerInvariant(), name.ToLowerInvariant()))
            .FirstOrDefault();

        // A single number may be anything.
        string type = parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        RoleDescription[] ofThisType = [.. free.Where(role => type != scalar.Keyword() && role.TypesFor(scalar).Contains(type))];
        Role[] missing = [.. RoleRules.MissingFrom(loss, taken).SelectMany(alternatives => alternatives)];
        return alike ?? OnlyNameOf(ofThisType.Where(role => missing.Contains(role.Role))) ?? OnlyNameOf(ofThisType);
    }

    private static string? OnlyNameOf(IEnumerable<RoleDescription> roles) => roles.Take(2).Count() == 1 ? roles.First().Names[0] : null;

    private static bool AreAlike(string given, string name) =>
        (Math.Min(given.Length, name.Length) >= LeastLength && (given.Contains(name) || name.Contains(given)))
        || Distance(given, name) <= Math.Max(1, name.Length / 4);

    /// <summary>How many letters have to be put in, taken out, replaced or swapped with the next (F. Damerau, CACM 7, 1964; V. Levenshtein, 1965).</summary>
    private static int Distance(string given, string name)
    {
        int[,] distances = new int[given.Length + 1, name.Length + 1];
        for (int i = 0; i <= given.Length; i++)
        {
            for (int j = 0; j <= name.Length; j++)
            {
                distances[i, j] = Math.Min(i, j) == 0 ? Math.Max(i, j) : Shortest(i, j);
            }
        }

        return distances[given.Length, name.Length];

        int Shortest(int i, int j)
        {
            int replaced = distances[i - 1, j - 1] + (given[i - 1] == name[j - 1] ? 0 : 1);
            int shortest = Math.Min(replaced, 1 + Math.Min(distances[i - 1, j], distances[i, j - 1]));
            bool isSwapped = Math.Min(i, j) > 1 && given[i - 1] == name[j - 2] && given[i - 2] == name[j - 1];
            return isSwapped ? Math.Min(shortest, 1 + distances[i - 2, j - 2]) : shortest;
        }
    }
}
