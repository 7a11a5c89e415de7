using System.Numerics.Tensors;
using System.Text;
using Digits;
using Spectre.Console;

namespace MetricLearning;

/// <summary>Everything that the program prints: live and in colour on a terminal, plain lines in a file or a pipe.</summary>
sealed class Report
{
    // Adding in another order, as another instruction set does, has moved one loss's MAP@R by 2.8 points: a lead that two such moves explain is no win.
    const double Level = 0.056;

    readonly IAnsiConsole console;
    readonly bool live;

    public Report()
    {
        Console.OutputEncoding = Encoding.UTF8;
        console = AnsiConsole.Console;
        live = console.Profile.Out.IsTerminal && console.Profile.Capabilities.Interactive;
    }

    public void Introduction(DigitSet all, int parameterCount)
    {
        Heading("Embeddings learned from five handwritten digits, judged on the five others");
        console.WriteLine($"{all.Count:N0} images of 8 × 8 pixels. {parameterCount:N0} weights make {EmbeddingNetwork.Dimensions} numbers of an image.");
        console.WriteLine($"They see {GlyphSampler.Glyphs} classes, made of the halves of five digits: {Training.Steps:N0} batches of");
        console.WriteLine($"{GlyphSampler.GlyphsPerBatch} classes with {GlyphSampler.ImagesPerGlyph} images each. A batch's loss and gradient are one call.");
    }

    /// <summary>Runs trainings, several at a time, and shows how they go.</summary>
    public void Follow(string[] names, Action<int, Action> train)
    {
        if (!live)
        {
            Parallel.For(0, names.Length, training => train(training, () => { }));
            return;
        }

        console.WriteLine();
        console.Progress().Start(context =>
        {
            ProgressTask[] tasks = [.. names.Select(name => context.AddTask(name, maxValue: Training.Steps))];
            Parallel.For(0, names.Length, training => train(training, () => tasks[training].Increment(1)));
        });
    }

    public void Scores(Experiment experiment)
    {
        ClassSplit split = experiment.Split;
        Heading($"Retrieval among the digits {split.UnseenDigits}, {split.Unseen.Count} images, learned from {split.SeenDigits}");
        Table table = Table("cosine of", "recall@1", "recall@5", "MAP@R");
        foreach (Method method in (Method[])[.. experiment.Before, .. experiment.After])
        {
            table.AddRow(
                method.Name,
                Percent(method.Retrieval.RecallAt1),
                Percent(method.Retrieval.RecallAt5),
                $"[bold]{Percent(method.Retrieval.MeanAveragePrecisionAtR)}[/]");
        }

        console.Write(table);
    }

    /// <summary>Says which loss wins by MAP@R on each split and in their mean, and what it gains on the raw pixels.</summary>
    public void Verdict(params ReadOnlySpan<Experiment> experiments)
    {
        Heading("Which loss wins, by MAP@R");
        double meanPixels = 0;
        double[] meanAfter = new double[experiments[0].After.Length];
        string[] names = [.. experiments[0].ObjectiveNames];
        foreach (Experiment experiment in experiments)
        {
            double pixels = experiment.Before[0].Retrieval.MeanAveragePrecisionAtR;
            double[] after = [.. experiment.After.Select(method => method.Retrieval.MeanAveragePrecisionAtR)];
            meanPixels += pixels / experiments.Length;
            TensorPrimitives.MultiplyAdd(after, 1.0 / experiments.Length, meanAfter, meanAfter);
            Winner($"on {experiment.Split.UnseenDigits}", pixels, after);
        }

        Winner("mean", meanPixels, meanAfter);

        void Winner(string where, double before, double[] precisions)
        {
            int best = TensorPrimitives.IndexOfMax<double>(precisions);
            double lead = precisions[best] - precisions.Where((_, i) => i != best).Max();
            string name = lead < Level ? "level" : $"{names[best]} by {Points(lead)}";
            console.WriteLine($"{where,-7}  {name}; the better one gains {Points(precisions[best] - before)} on the pixels");
        }
    }

    /// <summary>Compares each generated kernel with a plain loop in double.</summary>
    /// <returns>Whether they agree for every training.</returns>
    public bool Checks(params ReadOnlySpan<Experiment> experiments)
    {
        Heading("The generated loss and gradient against a plain loop in double, on a batch");
        Table table = Table("loss", "learned\nfrom", "value", "loss\noff by", "gradient\noff by", "");
        bool passed = true;
        foreach (Experiment experiment in experiments)
        {
            for (int i = 0; i < experiment.Checks.Length; i++)
            {
                LossCheck check = experiment.Checks[i];
                passed &= check.Passed;
                table.AddRow(
                    experiment.After[i].Name,
                    experiment.Split.SeenDigits,
                    $"{check.Loss:0.000000}",
                    $"{check.LossDifference:0.0e+0}",
                    $"{check.GradientDifference:0.0e+0}",
                    check.Passed ? "[green]agrees[/]" : "[red]DISAGREES[/]");
            }
        }

        console.Write(table);
        console.WriteLine("Off by: the difference, relative to the loss or to the row's largest gradient.");
        console.WriteLine($"It may be {LossCheck.Tolerance:0e+0}.");
        return passed;
    }

    /// <summary>Where to look next. Paths are written whole, on a line of their own, to be copied.</summary>
    public void Files(params ReadOnlySpan<string> picturePaths)
    {
        Heading("To look at");
        foreach (string path in picturePaths)
            console.Profile.Out.Writer.WriteLine(path);
    }

    void Heading(string text)
    {
        console.WriteLine();
        console.MarkupLine($"[bold]{text}[/]");
    }

    static string Points(double difference) => $"{100 * difference:0.0} points";

    static string Percent(double share) => $"{100 * share:0.0} %";

    static Table Table(params ReadOnlySpan<string> headers)
    {
        Table table = new() { Border = TableBorder.Simple };
        foreach (string header in headers)
            table.AddColumn(new TableColumn(header) { Alignment = table.Columns.Count == 0 ? Justify.Left : Justify.Right });
        return table;
    }
}
