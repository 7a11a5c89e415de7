using LossGen.Benchmarks.Output;
using LossGen.Benchmarks.Peers;
using LossGen.Benchmarks.Shapes;

namespace LossGen.Benchmarks.Comparison;

/// <summary>All shapes in one table and the linearity, or those that are named.</summary>
internal static class CompareMode
{
    public static int Run(ReadOnlySpan<string> words, TableWriter writer)
    {
        List<Shape> shapes = [];
        bool linearity = words.IsEmpty;
        foreach (string word in words)
        {
            if (word == Linearity.Word)
            {
                linearity = true;
                continue;
            }

            Shape[] matching = [.. ShapeCatalogue.All.Where(shape => shape.Matches(word))];
            if (matching.Length == 0)
            {
                string names = string.Join(", ", ShapeCatalogue.All.Select(shape => shape.Name));
                Console.Error.WriteLine($"No shape is called '{word}'. There are: {names}, {Linearity.Word}.");
                return 2;
            }

            shapes.AddRange(matching);
        }

        writer.Line(Machine.Describe());
        writer.Line("One thread, float, loss and gradient in one call, the mean of the batch. Medians of one run; ns are nanoseconds a score.");
        if (TorchPeer.Missing is { } reason)
        {
            writer.Line($"TorchSharp is not available: {reason}");
        }

        Compare(words.IsEmpty ? ShapeCatalogue.All : shapes.Distinct(), writer);
        if (linearity)
        {
            Linearity.Write(writer);
        }

        return 0;
    }

    private static void Compare(IEnumerable<Shape> shapes, TableWriter writer)
    {
        var table = new ComparisonTable();
        foreach (Shape shape in shapes)
        {
            TableWriter.Progress(shape.Name);
            table.Add(ShapeTimes.Measure(shape));
        }

        table.Write(writer);
    }
}
