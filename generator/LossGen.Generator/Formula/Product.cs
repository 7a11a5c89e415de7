using System.Collections.Immutable;

namespace LossGen.Generator.Formula;

/// <summary>
/// A product taken apart into its factors, so that what stands above and below the line cancels exactly, and the factors can be put together again in
/// another order.
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

    /// <summary>The product without some of the factors above the line.</summary>
    public Product Without(IEnumerable<Expression> factors) => this with { Numerator = factors.Aggregate(Numerator, (rest, factor) => rest.Remove(factor)) };

    /// <summary>The product of what varies along some axes and the product of what does not.</summary>
    public (Expression Outside, Expression Inside) SplitAt(Axes axes)
    {
        ILookup<bool, Expression> numerator = Numerator.ToLookup(factor => (factor.Axes & axes) != Axes.None);
        ILookup<bool, Expression> denominator = Denominator.ToLookup(factor => (factor.Axes & axes) != Axes.None);
        Expression outside = Multiply(numerator[false], denominator[false]);
        return (IsNegative ? -outside : outside, Multiply(numerator[true], denominator[true]));
    }

    /// <summary>
    /// The factors multiplied from left to right, then divided by what stands below the line. A factor that is 0 or 1 becomes a choice: it must give 0
    /// even where the rest is infinite or NaN.
    /// </summary>
    public static Expression Combine(IEnumerable<Expression> numerator, IEnumerable<Expression> denominator)
    {
        ILookup<bool, Expression> isChoice = numerator.ToLookup(factor => factor is Unary { Operator: UnaryOperator.Step } or OnlyAt);
        return isChoice[true].Aggregate(Multiply(isChoice[false], denominator), (value, factor) => factor switch
        {
            OnlyAt only => only with { Value = value },
            Unary step => new WhenNotPositive(step.Operand, 0, value),
            _ => value,
        });
    }

    /// <summary>An expression whose factors are put together so.</summary>
    public static Expression Combine(Expression expression)
    {
        Product product = Of(expression);
        Expression value = Combine(product.Numerator, product.Denominator);
        return product.IsNegative ? -value : value;
    }

    private static Expression Multiply(IEnumerable<Expression> numerator, IEnumerable<Expression> denominator) =>
        denominator.Aggregate(numerator.Aggregate((Expression)1, (value, factor) => value * factor), (value, factor) => value / factor);

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
