using LossGen.Benchmarks.Comparison;
using LossGen.Benchmarks.Output;

bool markdown = args.Contains("--markdown");
string[] words = [.. args.Where(word => word != "--markdown")];
switch (words)
{
    case ["compare", .. string[] shapes]:
        return CompareMode.Run(shapes, new TableWriter(markdown));
    default:
        Console.Error.WriteLine("Usage: compare [shape ...] [--markdown]");
        return 2;
}
