using System.Text;
using Spectre.Console;

namespace Derivation;

/// <summary>Everything that the program prints.</summary>
sealed class Report
{
    static readonly double[] ClassGaps = [-3, -2, -0.75, -0.25, 0.25, 1, 2];
    static readonly double[] PairGaps = [-0.5, -0.3, -0.25, -0.15, -0.05, 0.1, 0.3];

    readonly IAnsiConsole console;

    public Report()
    {
        Console.OutputEncoding = Encoding.UTF8;
        console = AnsiConsole.Console;
    }

    public void Classes()
    {
        Heading("Steps 1 to 5: four classes, the label at 0, A at the gap, B at -0.5, C at -3");
        Column[] columns =
        [
            new("naive", Steps.NaiveHinge),
            new("Weston–\nWatkins", Steps.WestonWatkins),
            new("Over.\nMax", Steps.CrammerSinger),
            new("≤ Log\nSumExp", Steps.SmoothMaximum),
            new("≤ Max\n+ ln 3", Steps.CrammerSinger, Math.Log(3)),
            new("hinge,\nm = 0", Steps.SmoothMaximumWithoutMargin),
            new("≤ cross\nentropy", Steps.CrossEntropy),
            new("≤ hinge\n+ ln 2", Steps.SmoothMaximumWithoutMargin, Math.Log(2)),
        ];
        Losses(columns, Rows.Classes, ClassGaps);
        console.WriteLine("The derivative by A:");
        Derivatives(columns, Rows.Classes, ClassGaps);
    }

    public void Pairs()
    {
        Heading("Steps 6 and 7: positives 0.5, 0.7, 0.9, negatives 0.5 + gap, 0.1, 0; all over γ");
        Column[] columns =
        [
            new("Over.\nSum", Steps.AllPairs),
            new("Over.\nMax", Steps.HardestPair),
            new("≤ Log\nSumExp", Steps.SmoothPairs),
            new("≤ unified\nγ = 10", Steps.Unified),
            new("≤ LogSumExp\n+ ln 2 / γ", Steps.SmoothPairs, Math.Log(2)),
            new("unified\nγ = 80", Steps.SteepUnified),
            new("≤ Max\n+ ln 10 / 80", Steps.HardestPair, Math.Log(10) * Steps.HardestPair.Gamma / Steps.SteepUnified.Gamma),
        ];
        Losses(columns, Rows.Pairs, PairGaps);
        console.WriteLine("The derivative by the first negative:");
        Derivatives(columns, Rows.Pairs, PairGaps);
    }

    public void Places()
    {
        Heading("Step 8: the same gap at five places; all over γ");
        Table table = Table(Justify.Right, "s_p", "s_n", "unified\nloss", "pull\non s_p", "pull\non s_n", "circle\nloss", "pull\non s_p", "pull\non s_n");
        foreach ((double positive, double negative) in (ReadOnlySpan<(double, double)>)[(1, 0.9), (0.8, 0.7), (0.55, 0.45), (0.3, 0.2), (0.1, 0)])
        {
            Row row = Rows.Pair(positive, negative);
            table.AddRow([Number(positive), Number(negative), .. Cells(Steps.SteepUnified), .. Cells(Steps.Circle)]);

            IEnumerable<string> Cells(Loss loss)
            {
                Evaluation evaluation = loss.Generated(row);
                return [Number(evaluation.Loss / loss.Gamma), Number(-evaluation.ByPositives[0] / loss.Gamma), Number(evaluation.ByNegatives[0] / loss.Gamma)];
            }
        }

        console.Write(table);
    }

    /// <summary>Tries what the README says of the losses.</summary>
    /// <returns>Whether all of it holds.</returns>
    public bool Relate()
    {
        Heading("What holds, at all gaps of the figures and all along the boundaries");
        Table table = Table(Justify.Left, "", "off by", "");
        bool passed = true;
        foreach (Relation relation in Relations.All())
        {
            passed &= relation.Passed;
            table.AddRow(relation.Statement, Difference(Math.Max(relation.Excess, 0)), relation.Passed ? "[green]holds[/]" : "[red]FAILS[/]");
        }

        console.Write(table);
        console.WriteLine($"All is divided by γ. It may be off by {Relation.Tolerance:0e+0}.");
        return passed;
    }

    /// <summary>Compares each generated kernel with its formula in double.</summary>
    /// <returns>Whether all agree.</returns>
    public bool Check()
    {
        Heading("The generated kernels against plain formulas in double");
        Table table = Table(Justify.Left, "kernel", "rows", "loss\noff by", "gradient\noff by", "");
        bool passed = true;
        foreach (LossCheck check in LossCheck.RunAll())
        {
            passed &= check.Passed;
            table.AddRow(
                check.Loss.Name,
                $"{check.Rows:N0}",
                Difference(check.LossDifference),
                Difference(check.GradientDifference),
                check.Passed ? "[green]agrees[/]" : "[red]DISAGREES[/]");
        }

        console.Write(table);
        console.WriteLine("Off by: the largest difference, relative to what the row's pairs pull with.");
        console.WriteLine($"It may be {LossCheck.LossTolerance:0e+0} for the loss and {LossCheck.GradientTolerance:0e+0} for the gradient.");
        return passed;
    }

    /// <summary>Where to look next. Paths are written whole, on a line of their own, to be copied.</summary>
    public void Files(params ReadOnlySpan<string> paths)
    {
        Heading("To look at");
        foreach (string path in paths)
            console.Profile.Out.Writer.WriteLine(path);
    }

    void Losses(Column[] columns, MovingRow moving, double[] gaps) =>
        Print(columns, moving, gaps, (column, evaluation) => evaluation.Loss + column.Offset);

    void Derivatives(Column[] columns, MovingRow moving, double[] gaps) =>
        Print(
            // A bound has no derivative, and the order of the losses is not that of the derivatives.
            [.. columns.Where(column => column.Offset == 0).Select(column => column with { Header = column.Header.TrimStart('≤', ' ') })],
            moving, gaps, (_, evaluation) => evaluation.ByNegatives[0]);

    void Print(Column[] columns, MovingRow moving, double[] gaps, Func<Column, Evaluation, double> quantity)
    {
        Table table = Table(Justify.Right, ["gap", .. columns.Select(column => column.Header)]);
        foreach (double gap in gaps)
        {
            Row row = moving.At(gap);
            table.AddRow(
                [$"{gap:0.00}", .. columns.Select(column => Number(quantity(column, column.Loss.Generated(row)) / column.Loss.Gamma))]);
        }

        console.Write(table);
    }

    void Heading(string text)
    {
        console.WriteLine();
        console.MarkupLine($"[bold]{text}[/]");
    }

    static string Number(double value) => $"{value:0.000}";

    static string Difference(double value) => $"{value:0.0e+0}";

    static Table Table(Justify first, params ReadOnlySpan<string> headers)
    {
        Table table = new() { Border = TableBorder.Simple };
        foreach (string header in headers)
        {
            // All columns fit into 80 characters without the space to the right of each.
            table.AddColumn(new TableColumn(header)
            {
                Alignment = table.Columns.Count == 0 ? first : Justify.Right, Padding = new Padding(1, 0, 0, 0),
            });
        }

        return table;
    }
}
