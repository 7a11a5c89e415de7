using LossGen.Generator.Formula;
using LossGen.Generator.Planning;

namespace LossGen.Generator.Emission;

/// <summary>Writes passes as loops over blocks of vectors, each with accumulators of its own.</summary>
internal sealed class UnrolledLoopWriter(SourceWriter writer, KernelPlan plan, Dialect dialect, UnrolledLoop layout)
    : PassWriter(writer, plan, dialect)
{
    private readonly BlockMethods blocks = new(writer, plan, dialect, layout.Vectors);

    protected override int Vectors => layout.Vectors;

    public override void BeginRow()
    {
        // Every pass loads its scores again.
    }

    public override void WriteHelpers()
    {
        blocks.Write();
        base.WriteHelpers();
    }

    protected override void WriteBody(Pass pass)
    {
        bool flushesSums = layout.BlocksPerSum is not null && pass.Reductions.Any(IsSum);
        foreach (Definition definition in pass.Reductions)
        {
            if (flushesSums && IsSum(definition))
            {
                Writer.Line($"var {WideSum(definition)} = new CompensatedSum();");
            }
            else
            {
                DeclareAccumulators(definition);
            }
        }

        if (flushesSums)
        {
            WriteLoopsOfShortSums(pass);
        }
        else
        {
            Writer.Block($"for (nuint i = 0; i < {KernelParameter.ClassesOf(Plan)}; i += {Literal.Of(blocks.Size)})", () => WriteBlock(pass));
        }

        if (pass.Reductions.Count > 0)
        {
            Writer.Line();
        }

        foreach (Definition definition in pass.Reductions)
        {
            string value = flushesSums && IsSum(definition) ? $"({Plan.ScalarKeyword}){WideSum(definition)}.Total" : Across(definition);
            Writer.Line($"{Plan.ScalarKeyword} {definition.Name} = {value};");
        }
    }

    protected override string MinusFirst(int vector) => vector == 0 ? " - (nint)i" : $" - (nint)i - {Literal.Of(vector * Plan.Lanes)}";

    private void WriteLoopsOfShortSums(Pass pass)
    {
        Definition[] sums = [.. pass.Reductions.Where(IsSum)];
        string stretch = Literal.Of(layout.BlocksPerSum!.Value * blocks.Size);

        Writer.Block($"for (nuint start = 0; start < {KernelParameter.ClassesOf(Plan)}; start += {stretch})", () =>
        {
            Writer.Line("// A lane that adds up too many terms loses bits: every stretch has sums of its own.");
            foreach (Definition definition in sums)
            {
                DeclareAccumulators(definition);
            }

            Writer.Line($"nuint end = nuint.Min(start + {stretch}, {KernelParameter.ClassesOf(Plan)});");
            Writer.Block($"for (nuint i = start; i < end; i += {Literal.Of(blocks.Size)})", () => WriteBlock(pass));
            Writer.Line();
            foreach (Definition definition in sums)
            {
                Writer.Line($"{WideSum(definition)}.Add({Across(definition)});");
            }
        });
    }

    private void WriteBlock(Pass pass)
    {
        if (pass.ReadsScores)
        {
            Writer.Line(blocks.LoadNegatives(AllVectors.Select(i => $"z{Literal.Of(i)}")));
        }

        foreach (Definition definition in pass.Reloaded)
        {
            Writer.Line(blocks.Load("derivatives", AllVectors.Select(i => Name(definition, i))));
        }

        WriteElements(pass);
        foreach (Definition definition in pass.Reductions)
        {
            ForEachVector(i => Accumulate(definition, i));
        }

        if (Plan.WritesGradient)
        {
            foreach (Definition definition in pass.Kept)
            {
                Writer.Line(blocks.Store("derivatives", AllVectors.Select(i => Name(definition, i))));
            }
        }

        if (pass.Gradient is { } gradient)
        {
            ForEachVector(i => $"{Dialect.Type} g{Literal.Of(i)} = {ElementsOf(gradient, i)};");
            Writer.Line(blocks.Store("derivatives", AllVectors.Select(i => $"g{Literal.Of(i)}")));
        }
    }

    private void DeclareAccumulators(Definition definition)
    {
        string neutral = Dialect.Constant(IsSum(definition) ? 0 : double.NegativeInfinity);
        ForEachVector(i => $"{Dialect.Type} {Name(definition, i)} = {neutral};");
    }

    private string Accumulate(Definition definition, int vector)
    {
        Reduction reduction = ReductionOf(definition);
        string value = ElementsOf(reduction.Body, vector);
        return reduction.Reducer switch
        {
            Reducer.Sum => $"{Name(definition, vector)} += {value};",
            Reducer.Max => $"{Name(definition, vector)} = {Dialect.Max(Name(definition, vector), value)};",
            _ => $"{Name(definition, vector)} = {Dialect.Larger(Name(definition, vector), value)};",
        };
    }

    private string Across(Definition definition) => Across(ReductionOf(definition), [.. AllVectors.Select(i => Name(definition, i))]);

    private static bool IsSum(Definition definition) => ReductionOf(definition).Reducer == Reducer.Sum;

    private static string WideSum(Definition definition) => $"{definition.Name}OfStretches";
}
