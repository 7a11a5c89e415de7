using System.Globalization;
using LossGen.Generator.Formula;
using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>What stands at the top of a generated file: the loss, its derivative and the plan, each as it prints itself.</summary>
internal sealed class KernelDescription(LossSpec spec)
{
    private const string HowToRead = "https://github.com/LossGen/LossGen/blob/main/generator/README.md#how-to-read-a-generated-kernel";

    public IEnumerable<string> Lines(IReadOnlyList<KernelPlan> plans)
    {
        Expression loss = Losses.Of(spec);
        Gradient gradient = Derivative.Of(loss, upstream: 1);
        yield return $"{spec.Method.Name}: {Summary}";
        yield return $"how to read it: {HowToRead}";
        yield return "";
        yield return $"  violation        u = {Losses.ViolationOf(spec).OfPair}  {(spec.Scores is Classification ? "for every class i ≠ y" : "for every negative i and positive j")}";
        yield return $"  loss of a row    {loss}";
        yield return $"  derivative       ∂/∂zᵢ  = {gradient.Negatives}";
        yield return $"                   {(spec.Scores is Classification ? "∂/∂z_y" : "∂/∂zⱼ ")} = {gradient.Positives}";
        foreach (string note in Notes(plans[0]))
        {
            yield return $"  {note}";
        }

        yield return "";
        yield return $"  plan             {WidthsOf(plans)}";
        foreach (string step in plans[0].ToString().TrimEnd('\n').Split('\n'))
        {
            yield return $"  {step}";
        }

        yield return "";
        foreach (KernelPlan plan in plans)
        {
            yield return $"  {WidthOf(plan) + ":",-17}{plan.LayoutDescription}{FewRowsOf(plan)}";
            if (plan.WholeBlocks is { } blocks)
            {
                yield return $"  {"",-17}from {Literal.Of(WholeBlocks.LeastRows)} rows on, blocks in which no label is far behind: {blocks.LayoutDescription}";
            }
        }
    }

    private static string WidthOf(KernelPlan plan) => plan.Bits == 0 ? "without vectors" : $"{Literal.Of(plan.Bits)} bits";

    private static string FewRowsOf(KernelPlan plan) => plan switch
    {
        { RowsForNarrower: > 0 and var rows } => $"; up to {Literal.Of(rows)} rows: as with {Literal.Of(plan.Bits / 2)} bits",
        { FewRows: { } few } => $"; up to {Literal.Of(plan.MostFewRows)} row{(plan.MostFewRows == 1 ? "" : "s")}: {WidthOf(few)}, {few.LayoutDescription}",
        _ => "",
    };

    /// <summary>For which vectors the first plan is the plan: where a layout differs, so may what is computed when.</summary>
    private static string WidthsOf(IReadOnlyList<KernelPlan> plans) => plans.All(plan => plan.ToString() == plans[0].ToString())
        ? "for vectors of any width"
        : $"for vectors of {Literal.Of(plans[0].Bits)} bits; at other widths some steps may differ";

    private string Summary
    {
        get
        {
            IEnumerable<string> parts =
            [
                spec.Loss + (spec.Loss is LossKind.MulticlassHinge or LossKind.PairHinge ? $" over {spec.Over}" : "") + (spec.IsBalanced ? ", balanced" : ""),
                Shape,
                $"γ = {Number(spec.Gamma)}",
                $"m = {Number(spec.Margin)}",
                .. spec.LabelSmoothing == 0 ? [] : (string[])[$"ε = {Number(spec.LabelSmoothing)}"],
                .. spec.IgnoreLabel is { } label ? (string[])[$"label {label.ToString(CultureInfo.InvariantCulture)} ignored"] : [],
                Reduction,
                .. spec.IsParallel ? (string[])["on all processors"] : [],
                spec.Scalar.Keyword(),
            ];
            return string.Join(", ", parts);
        }
    }

    private string Shape => spec.Scores switch
    {
        Classification shape => $"C = {Length(shape.Classes)}",
        Pairs shape => $"K = {Length(shape.Positives)}, L = {Length(shape.Negatives)}",
        SimilarityMatrix { IsSquare: true } => "N × N similarities",
        _ => "N × M similarities",
    };

    private string Reduction => spec switch
    {
        { ReturnsLoss: false } => "each row by itself",
        { IsSingleRow: true } => "one row",
        { IsMean: true } => "mean of the batch",
        _ => "sum of the batch",
    };

    private IEnumerable<string> Notes(KernelPlan plan)
    {
        if (KernelParameter.UsesUpstream(plan) || KernelParameter.UsesUpstreamScale(spec))
        {
            string given = spec.Has(Role.Upstream) ? "what the caller gives" : "1";
            string divisor = spec switch
            {
                { HasDivisor: false } => "",
                { IsWeightedMean: true } => " / Σ w_y, since the loss is the weighted mean of the rows",
                { Scores: SimilarityMatrix } => " / N, since the loss is the mean of the N rows that have a positive and a negative",
                { IgnoreLabel: not null } => " / N, since the loss is the mean of the N rows that are not ignored",
                _ => " / N, since the loss is the mean of N rows",
            };
            yield return $"upstream         {given}{divisor}";
        }

        if (spec.Has(Role.Targets))
        {
            yield return "y                the class with the largest score; t are the probabilities";
        }

        if (spec.AreCosines)
        {
            yield return $"range            {RangeNote}";
        }
    }

    private string RangeNote => spec switch
    {
        { Loss: LossKind.MulticlassHinge or LossKind.PairHinge, Over: not Over.LogSumExp } => "cosines; there is no exp to bound",
        { Scores: not Classification } => "cosines; the largest of each side are found all the same, since either side may be masked in part",
        _ when spec.Has(Role.Targets) => "cosines; the largest score is found all the same, since it is taken for the label",
        _ when !ExponentRange.IsCandidate(spec) => "cosines; the largest is found all the same, since smoothing measures from it",
        _ when ExponentRange.BoundOf(spec) > ExponentRange.LimitOf(spec.Scalar) => $"cosines: {Bound} > {Limit}: the largest is found first",
        _ when ExponentRange.ReferenceOf(spec) == ExpReference.Label => $"cosines: {Bound} ≤ {Limit}, and {Rounding} ≤ {Allowed}: no maximum is needed",
        _ => $"cosines: {Bound} ≤ {Limit}, but {Rounding} > {Allowed}: the largest is found first",
    };

    private string Bound => $"log Σ exp u ≤ γ (2.02 + m) + ln (C − 1) = {OneDigit(ExponentRange.BoundOf(spec))}";

    private string Rounding => $"u is off by {OneDigit(ExponentRange.RoundingOf(spec))} units of rounding";

    private string Allowed => $"4 log₂ (C − 1) + 8 = {OneDigit(ExponentRange.AllowedRoundingOf(spec))}";

    private static string OneDigit(double value) => value.ToString("F1", CultureInfo.InvariantCulture);

    private string Limit => ExponentRange.LimitOf(spec.Scalar).ToString(CultureInfo.InvariantCulture);

    private static string Length(int? length) => length?.ToString(CultureInfo.InvariantCulture) ?? "from the lengths";

    private string Number(double value) => Literal.Of(value, spec.Scalar).TrimEnd('f', 'd');
}
