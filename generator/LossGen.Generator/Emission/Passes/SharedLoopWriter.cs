using LossGen.Generator.Formula;
using LossGen.Generator.Planning;

namespace LossGen.Generator.Emission;

/// <summary>
/// Writes passes over a row of a similarity matrix, where both sides share their memory and the labels tell them apart. A column is on one side only, so
/// that one exp a score is enough for both, and one store.
/// </summary>
internal sealed class SharedLoopWriter(SourceWriter writer, KernelPlan plan, SideText side, Dialect dialect, HashSet<string> broadcasts, UnrolledLoop layout)
    : UnrolledLoopWriter(writer, plan, side, dialect, broadcasts, layout)
{
    protected override void WriteScores(Pass pass)
    {
        ForEachVector(i =>
            $"{Dialect.Helpers}.TellApart(ref columnLabels, {OffsetOf(i)}, {LeftFrom(i)}, label, self{MinusFirst(i)}, out {Dialect.MaskType} {SideMask(Axes.Positives, i)}, out {Dialect.MaskType} {SideMask(Axes.Negatives, i)});");
        if (pass.ReadsScores)
        {
            ForEachVector(i => $"{Dialect.Type} score{Literal.Of(i)} = {Dialect.LoadFirst(Side.Scores, OffsetOf(i), LeftFrom(i), padding: 0)};");
            foreach (Axes axes in (Axes[])[Axes.Negatives, Axes.Positives])
            {
                double masked = axes == Axes.Negatives ? double.NegativeInfinity : double.PositiveInfinity;
                ForEachVector(i => $"{Dialect.Type} {ExpressionText.NameOfScores(axes, HasPairs)}{Literal.Of(i)} = {Dialect.Select(SideMask(axes, i), $"score{Literal.Of(i)}", Dialect.Constant(masked))};");
            }
        }
    }

    protected override void WriteElements(Pass pass)
    {
        Definition[] exps = [.. pass.Elements.Where(definition => definition.IsExp)];
        foreach (Definition definition in pass.Elements)
        {
            WriteElement(definition);
            if (exps.Length > 0 && definition == exps[exps.Length - 1])
            {
                WriteExps(exps);
            }
        }
    }

    protected override void WriteReloaded(Pass pass)
    {
        if (pass.Reloaded.Count > 0)
        {
            Writer.Lines(Blocks.Load(Side.Derivatives, Names("kept")));
            Split("kept", pass.Reloaded, isDeclared: false);
        }
    }

    protected override void WriteKept(Pass pass)
    {
        if (pass.Kept.Count > 0)
        {
            ForEachVector(i => $"{Dialect.Type} kept{Literal.Of(i)} = {Joined(pass.Kept, i)};");
            Writer.Lines(Blocks.Store(Side.Derivatives, Names("kept")));
        }
    }

    protected override void WriteGradients(Pass pass)
    {
        if (pass.Gradients.Count > 0)
        {
            // The row's own column is on neither side: its derivative is 0, whatever it holds.
            string zero = Dialect.Constant(0);
            ForEachVector(i => $"{Dialect.Type} g{Literal.Of(i)} = {pass.Gradients.Aggregate(zero, (rest, gradient) => Dialect.Select(SideMask(gradient.Side, i), ElementsOf(gradient.Value, i), rest))};");
            Writer.Lines(Blocks.Store(Side.Derivatives, Names("g")));
        }
    }

    private static string SideMask(Axes axes, int vector) => ExpressionText.NameOfMask(axes) + Literal.Of(vector);

    private void WriteExps(Definition[] exps)
    {
        ForEachVector(i => $"{Dialect.Type} e{Literal.Of(i)} = {Joined(exps, i)};");
        Writer.Lines(ExpText.Calls(ExpKind, [.. Names("e")], MostChains));
        Split("e", exps, isDeclared: true);
    }

    /// <summary>Each side's value in its own lanes.</summary>
    private string Joined(IReadOnlyList<Definition> ofSides, int vector) => ofSides.Count == 1
        ? Name(ofSides[0], vector)
        : Dialect.Select(SideMask(ofSides[0].Axes, vector), Name(ofSides[0], vector), Name(ofSides[1], vector));

    /// <summary>Gives each side its own lanes of a joined value, and 0 in the others.</summary>
    private void Split(string joined, IEnumerable<Definition> ofSides, bool isDeclared)
    {
        foreach (Definition definition in ofSides)
        {
            ForEachVector(i =>
                $"{(isDeclared ? "" : $"{Dialect.Type} ")}{Name(definition, i)} = {Dialect.Select(SideMask(definition.Axes, i), joined + Literal.Of(i), Dialect.Constant(0))};");
        }
    }
}
