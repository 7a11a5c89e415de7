using LossGen.Generator.Formula;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Planning;

/// <summary>Which exp a kernel computes: all of its exps are of the same kind.</summary>
/// <param name="Operator">The range of its arguments.</param>
/// <param name="Factor">
/// What its constants multiply the argument by. Where all arguments are products with γ, exp takes the other factor: a product and its rounding are saved, which alone is up to
/// 44 ulp of an exp near the end of the range.
/// </param>
/// <param name="HasOneLn2">
/// Whether ln 2, divided by the factor, is one number and not two, whose sum is more exact. An argument is a difference of scores, and its rounding, up to 2⁻²⁴ of it, weighs more.
/// </param>
internal sealed record ExpKind(UnaryOperator Operator, double Factor, bool HasOneLn2)
{
    /// <summary>The coefficients of exp's polynomial, with the factor to the power of their degree, are normal numbers.</summary>
    private const double LargestFactor = 1 << 20;

    private const double SmallestFactor = 1d / (1 << 10);

    /// <summary>Beside vectors of so many bits processors have fused multiply-adds.</summary>
    private const int LeastFusedBits = 256;

    /// <summary>How far ln 2, divided by the factor, may be off as one float, relative to itself: an exp by 0.05 ulp then for a unit of its argument.</summary>
    private const double LargestErrorOfLn2 = 0.05 / (1 << 24);

    public static ExpKind Of(KernelPlan plan)
    {
        Unary[] exps = [.. plan.Values.SelectMany(ExpressionTree.Nodes).OfType<Unary>().Where(unary => unary.IsExp)];
        double[] factors = [.. exps.Select(exp => ProductOf(exp.Operand)?.Factor ?? 1).Distinct()];
        bool takesFactor = TakesFactors(plan, exps) && factors is { Length: 1 } && factors[0] is >= SmallestFactor and <= LargestFactor;

        // As a float: the γ that all else in the kernel is multiplied by.
        double factor = takesFactor ? (float)factors[0] : 1;
        return new ExpKind(exps.Select(exp => exp.Operator).Distinct().SingleOrDefault(), factor, HasOneLn2: IsNearlyAFloat(Math.Log(2) / factor) && MayHaveOneLn2(plan, exps));
    }

    /// <summary>What exp is called with.</summary>
    public Expression ArgumentOf(Definition exp)
    {
        Expression operand = ((Unary)exp.Value).Operand;
        return Factor == 1 ? operand : ProductOf(operand)!.Value.Multiplied;
    }

    /// <summary>
    /// With fused multiply-adds, and in floats. A row whose elements stay in registers may be computed by another method as well, a few rows by themselves, in narrower vectors, and
    /// an exp of its own without any; it is to have the same bits there.
    /// </summary>
    private static bool MayHaveOneLn2(KernelPlan plan, Unary[] exps) =>
        plan is { Bits: >= LeastFusedBits, Scalar: ScalarType.Single }
        && plan.Sides.All(side => !side.Layout.KeepsElements || (BitsOfRow(side) >= LeastFusedBits && exps.All(exp => exp.Rank == Rank.Element)));

    private static int BitsOfRow(SidePlan side) => 8 * ScalarType.Single.Bytes() * (side.Layout is VectorsOfRows rows ? rows.LanesOfRow : side.Lanes);

    private static bool IsNearlyAFloat(double value) => Math.Abs((float)value - value) <= LargestErrorOfLn2 * value;

    /// <summary>
    /// With fused multiply-adds, and in floats: of doubles ln 2 / γ would take more digits than its two parts have. A row that also another method may compute, narrower or
    /// without vectors, is to have the same bits there.
    /// </summary>
    private static bool TakesFactors(KernelPlan plan, Unary[] exps) =>
        plan is { Bits: >= LeastFusedBits, Scalar: ScalarType.Single }
        && plan.Sides.All(side => side.Layout is UnrolledPass or UnrolledLoop)
        && exps.All(exp => exp.Operator is UnaryOperator.Exp or UnaryOperator.ExpOfAnySign);

    /// <summary>A value as a positive constant times something, if it is written as that: a row's own exp is of a multiple of its violation, which is γ times a difference.</summary>
    private static (double Factor, Expression Multiplied)? ProductOf(Expression value) => value switch
    {
        WithinSide within => Map(within.Value, rest => within with { Value = rest }),
        Unary { Operator: UnaryOperator.Negate } minus => Map(minus.Operand, rest => -rest),
        Unary { Operator: UnaryOperator.Absolute } absolute => Map(absolute.Operand, Functions.Abs),
        Reference { Rank: Rank.Row, Definition.Value: Binary product } => ProductOf(product),
        Binary { Operator: BinaryOperator.Multiply, Left: Constant { Value: < 0 } constant, Right: var operand } => Map(operand, rest => constant * rest),
        Binary { Operator: BinaryOperator.Multiply, Left: Constant factor, Right: var multiplied } => (factor.Value, multiplied),
        _ => null,
    };

    private static (double Factor, Expression Multiplied)? Map(Expression value, Func<Expression, Expression> rest) =>
        ProductOf(value) is { } product ? (product.Factor, rest(product.Multiplied)) : null;
}
