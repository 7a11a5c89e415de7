using LossGen.Generator.Formula;
using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>What the entry method hands to a kernel: how the kernel declares it, and what the entry method gives for it.</summary>
internal sealed record KernelParameter(string Declaration, string Argument)
{
    /// <summary>Everything that a kernel is handed.</summary>
    public static IEnumerable<KernelParameter> Of(LossSpec spec, KernelPlan plan, ShapeText shape) =>
    [
        .. MemoryOf(spec).Select(memory => new KernelParameter($"ref {memory.Type} {memory.KernelName}", $"ref {memory.StartName}")),
        new("nuint rows", "(nuint)rows"),
        .. UsesFirst(spec) ? [new KernelParameter("nuint first", "(nuint)first")] : Array.Empty<KernelParameter>(),
        .. shape.Lengths.Select(length => new KernelParameter($"nuint {length}", $"(nuint){length}")),
        .. UsesUpstream(plan) ? [new KernelParameter($"{spec.Scalar.Keyword()} upstream", "upstream")] : Array.Empty<KernelParameter>(),
        .. UsesUpstreamScale(spec) ? [new KernelParameter($"{spec.Scalar.Keyword()} upstreamScale", "upstreamScale")] : Array.Empty<KernelParameter>(),
        .. ContinuesTotal(plan) ? [new KernelParameter($"ref {TotalTypeOf(plan)} totalOfBlocks", $"ref Unsafe.NullRef<{TotalTypeOf(plan)}>()")] : Array.Empty<KernelParameter>(),
    ];

    /// <summary>What a kernel for whole blocks hands to the one that computes other rows, with the same parameters and a total of its own.</summary>
    /// <param name="spec">What is computed.</param>
    /// <param name="blocks">How whole blocks are computed.</param>
    /// <param name="shape">Where a row's scores are.</param>
    /// <param name="first">The first of the other rows.</param>
    /// <param name="count">How many there are.</param>
    public static IEnumerable<string> ArgumentsOfRows(LossSpec spec, KernelPlan blocks, ShapeText shape, string first, string count) =>
    [
        .. MemoryOf(spec).Select(memory => $"ref Unsafe.Add(ref {memory.KernelName}, {first}{(shape.ElementsOfRow(memory.Role) is { } elements and not "1" ? $" * {elements}" : "")})"),
        count,
        .. UsesUpstream(blocks) ? (string[])[ExpressionText.UpstreamName] : [],
        "ref total",
    ];

    /// <summary>Whether a kernel may have to add its rows' losses to those of blocks that another method has computed.</summary>
    public static bool ContinuesTotal(KernelPlan plan) => plan.WholeBlocks is not null;

    private static string TotalTypeOf(KernelPlan plan) => new Dialect(plan.Scalar, plan.Lanes).TotalType;

    /// <summary>The memory that a kernel is handed by its first element.</summary>
    public static IEnumerable<KernelMemory> MemoryOf(LossSpec spec) =>
    [
        .. RoleText.All(spec)
            .Where(role => role.IsSpan)
            .Select(role => new KernelMemory(role.Role, role.ElementType, role.Role == Role.Upstream ? "upstreams" : role.Name, $"{role.Name}Start", role.Name)),
        .. UsesFirst(spec) ? [new KernelMemory(Role.ColumnLabels, spec.LabelType, "columnLabels", "columnLabelsStart", "labels")] : Array.Empty<KernelMemory>(),
    ];

    /// <summary>Whether a kernel is told which row it begins with, and the labels of all: each row of a square matrix is a column too.</summary>
    public static bool UsesFirst(LossSpec spec) => spec is { IsParallel: true, Scores: SimilarityMatrix { IsSquare: true } };

    /// <summary>Whether the rows' gradients carry a factor that only the batch tells.</summary>
    public static bool UsesUpstream(KernelPlan plan) => plan.Values.SelectMany(ExpressionTree.Nodes).Any(node => node is Upstream { IsOfRow: false });

    /// <summary>Whether the upstream factor of each row is divided by what the mean is.</summary>
    public static bool UsesUpstreamScale(LossSpec spec) => spec.HasUpstreamOfRows && spec.HasDivisor;
}

/// <summary>
/// Memory of a parameter: its role, its elements' type, what the kernel calls its first element, and what the entry method calls that and the span.
/// </summary>
internal sealed record KernelMemory(Role Role, string Type, string KernelName, string StartName, string SpanName);
