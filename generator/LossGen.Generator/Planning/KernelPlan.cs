using LossGen.Generator.Formula;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Planning;

/// <summary>How a kernel walks through a row at one vector width: which passes it makes, what each computes and keeps, and what is computed in between.</summary>
/// <param name="Scalar">The type that the kernel computes in.</param>
/// <param name="Lanes">How many scores a vector holds; 1 for the scalar kernel.</param>
/// <param name="Classes">How many scores a row has; null if that is known at run time only.</param>
/// <param name="Layout">How a pass is written.</param>
/// <param name="OncePerBatch">Values that all rows share.</param>
/// <param name="OncePerRow">Values that a row needs before its first pass.</param>
/// <param name="Passes">The passes, in their order.</param>
/// <param name="Loss">The loss of the row.</param>
/// <param name="LabelGradient">The gradient by the label's score; null if no gradient is asked for.</param>
internal sealed record KernelPlan(
    ScalarType Scalar,
    int Lanes,
    int? Classes,
    Layout Layout,
    EquatableArray<Definition> OncePerBatch,
    EquatableArray<Definition> OncePerRow,
    EquatableArray<Pass> Passes,
    Expression Loss,
    Expression? LabelGradient)
{
    /// <summary>The width in bits; 0 for the scalar kernel.</summary>
    public int Bits => Lanes == 1 ? 0 : Lanes * (Scalar == ScalarType.Single ? 32 : 64);

    /// <summary>The layout in words.</summary>
    public string LayoutDescription => Layout.Describe(Lanes == 1 ? "score" : "vector");

    /// <summary>The scalar type as C# calls it.</summary>
    public string ScalarKeyword => Scalar.Keyword();

    public bool WritesGradient => LabelGradient is not null;

    /// <summary>Everything that the kernel computes.</summary>
    public IEnumerable<Expression> Values => OncePerBatch
        .Concat(OncePerRow)
        .Concat(Passes.SelectMany(pass => pass.Elements.Concat(pass.Reductions).Concat(pass.Afterwards)))
        .Select(definition => definition.Value)
        .Concat(Passes.Select(pass => pass.Gradient).Append(LabelGradient).OfType<Expression>());

    public override string ToString() => PlanPrinter.Print(this);
}

/// <summary>One walk over the negatives of a row.</summary>
/// <param name="ReadsScores">Whether the pass reads the scores themselves.</param>
/// <param name="Reloaded">Values of the elements that an earlier pass computed and kept.</param>
/// <param name="Elements">Values that the pass computes for each element.</param>
/// <param name="Kept">Those of them that a later pass needs: in registers, or in the gradient's memory.</param>
/// <param name="Reductions">Values of the row that the pass sums up or takes the maximum of.</param>
/// <param name="Gradient">The gradient, if this is the pass that writes it.</param>
/// <param name="Afterwards">Values of the row that are computed when the pass is over.</param>
internal sealed record Pass(
    bool ReadsScores,
    EquatableArray<Definition> Reloaded,
    EquatableArray<Definition> Elements,
    EquatableArray<Definition> Kept,
    EquatableArray<Definition> Reductions,
    Expression? Gradient,
    EquatableArray<Definition> Afterwards);

/// <summary>How a pass over a row is written.</summary>
internal abstract record Layout
{
    /// <summary>The layout in words.</summary>
    /// <param name="unit">What stands side by side: "vector", or "score" where there are no vectors.</param>
    public abstract string Describe(string unit);
}

/// <summary>The row stays in registers: no loop at all, and the last vector is masked.</summary>
/// <param name="Vectors">How many vectors a row fills.</param>
/// <param name="TailLanes">How many lanes of the last one are used; 0 if all are.</param>
internal sealed record StraightLine(int Vectors, int TailLanes) : Layout
{
    public override string Describe(string unit) => $"straight line, {Vectors} {unit}{(Vectors == 1 ? "" : "s")} a row";
}

/// <summary>Each pass is a loop over blocks of a few vectors with an accumulator each; the block with the label and the last one are masked.</summary>
/// <param name="Vectors">How many vectors a block has.</param>
/// <param name="BlocksPerSum">After how many blocks the sums are flushed into a wider one; null if a row has no more than that.</param>
internal sealed record UnrolledLoop(int Vectors, int? BlocksPerSum) : Layout
{
    public override string Describe(string unit) => $"loop over blocks of {Vectors} {unit}s";
}
