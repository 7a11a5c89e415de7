using System.Globalization;

namespace LossGen.Generator.Formula;

/// <summary>Prints an expression as the formula that a paper would show.</summary>
internal static class FormulaPrinter
{
    private const int Sum = 1;
    private const int Product = 2;
    private const int Function = 3;

    public static string Print(Expression expression) => Print(expression, outer: 0);

    /// <param name="expression">What to print.</param>
    /// <param name="outer">How tightly the surrounding operator binds: one that binds less is put in parentheses.</param>
    private static string Print(Expression expression, int outer) => expression switch
    {
        Constant { Symbol: { } symbol } => symbol,
        Constant { Value: < 0 } constant => Parenthesised(constant.Value.ToString(CultureInfo.InvariantCulture), outer > Sum),
        Constant constant => constant.Value.ToString("R", CultureInfo.InvariantCulture),
        Score { IsSingle: true } => "z_y",
        Score { Side: Axes.Negatives } => "zᵢ",
        Score => "sₚ",
        Upstream => "upstream",
        Reference reference => reference.Definition.Name,
        Unary { Operator: UnaryOperator.Negate } unary => Parenthesised("−" + Print(unary.Operand, Product), outer > Sum),
        Unary { Operator: UnaryOperator.Absolute } unary => $"|{Print(unary.Operand)}|",
        Unary unary => $"{NameOf(unary.Operator)}({Print(unary.Operand)})",
        Binary { Operator: BinaryOperator.Max } binary => $"max({Print(binary.Left)}, {Print(binary.Right)})",
        Binary { Operator: BinaryOperator.MaxNumber } binary => $"maxNumber({Print(binary.Left)}, {Print(binary.Right)})",
        Binary { Operator: BinaryOperator.Add } binary => Parenthesised($"{Print(binary.Left, Sum)} + {Print(binary.Right, OnRight(binary.Right, Sum))}", outer > Sum),
        Binary { Operator: BinaryOperator.Subtract } binary => Parenthesised($"{Print(binary.Left, Sum)} − {Print(binary.Right, Product)}", outer > Sum),
        Binary { Operator: BinaryOperator.Multiply } binary => Parenthesised($"{Print(binary.Left, OnLeftOfProduct(binary.Left))}·{Print(binary.Right, OnRight(binary.Right, Product))}", outer > Product),
        Binary binary => Parenthesised($"{Print(binary.Left, Product)} / {Print(binary.Right, Function)}", outer > Product),
        WhenNotPositive choice => Parenthesised($"{Print(choice.Value, Sum)} ≤ 0 ? {Print(choice.Then, Sum)} : {Print(choice.Otherwise, Sum)}", outer > 0),
        Reduction { Reducer: Reducer.Sum } reduction => Parenthesised($"Σᵢ {Print(reduction.Body, Product)}", outer > Sum),
        Reduction reduction => Parenthesised($"maxᵢ {Print(reduction.Body, Function)}", outer > Product),
        IsFirstMaximum isMaximum => $"[i = argmax {Print(isMaximum.Maximum.Body)}]",
        FirstIndexOf search => $"first i with zᵢ = {Print(search.Value)}",
        OnlyAt only => $"[i = {Print(only.Index)}]·{Print(only.Value, Product)}",
        TwoSidedLogSumExp logSumExp => $"log Σᵢ exp({Print(logSumExp.Violation.OfPair)})",
        SoftmaxWeight weight => $"softmaxᵢ({Print(weight.Of.Violation.Gamma * weight.Of.Violation.Term(weight.Side))})",
        _ => throw new ArgumentOutOfRangeException(nameof(expression), expression.GetType().Name, "no notation for this node"),
    };

    /// <summary>A sum or a product on the right keeps its parentheses: in floating point they matter.</summary>
    private static int OnRight(Expression right, int binding) => right is Binary { Operator: not (BinaryOperator.Max or BinaryOperator.MaxNumber) } inner && BindingOf(inner) == binding ? Function : binding;

    private static int BindingOf(Binary binary) => binary.Operator is BinaryOperator.Add or BinaryOperator.Subtract ? Sum : Product;

    /// <summary>A quotient is not multiplied without parentheses: a / b·c could be read both ways.</summary>
    private static int OnLeftOfProduct(Expression left) => left is Binary { Operator: BinaryOperator.Divide } ? Function : Product;

    private static string Parenthesised(string text, bool needed) => needed ? $"({text})" : text;

    private static string NameOf(UnaryOperator unaryOperator) => unaryOperator switch
    {
        UnaryOperator.Exp => "exp",
        UnaryOperator.Log => "log",
        UnaryOperator.Log1p => "log1p",
        UnaryOperator.Relu => "relu",
        UnaryOperator.Softplus => "softplus",
        UnaryOperator.Sigmoid => "σ",
        UnaryOperator.Step => "step",
        _ => throw new ArgumentOutOfRangeException(nameof(unaryOperator), unaryOperator, "no name for this operator"),
    };
}
