using System.Text;
using Spectre.Console;

namespace Digits;

/// <summary>Everything that the program prints: live and in colour on a terminal, plain lines in a file or a pipe.</summary>
sealed class Report
{
    const int PlainLines = 4;
    const int MistakesShown = 4;
    const string Shades = " ░▒▓█";

    readonly DigitData data;
    readonly IAnsiConsole console;
    readonly bool live;

    public Report(DigitData data)
    {
        Console.OutputEncoding = Encoding.UTF8;
        this.data = data;
        console = AnsiConsole.Console;
        live = console.Profile.Out.IsTerminal && console.Profile.Capabilities.Interactive;
    }

    public void Introduction()
    {
        Heading("Handwritten digits, learned with a loss that LossGen wrote");
        console.WriteLine($"{data.All.Count:N0} images of 8 × 8 pixels: {data.Training.Count:N0} to learn from, {data.Test.Count} held out as the test.");
        console.WriteLine($"{Training.Epochs} epochs in batches of {Training.BatchSize}; a batch's loss and gradient are one call.");
        console.WriteLine();
    }

    /// <summary>Runs a training and shows how it goes, epoch by epoch.</summary>
    public List<Epoch> Follow(string name, Func<Action<Epoch>, List<Epoch>> train)
    {
        if (!live)
        {
            return train(epoch =>
            {
                if (epoch.Number % (Training.Epochs / PlainLines) == 0)
                    console.WriteLine(Line(name, epoch));
            });
        }

        return console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 15 })
            .Start(context =>
            {
                ProgressTask task = context.AddTask(name, maxValue: Training.Epochs);
                return train(epoch =>
                {
                    task.Description = Line(name, epoch);
                    task.Value = epoch.Number;
                });
            });
    }

    public void Scores(params ReadOnlySpan<Run> runs)
    {
        Heading("After the last epoch");
        Table table = Table("model", "layers", "weights\n+ biases", "training\nloss", "test\nloss", "test\naccuracy");
        foreach (Run run in runs)
        {
            Epoch last = run.Epochs[^1];
            table.AddRow(
                run.Name,
                string.Join(" → ", run.Widths),
                $"{run.Network.ParameterCount:N0}",
                $"{last.Training.Loss:0.0000}",
                $"{last.Test.Loss:0.0000}",
                $"[bold]{Percent(last.Test.Accuracy)}[/]");
        }

        console.Write(table);
    }

    /// <summary>Which digit was taken for which, and a look at some that were mistaken.</summary>
    public void Confusion(Run run)
    {
        int[] predictions = run.Network.Predict(data.Test.Images);
        ReadOnlySpan<int> labels = data.Test.Labels.Span;
        int[,] counts = new int[DigitData.Classes, DigitData.Classes];
        List<int> mistakes = [];
        for (int i = 0; i < predictions.Length; i++)
        {
            counts[labels[i], predictions[i]]++;
            if (predictions[i] != labels[i])
                mistakes.Add(i);
        }

        Heading($"The {run.Name} on the test digits: true digits down, its answers across");
        Table table = Table(["", .. Enumerable.Range(0, DigitData.Classes).Select(digit => $"{digit}")]);
        for (int label = 0; label < DigitData.Classes; label++)
        {
            string[] cells = new string[DigitData.Classes];
            for (int answer = 0; answer < cells.Length; answer++)
            {
                string color = label == answer ? "green" : "red";
                cells[answer] = counts[label, answer] == 0 ? "[dim]·[/]" : $"[{color}]{counts[label, answer]}[/]";
            }

            table.AddRow([$"[bold]{label}[/]", .. cells]);
        }

        console.Write(table);
        if (mistakes.Count > 0)
            Mistakes(mistakes.Count, [.. mistakes.Take(MistakesShown)], predictions);
    }

    void Mistakes(int total, int[] shown, int[] predictions)
    {
        Heading($"{shown.Length} of its {total} mistakes");
        Grid grid = new();
        foreach (int _ in shown)
            grid.AddColumn(new GridColumn().NoWrap().PadRight(3));

        grid.AddRow([.. shown.Select(i => new Text(Picture(data.Test.Images.Row(i))))]);
        grid.AddRow([.. shown.Select(i => new Text($"{data.Test.Labels.Span[i]}, taken for {predictions[i]}"))]);
        console.Write(grid);
    }

    /// <summary>Holds the generated loss and gradient against the plain loop, on all digits.</summary>
    /// <returns>Whether they agree for every model.</returns>
    public bool Checks(params ReadOnlySpan<Run> runs)
    {
        Heading("The generated loss and gradient against a plain loop in double, on all digits");
        Table table = Table("logits of", "loss", "loss\noff by", "gradient\noff by", "");
        bool passed = true;
        foreach (Run run in runs)
        {
            LossCheck check = LossCheck.Run(run.Network.Forward(data.All.Images), data.All.Labels.Span);
            passed &= check.Passed;
            table.AddRow(
                run.Name,
                $"{check.Loss:0.000000}",
                $"{check.LossDifference:0.0e+0}",
                $"{check.GradientDifference:0.0e+0}",
                check.Passed ? "[green]agrees[/]" : "[red]DISAGREES[/]");
        }

        console.Write(table);
        console.WriteLine("Off by: the largest difference, relative to the loss or to the row's gradient.");
        console.WriteLine($"It may be {LossCheck.LossTolerance:0e+0} for the loss and {LossCheck.GradientTolerance:0e+0} for the gradient.");
        return passed;
    }

    /// <summary>Where to look next. Paths are written whole, on a line of their own, to be copied.</summary>
    public void Files(string picturePath)
    {
        Heading("To look at");
        string project = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", ".."));
        string generated = Path.Combine(project, "Generated");
        string[] kernels = Directory.Exists(generated) ? Directory.GetFiles(generated, "*.CrossEntropy*.g.cs", SearchOption.AllDirectories) : [];
        Array.Sort(kernels, StringComparer.Ordinal);

        TextWriter output = console.Profile.Out.Writer;
        output.WriteLine($"learning curves    {picturePath}");
        foreach (string kernel in kernels)
        {
            string kind = File.ReadAllText(kernel).Contains("ref float gradient", StringComparison.Ordinal) ? "loss and gradient" : "loss alone";
            output.WriteLine($"{kind,-19}{Path.GetRelativePath(Environment.CurrentDirectory, kernel)}");
        }

        if (kernels.Length == 0)
            output.WriteLine("generated kernels  in the folder Generated of the project, once it is built there");
    }

    void Heading(string text)
    {
        console.WriteLine();
        console.MarkupLine($"[bold]{text}[/]");
    }

    static string Line(string name, Epoch epoch) =>
        $"{name,-18}  epoch {epoch.Number,2}  test loss {epoch.Test.Loss:0.0000}  accuracy {Percent(epoch.Test.Accuracy)}";

    static string Percent(float share) => $"{100 * share:0.0} %";

    static Table Table(params ReadOnlySpan<string> headers)
    {
        Table table = new() { Border = TableBorder.Simple };
        foreach (string header in headers)
            table.AddColumn(new TableColumn(header) { Alignment = table.Columns.Count == 0 ? Justify.Left : Justify.Right });
        return table;
    }

    // Two characters a pixel make it about square.
    static string Picture(ReadOnlySpan<float> image)
    {
        StringBuilder picture = new();
        for (int i = 0; i < image.Length; i++)
        {
            picture.Append(Shades[(int)MathF.Round(image[i] * (Shades.Length - 1))], 2);
            if (i % DigitData.Side == DigitData.Side - 1)
                picture.Append('\n');
        }

        return picture.ToString();
    }
}
