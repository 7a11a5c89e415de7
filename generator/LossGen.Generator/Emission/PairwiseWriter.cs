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

    private long? KnownLength => isShared ? null : (long?)negatives.Plan.Length + positives.Plan.Length;

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
            writer.Line($"Span<{scalar}> counts = stackalloc {scalar}[{Literal.Of((int)known)}];");
        }
        else
        {
            writer.Line($"nuint counters = {negatives.Length};");
            writer.Line($"counters += {positives.Length};");
            writer.Line($"{scalar}[]? rented = null;");
            writer.Line($"Span<{scalar}> counts = counters <= {Literal.Of(LargestOnStack)} ? stackalloc {scalar}[(int)counters] : (rented = ArrayPool<{scalar}>.Shared.Rent(checked((int)counters)));");
            writer.Line("counts = counts[..(int)counters];");
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
        writer.Line();
        if (Counts)
        {
            writer.Line("counts.Clear();");
        }

        if (pairwise.Sum is not null)
        {
            writer.Line("var sumOfPositives = new CompensatedSum();");
        }

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
            if (pairwise.Sum is { } sum)
            {
                writer.Line($"sumOfPositives.Add({ExpressionText.Of(((Reduction)sum.Value).Body, Scope.OneRow(new Dialect(spec.Scalar, plan.Lanes)))});");
            }

            if (pairwise.Active is { } active)
            {
                writer.Line($"Unsafe.Add(ref {PositiveCounts}, j) = {active.Name};");
            }
        });

        if (pairwise.Sum is { } total)
        {
            writer.Line();
            writer.Line($"{scalar} {total.Name} = ({scalar})sumOfPositives.Total;");
        }

        define(pairwise.Afterwards);
        WriteGradients();
    }

    private void WriteGradients()
    {
        if (pairwise.Factor is not { } factor)
        {
            return;
        }

        writer.Step("the gradient: the factor times how many pairs of a score are above 0, with the sign of its side");
        if (spec.Has(Role.Gradient))
        {
            string ofColumn = $"Unsafe.Add(ref columnLabels, k) == label ? {Times(PositiveCounts, "-")} : {Times(NegativeCounts, "")}";
            Write("derivatives", negatives.Length, $"(nint)k == self ? {Literal.Of(0, spec.Scalar)} : {ofColumn}");
        }

        if (spec.Has(Role.NegativeGradient))
        {
            Write(negatives.Derivatives, negatives.Length, Times(NegativeCounts, ""));
        }

        if (spec.Has(Role.NegativeGradient) && spec.Has(Role.PositiveGradient))
        {
            writer.Line();
        }

        if (spec.Has(Role.PositiveGradient))
        {
            Write(positives.Derivatives, positives.Length, Times(PositiveCounts, "-"));
        }

        string Times(string counts, string sign)
        {
            string value = ExpressionText.Of(factor, Scope.OneRow(new Dialect(spec.Scalar, plan.Lanes)));
            string factorText = value.Contains(' ') ? $"({value})" : value;
            string count = $"Unsafe.Add(ref {counts}, k)";
            return factor is Constant { Value: 1 } ? sign + count : $"{count} * {sign}{factorText}";
        }
    }

    private void Write(string derivatives, string length, string derivative)
    {
        writer.Block($"for (nuint k = 0; k < {length}; k++)", () => writer.Line($"Unsafe.Add(ref {derivatives}, k) = {derivative};"));
    }
}
