using System.Collections.Immutable;
using System.Diagnostics;
using LossGen.Benchmarks.Measurement;
using LossGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace LossGen.Benchmarks.BuildTime;

/// <summary>What the annotated methods of one project add to its build, in milliseconds.</summary>
/// <param name="Lines">How many lines the generator writes.</param>
/// <param name="Warm">The generator, in a process that has run it before.</param>
/// <param name="EditElsewhere">The generator after an edit of a file without annotated methods.</param>
/// <param name="EditOfOneMethod">The generator after an edit of one annotated method.</param>
/// <param name="Text">The compiler's work on what was generated: parsing, binding and emitting it.</param>
internal sealed record BuildTimes(int Lines, double Warm, double EditElsewhere, double EditOfOneMethod, double Text)
{
    private const int Repetitions = 5;

    /// <summary>Above as many lines the compiler takes seconds, whose median is not worth waiting for.</summary>
    private const int LinesToCompileOnce = 50_000;

    public static BuildTimes Measure(int methods)
    {
        CSharpCompilation project = SampleProject.WithMethods(methods);
        (GeneratorDriver driver, _) = Generate(NewDriver(), project);
        ImmutableArray<GeneratedSourceResult> files = driver.GetRunResult().Results.Single().GeneratedSources;
        int lines = files.Sum(file => file.SourceText.Lines.Count);
        int compilations = lines > LinesToCompileOnce ? 1 : Repetitions;
        return new BuildTimes(
            lines,
            Warm: MedianOf(Repetitions, _ => Generate(NewDriver(), SampleProject.WithMethods(methods)).Milliseconds),
            EditElsewhere: MedianOf(Repetitions, number => Generate(driver, project.EditedElsewhere(number)).Milliseconds),
            EditOfOneMethod: MedianOf(Repetitions, number => Generate(driver, project.EditedInOneMethod(number)).Milliseconds),
            Text: MedianOf(compilations, _ => Compile(SampleProject.WithMethods(methods), files))
                - MedianOf(compilations, _ => Compile(SampleProject.WithStubs(methods), [])));
    }

    /// <summary>The generator's first run in this process, where the compiler itself is warm, as it is in a build.</summary>
    public static double MeasureCold(int methods)
    {
        Compile(SampleProject.WithStubs(methods), []);
        return Generate(NewDriver(), SampleProject.WithMethods(methods)).Milliseconds;
    }

    private static CSharpGeneratorDriver NewDriver() => CSharpGeneratorDriver.Create(new LossGenerator());

    private static (GeneratorDriver Driver, double Milliseconds) Generate(GeneratorDriver driver, CSharpCompilation project)
    {
        long start = Stopwatch.GetTimestamp();
        GeneratorDriver after = driver.RunGenerators(project);
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        if (after.GetRunResult() is { Diagnostics: [Diagnostic problem, ..] })
        {
            throw new InvalidOperationException(problem.ToString());
        }

        return (after, milliseconds);
    }

    private static double Compile(CSharpCompilation project, ImmutableArray<GeneratedSourceResult> generated)
    {
        long start = Stopwatch.GetTimestamp();
        IEnumerable<SyntaxTree> trees = generated.Select(file => CSharpSyntaxTree.ParseText(file.SourceText, path: file.HintName));
        EmitResult result = project.AddSyntaxTrees(trees).Emit(Stream.Null);
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        if (!result.Success)
        {
            throw new InvalidOperationException(result.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToString());
        }

        return milliseconds;
    }

    private static double MedianOf(int repetitions, Func<int, double> measure) => Enumerable.Range(1, repetitions).Select(measure).Median();
}
