using LossGen.Benchmarks.Measurement;
using LossGen.Benchmarks.Output;
using LossGen.Benchmarks.Shapes;

namespace LossGen.Benchmarks.Comparison;

/// <summary>The comparison as text: a row a shape, and below them the bars that are missed.</summary>
internal sealed class ComparisonTable
{
    private readonly List<string[]> rows = [];
    private readonly List<string> missed = [];

    public void Add(ShapeTimes times)
    {
        Bars bars = times.Shape.Bars;
        Ratio[] ratios =
        [
            new("floor", times.Ours / times.Floor, bars.FloorAt(ExpFloor.VectorBits), AtMost: true),
            new("Tensors", times.Tensors / times.Ours, bars.Tensors),
            new("loops", times.Loop / times.Ours, bars.Loop),
            new("TorchSharp", times.Torch / times.Ours, bars.TorchAt(ExpFloor.VectorBits)),
        ];
        rows.Add(
        [
            times.Shape.Name,
            (times.Ours * times.Shape.Scores / 1000).ThreeDigits(),
            times.Ours.ThreeDigits(),
            times.OursInPlace.ThreeDigits(),
            times.Floor.ThreeDigits(),
            .. ratios.Select(ratio => ratio.ToString()),
        ]);
        string[] missedHere = [.. ratios.Where(ratio => ratio.Misses).Select(ratio => ratio.Over)];
        if (missedHere.Length > 0)
        {
            missed.Add($"{times.Shape.Name} ({string.Join(", ", missedHere)})");
        }
    }

    public void Write(TableWriter writer)
    {
        writer.Table(
            [
                "shape", "LossGen\nµs a call", "LossGen\nns", "in place\nns", "floor\nns",
                "LossGen\n/ floor", "Tensors\n/ LossGen", "loops\n/ LossGen", "TorchSharp\n/ LossGen",
            ],
            rows,
            leftAlignedFrom: 5);
        writer.Line(missed.Count == 0 ? "All bars are held." : $"Bars missed: {string.Join(", ", missed)}.");
    }
}
