using CsCheck;
using LossGen.Generator.Formula;
using static LossGen.Generator.Formula.Functions;

namespace LossGen.Generator.Tests.Formula;

/// <summary>Random formulas.</summary>
internal static class Formulas
{
    private const int Depth = 4;

    private static readonly Expression Negatives = new Score(Axes.Negatives);
    private static readonly Expression Target = new Score(Axes.Positives, IsSingle: true);

    /// <summary>u of a row with one positive, or with an axis of positives.</summary>
    public static Gen<Violation> Violations { get; } = Gen.OneOf(ViolationsOver(isSingle: true), ViolationsOver(isSingle: false));

    /// <summary>Formulas of every operator that has a derivative, one number a row, with either a single positive or an axis of them.</summary>
    public static Gen<Expression> Differentiable { get; } = Gen.OneOf(DifferentiableOver(isSingle: true), DifferentiableOver(isSingle: false));

    /// <summary>Trees as no operator has simplified them, full of zeros, ones and signs.</summary>
    public static Gen<Expression> Unsimplified { get; } = Gen.Recursive<Expression>((depth, inner) =>
    {
        Gen<Expression> leaf = Gen.OneOf(Gen.OneOfConst(-1.0, 0.0, 1.0, 2.5).Select(value => (Expression)value), Gen.OneOfConst(Negatives, Target));
        return depth >= Depth ? leaf : Gen.Frequency(
            (1, leaf),
            (2, inner.Select(x => (Expression)new Unary(UnaryOperator.Negate, x))),
            (1, Gen.Select(Gen.OneOfConst(UnaryOperator.Exp, UnaryOperator.Log), inner, (kind, x) => (Expression)new Unary(kind, x))),
            (4, Gen.Select(
                Gen.OneOfConst(BinaryOperator.Add, BinaryOperator.Subtract, BinaryOperator.Multiply, BinaryOperator.Divide),
                inner,
                inner,
                (kind, x, y) => (Expression)new Binary(kind, x, y))));
    });

    private static Gen<Violation> ViolationsOver(bool isSingle) => Gen.Select(
        Gen.OneOf(Gen.Double[0.1, 1], Gen.Double[1, 8]),
        Gen.OneOf(Gen.Const(0.0), Gen.Double[-1, 1]),
        (gamma, margin) => new Violation(
            new Constant(gamma, "γ"),
            Negatives,
            -new Score(Axes.Positives, isSingle),
            new Constant(margin, "m")));

    private static Gen<Expression> DifferentiableOver(bool isSingle)
    {
        Gen<Expression> leaf = Gen.Frequency(
            (4, Gen.OneOfConst(Negatives, new Score(Axes.Positives, isSingle))),
            (1, Gen.Double[-2, 2].Select(value => (Expression)Math.Round(value, 2))),
            (1, ViolationsOver(isSingle).Select(u => u.LogSumExp)));
        return Gen.Recursive<Expression>((depth, inner) => depth >= Depth ? leaf : Gen.Frequency((1, leaf), (6, Node(inner)))).Select(SumOf);
    }

    private static Gen<Expression> Node(Gen<Expression> inner) => Gen.OneOf(
        Gen.Select(inner, inner, (x, y) => x + y),
        Gen.Select(inner, inner, (x, y) => x - y),
        Gen.Select(inner, inner, (x, y) => x * y),
        Gen.Select(inner, inner, (x, y) => x / AtLeastHalf(y)),
        inner.Select(x => -x),
        inner.Select(Exp),
        inner.Select(x => Log(AtLeastHalf(x))),
        inner.Select(Relu),
        inner.Select(Softplus),
        inner.Select(Sigmoid),
        inner.Select(x => Log1p(x * x)),
        inner.Select(SumOf),
        inner.Select(MaxOf));

    private static Expression AtLeastHalf(Expression x) => (x * x) + 0.5;
}
