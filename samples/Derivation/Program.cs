using Derivation;

if (args.Length > 1)
{
    Console.Error.WriteLine("Usage: Derivation [directory for the pictures]");
    return 2;
}

// Beside the README, which shows them, unless told otherwise.
string directory = args is [string path] ? path : Path.GetRelativePath(".", Path.Combine(AppContext.BaseDirectory, "..", "..", ".."));
(string Path, Action<Stream> Write)[] pictures =
[
    .. Figures.All.Select(figure => (Path.Combine(directory, figure.FileName), (Action<Stream>)(stream => CurvePlot.Write(stream, figure)))),
    (Path.Combine(directory, PlanePlot.FileName), PlanePlot.Write),
];
try
{
    foreach ((string picturePath, Action<Stream> write) in pictures)
    {
        using FileStream picture = new(picturePath, FileMode.Create, FileAccess.Write);
        write(picture);
    }
}
catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"The pictures cannot be written to '{directory}': {exception.Message}");
    return 2;
}

Report report = new();
report.Classes();
report.Pairs();
report.Places();
bool passed = report.Relate() & report.Check();
report.Files([.. pictures.Select(picture => picture.Path)]);
return passed ? 0 : 1;
