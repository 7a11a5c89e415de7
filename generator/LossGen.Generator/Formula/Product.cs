using System.Collections.Immutable;

namespace LossGen.Generator.Formula;

/// <summary>
/// A product taken apart into its factors, so that what stands above and below the line cancels exactly, and so that the factors can be put together
/// again in the order in which they are known: numbers first, then what a batch shares, then what a row shares, then the element.
/// </summary>
internal sealed record Product(bool IsNegative, ImmutableArray<Expression> Numerator, ImmutableArray<Expression> Denominator)
{
    public static Product Of(Expression expression) => expression switch
    {
        Unary { Operator: UnaryOperator.Negate, Operand: var operand } => Of(operand) is var inner ? inner with { IsNegative = !inner.IsNegative } : inner,
        Binary { Operator: BinaryOperator.Multiply } product => Of(product.Left).Times(Of(product.Right)),
        Binary { Operator: BinaryOperator.Divide } quotient => Of(quotient.Left).Times(Of(quotient.Right).Inverse()),
        Constant { Value: 1 } => new Product(false, [], []),
        _ => new Product(false, [expression], []),
    };

    /// <summary>The factors above the line that are known at <paramref name="rank"/> and no earlier.</summary>
    public ImmutableArray<Expression> NumeratorAt(Rank rank) => [.. Numerator.Where(factor => factor.Rank == rank)];

    /// <summary>The factors multiplied from left to right, then divided by what stands below the line.</summary>
    public static Expression Combine(IEnumerable<Expression> numerator, IEnumerable<Expression> denominator) =>
        denominator.Aggregate(numerator.Aggregate((Expression)1, (product, factor) => product * factor), (quotient, factor) => quotient / factor);

    private Product Times(Product other)
    {
        (ImmutableArray<Expression> numerator, ImmutableArray<Expression> otherDenominator) = Cancel(Numerator, other.Denominator);
        (ImmutableArray<Expression> otherNumerator, ImmutableArray<Expression> denominator) = Cancel(other.Numerator, Denominator);
        return new Product(IsNegative ^ other.IsNegative, numerator.AddRange(otherNumerator), denominator.AddRange(otherDenominator));
    }

    private Product Inverse() => new(IsNegative, Denominator, Numerator);

    private static (ImmutableArray<Expression> Above, ImmutableArray<Expression> Below) Cancel(
        ImmutableArray<Expression> above,
        ImmutableArray<Expression> below)
    {
        foreach (Expression factor in above)
        {
            if (below.Contains(factor))
            {
                above = above.Remove(factor);
                below = below.Remove(factor);
            }
        }

        return (above, below);
    }
}
