using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Specification;

/// <summary>Which parameters a method needs, and which cannot stand beside each other or alone.</summary>
internal static class RoleRules
{
    /// <summary>The roles that say what the others say, each with those that it takes the place of.</summary>
    private static readonly Dictionary<Role, Role[]> Rivals = new()
    {
        [Role.Label] = [Role.Labels],
        [Role.Targets] = [Role.Label, Role.Labels],
        [Role.Similarities] = [Role.Positives, Role.Negatives],
    };

    /// <param name="method">The method.</param>
    /// <param name="loss">Its loss.</param>
    /// <param name="scalar">The type of its scores.</param>
    /// <param name="parameters">Its parameters, all of them with a role that the loss knows.</param>
    /// <param name="problems">Where to add what is wrong.</param>
    /// <param name="cancellation">Asks to stop.</param>
    public static void Check(IMethodSymbol method, LossTable loss, ScalarType scalar, List<ParameterSpec> parameters, List<Diagnostic> problems, CancellationToken cancellation)
    {
        int before = problems.Count;
        for (int i = 0; i < parameters.Count; i++)
        {
            // Of two parameters with the same name the compiler complains itself.
            ParameterSpec? rival = parameters.Take(i)
                .FirstOrDefault(earlier => Exclude(earlier.Role, parameters[i].Role) && earlier.Name != parameters[i].Name);
            if (rival is not null)
            {
                problems.Add(Diagnostic.Create(Descriptors.ContradictoryRoles, LocationOf(parameters[i]), rival.Name, parameters[i].Name));
            }
        }

        Role[] given = [.. parameters.Select(parameter => parameter.Role)];
        string example = ExampleSignature.Of(method, loss, scalar, given);
        foreach (Role[] alternatives in MissingFrom(loss, given))
        {
            string missing = string.Join("' or '", alternatives.Select(NameOf));
            string[] signatures =
                [.. alternatives.Select(role => ExampleSignature.With([role], method, loss, scalar, cancellation)), .. ExampleSignature.All(method, loss, scalar)];
            problems.Add(Diagnostic.Create(
                Descriptors.MissingRole,
                method.Locations[0],
                Replacements.Of([.. signatures.Distinct()]),
                method.Name,
                missing,
                example));
        }

        // What contradicts or lacks something may be right as soon as that is.
        if (problems.Count == before)
        {
            foreach (ParameterSpec parameter in parameters)
            {
                Role[] companions = CompanionsOf(parameter.Role, loss, given);
                if (companions.Length > 0 && !companions.Any(given.Contains))
                {
                    problems.Add(Diagnostic.Create(
                        Descriptors.UselessParameter,
                        LocationOf(parameter),
                        Replacements.Of(example),
                        parameter.Name,
                        string.Join("' or '", companions.Select(NameOf)),
                        example));
                }
            }
        }

        Location LocationOf(ParameterSpec parameter) => method.Parameters.First(symbol => symbol.Name == parameter.Name).Locations[0];
    }

    /// <summary>Whether the scores of pairs are those of a matrix: where they are missing, what else is there tells what is meant.</summary>
    public static bool IsMatrix(Role[] given) => given.Contains(Role.Similarities)
        || (given.Any(role => role is Role.Labels or Role.ColumnLabels or Role.Gradient) && !HasSides(given));

    /// <summary>Whether something belongs to positives and negatives, each in memory of their own.</summary>
    private static bool HasSides(Role[] given) =>
        given.Any(role => role is Role.Positives or Role.Negatives or Role.PositiveGradient or Role.NegativeGradient);

    /// <summary>Whether only one of two roles can be taken.</summary>
    public static bool Exclude(Role one, Role other) => one == other || TakesPlaceOf(one, other) || TakesPlaceOf(other, one);

    private static bool TakesPlaceOf(Role one, Role other) => Rivals.TryGetValue(one, out Role[] rivals) && rivals.Contains(other);

    /// <summary>What a method lacks: one of each group.</summary>
    public static IEnumerable<Role[]> MissingFrom(LossTable loss, Role[] given) => NeededBy(loss, given).Where(alternatives => !alternatives.Any(given.Contains));

    /// <summary>What a method has to have: one of each group.</summary>
    private static Role[][] NeededBy(LossTable loss, Role[] given)
    {
        if (loss.IsClassification)
        {
            Role[] truths = [Role.Labels, Role.Label, Role.Targets];
            return [[Role.Logits], [.. truths.Where(loss.Roles.Contains)]];
        }

        return IsMatrix(given) ? [[Role.Similarities], [Role.Labels]]
            : HasSides(given) ? [[Role.Positives], [Role.Negatives]]
            : [[Role.Positives, Role.Similarities]];
    }

    /// <summary>The roles of which a role needs one to be of any use; none if it stands by itself.</summary>
    private static Role[] CompanionsOf(Role role, LossTable loss, Role[] given) => role switch
    {
        Role.Labels or Role.ColumnLabels or Role.Gradient when !loss.IsClassification => [Role.Similarities],
        Role.PositiveGradient => [Role.Positives],
        Role.NegativeGradient => [Role.Negatives],
        Role.Upstream when loss.IsClassification || IsMatrix(given) => [Role.Gradient],
        Role.Upstream => [Role.PositiveGradient, Role.NegativeGradient],
        _ => [],
    };

    private static string NameOf(Role role) => RoleDescription.Of(role).Names[0];
}
