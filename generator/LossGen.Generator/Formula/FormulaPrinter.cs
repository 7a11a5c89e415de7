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
        Score => "zⱼ",
        OfClass ofClass => $"{(ofClass.Input == ClassInput.Weight ? "w" : "t")}{(ofClass.IsSingle ? "_y" : "ᵢ")}",
        Count count => count.Side == Axes.Negatives ? "L" : "K",
        Upstream => "upstream",
        Reference reference => reference.Definition.Name,
        Unary { Operator: UnaryOperator.Negate } unary => Parenthesised("−" + Print(unary.Operand, Product), outer > Sum),
        Unary { Operator: UnaryOperator.Relu } unary => $"[{Print(unary.Operand)}]₊",
        Unary { Operator: UnaryOperator.Absolute } unary => $"|{Print(unary.Operand)}|",
        Unary unary => $"{NameOf(unary.Operator)}({Print(unary.Operand)})",
        Binary { Operator: BinaryOperator.Max } binary => $"max({Print(binary.Left)}, {Print(binary.Right)})",
        Binary { Operator: BinaryOperator.MaxNumber } binary => $"maxNumber({Print(binary.Left)}, {Print(binary.Right)})",
        Binary { Operator: BinaryOperator.Min } binary => $"min({Print(binary.Left)}, {Print(binary.Right)})",
        Binary { Operator: BinaryOperator.LogOfSum } binary => $"log({Print(binary.Left, Sum)} + {Print(binary.Right, Sum)})",
        Binary { Operator: BinaryOperator.Weigh } binary => Parenthesised($"{Print(binary.Left, Product)}·{Print(binary.Right, Function)}", outer > Product),
        Binary { Operator: BinaryOperator.Add } binary => Parenthesised($"{Print(binary.Left, Sum)} + {Print(binary.Right, OnRight(binary.Right, Sum))}", outer > Sum),
        Binary { Operator: BinaryOperator.Subtract } binary => Parenthesised($"{Print(binary.Left, Sum)} − {Print(binary.Right, Product)}", outer > Sum),
        Binary { Operator: BinaryOperator.Multiply } binary => Parenthesised($"{Print(binary.Left, OnLeftOfProduct(binary.Left))}·{Print(binary.Right, OnRight(binary.Right, Product))}", outer > Product),
        Binary binary => Parenthesised($"{Print(binary.Left, Product)} / {Print(binary.Right, Function)}", outer > Product),
        WhenNotPositive choice => Parenthesised($"{Print(choice.Value, Sum)} ≤ 0 ? {Print(choice.Then, Sum)} : {Print(choice.Otherwise, Sum)}", outer > 0),
        WhenAbove choice => Parenthesised($"{Print(choice.Value, Sum)} > {Print(choice.Limit, Sum)} ? {Print(choice.Then, Sum)} : {Print(choice.Otherwise, Sum)}", outer > 0),
        Reduction { Reducer: Reducer.Sum } reduction => Parenthesised($"Σ{IndexOf(reduction.Over)} {Print(reduction.Body, Product)}", outer > Sum),
        Reduction reduction => Parenthesised($"max{IndexOf(reduction.Over)} {Print(reduction.Body, Function)}", outer > Product),
        WithinSide within => Print(within.Value, outer),
        IsFirstMaximum { Maximum: var max } => $"[{LetterOf(max.Over)} = argmax {Print(max.Body)}]",
        FirstIndexOf search => $"first {LetterOf(search.Side)} with z{IndexOf(search.Side)} = {Print(search.Value)}",
        OnlyAt only => $"[{LetterOf(only.Side)} = {Print(only.Index)}]·{Print(only.Value, Product)}",
        TwoSidedLogSumExp { Violation: var u, IsMean: var isMean } => $"log {(isMean ? "mean" : "Σ")}{(u.HasPairs ? "ᵢⱼ" : "ᵢ")} exp u",
        SoftmaxWeight weight => $"softmax{IndexOf(weight.Side)}(u)",
        CrossEntropyMixture mixture => Print(mixture.InTermsOfLabel, outer),
        _ => throw new ArgumentOutOfRangeException(nameof(expression), expression.GetType().Name, "no notation for this node"),
    };

    /// <summary>Negatives are numbered by i, positives by j.</summary>
    private static string IndexOf(Axes axes) => axes switch
    {
        Axes.Negatives => "ᵢ",
        Axes.Positives => "ⱼ",
        _ => "ᵢⱼ",
    };

    private static string LetterOf(Axes side) => side == Axes.Negatives ? "i" : "j";

    /// <summary>A sum or a product on the right keeps its parentheses: in floating point they matter.</summary>
    private static int OnRight(Expression right, int binding) => right is Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.Divide } inner && BindingOf(inner) == binding ? Function : binding;

    private static int BindingOf(Binary binary) => binary.Operator is BinaryOperator.Add or BinaryOperator.Subtract ? Sum : Product;

    /// <summary>A quotient is not multiplied without parentheses: a / b·c could be read both ways.</summary>
    private static int OnLeftOfProduct(Expression left) => left is Binary { Operator: BinaryOperator.Divide } ? Function : Product;

    private static string Parenthesised(string text, bool needed) => needed ? $"({text})" : text;

    private static string NameOf(UnaryOperator unaryOperator) => unaryOperator switch
    {
        UnaryOperator.Exp or UnaryOperator.ExpOfAnySign => "exp",
        UnaryOperator.ScaledExp => "2⁸·exp",
        UnaryOperator.Log => "log",
        UnaryOperator.Log1p or UnaryOperator.Log1pUpToOne => "log1p",
        UnaryOperator.Softplus => "softplus",
        UnaryOperator.Sigmoid => "σ",
        UnaryOperator.Step => "step",
        UnaryOperator.Detach => "detach",
        _ => throw new ArgumentOutOfRangeException(nameof(unaryOperator), unaryOperator, "no name for this operator"),
    };
}
