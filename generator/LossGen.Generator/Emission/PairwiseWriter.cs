using LossGen.Generator.Formula;
using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>Writes a row of a sum over all pairs: a loop over the positives around a pass over the negatives.</summary>
internal sealed class PairwiseWriter(SourceWriter writer, LossSpec spec, KernelPlan plan, SideText negatives, SideText positives, PassWriter passes)
{
    /// <summary>Where the pairs of the negatives are counted.</summary>
    public const string NegativeCounts = "negativeCounts";

    private const string PositiveCounts = "positiveCounts";

    /// <summary>Counters up to this number stand on the stack.</summary>
    private const int LargestOnStack = 2048;

    private readonly PairwisePlan pairwise = plan.Pairwise!;
    private readonly string scalar = spec.Scalar.Keyword();
    private readonly bool isShared = negatives.IsShared;

    private bool Counts => pairwise.Factor is not null;

    private int? KnownLength => isShared ? null : negatives.Plan.Length + positives.Plan.Length;

    /// <summary>Declares the memory that pairs are counted in, once for all rows.</summary>
    public void BeginBatch()
    {
        if (!Counts)
        {
            return;
        }

        writer.Line();
        writer.Line("// The derivative of a score is a number of pairs times a factor. They are counted here, since the gradient may be written over the scores.");
        if (KnownLength is { } known && known <= LargestOnStack)
        {
            writer.Line($"Span<{scalar}> counts = stackalloc {scalar}[{Literal.Of(known)}];");
        }
        else
        {
            string length = KnownLength is { } large ? Literal.Of(large) : isShared ? "2 * (int)columns" : $"(int){negatives.Length} + (int){positives.Length}";
            writer.Line($"int countersLength = {length};");
            writer.Line($"{scalar}[]? rented = countersLength > {Literal.Of(LargestOnStack)} ? ArrayPool<{scalar}>.Shared.Rent(countersLength) : null;");
            writer.Line($"Span<{scalar}> counts = rented ?? stackalloc {scalar}[{Literal.Of(LargestOnStack)}];");
            writer.Line("counts = counts[..countersLength];");
        }

        writer.Line($"ref {scalar} {NegativeCounts} = ref MemoryMarshal.GetReference(counts);");
        writer.Line($"ref {scalar} {PositiveCounts} = ref Unsafe.Add(ref {NegativeCounts}, {negatives.Length});");
    }

    public void EndBatch()
    {
        if (Counts && !(KnownLength <= LargestOnStack))
        {
            writer.Line();
            writer.Block("if (rented is not null)", () => writer.Line($"ArrayPool<{scalar}>.Shared.Return(rented);"));
        }
    }

    public void WriteRow(Action<IEnumerable<Definition>> define)
    {
        if (Counts)
        {
            writer.Line("counts.Clear();");
        }

        writer.Line("var sumOfPositives = new CompensatedSum();");
        writer.Block($"for (nuint j = 0; j < {positives.Length}; j++)", () =>
        {
            if (isShared)
            {
                writer.Block("if (Unsafe.Add(ref columnLabels, j) != label || (nint)j == self)", () => writer.Line("continue;"));
                writer.Line();
            }

            writer.Line($"{scalar} positive = Unsafe.Add(ref {positives.Scores}, j);");
            define(pairwise.OfPositive);
            passes.Write(pairwise.Pass, 1);
            writer.Line($"sumOfPositives.Add({ExpressionText.OfRow(((Reduction)pairwise.Sum.Value).Body, spec.Scalar)});");
            if (Counts)
            {
                writer.Line($"Unsafe.Add(ref {PositiveCounts}, j) = {pairwise.Active.Name};");
            }
        });

        writer.Line();
        writer.Line($"{scalar} {pairwise.Sum.Name} = ({scalar})sumOfPositives.Total;");
        define(pairwise.Afterwards);
        WriteGradients();
    }

    private void WriteGradients()
    {
        if (pairwise.Factor is not { } factor)
        {
            return;
        }

        string value = ExpressionText.OfRow(factor, spec.Scalar);
        string text = value.Contains(' ') ? $"({value})" : value;
        writer.Step($"the gradient: {factor} times how many pairs of a score are above 0, with the sign of its side");
        if (spec.Has(Role.Gradient))
        {
            Write(
                "derivatives",
                negatives.Length,
                $"Unsafe.Add(ref columnLabels, k) == label ? Unsafe.Add(ref {PositiveCounts}, k) * -{text} : Unsafe.Add(ref {NegativeCounts}, k) * {text}");
        }

        if (spec.Has(Role.NegativeGradient))
        {
            Write(negatives.Derivatives, negatives.Length, $"Unsafe.Add(ref {NegativeCounts}, k) * {text}");
        }

        if (spec.Has(Role.PositiveGradient))
        {
            Write(positives.Derivatives, positives.Length, $"Unsafe.Add(ref {PositiveCounts}, k) * -{text}");
        }
    }

    private void Write(string derivatives, string length, string derivative)
    {
        writer.Block($"for (nuint k = 0; k < {length}; k++)", () => writer.Line($"Unsafe.Add(ref {derivatives}, k) = {derivative};"));
        writer.Line();
    }
}
