using Derivation;

if (args.Length > 1)
{
    Console.Error.WriteLine("Usage: Derivation [directory for the figures]");
    return 2;
}

// Beside the README, which shows them, unless told otherwise.
string directory = args is [string path] ? path : Path.GetRelativePath(".", Path.Combine(AppContext.BaseDirectory, "..", "..", ".."));
(string Path, Action<Stream> Write)[] figures =
[
    .. Figures.All.Select(figure => (Path.Combine(directory, figure.FileName), (Action<Stream>)(stream => CurvePlot.Write(stream, figure)))),
    (Path.Combine(directory, PlanePlot.FileName), PlanePlot.Write),
];
try
{
    Directory.CreateDirectory(directory);
    foreach ((string figurePath, Action<Stream> write) in figures)
    {
        using FileStream file = new(figurePath, FileMode.Create, FileAccess.Write);
        write(file);
    }
}
catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"The figures cannot be written to '{directory}': {exception.Message}");
    return 2;
}

Report report = new();
report.Classes();
report.Pairs();
report.Places();
bool passed = report.Relate() & report.Check();
report.Files([.. figures.Select(figure => figure.Path)]);
return passed ? 0 : 1;
