using Digits;

const int Seed = 1998;
const int HiddenUnits = 128;

if (args.Length > 1 || (args.Length == 1 && !args[0].EndsWith(".svg", StringComparison.OrdinalIgnoreCase)))
{
    Console.Error.WriteLine("Usage: Digits [picture.svg]");
    return 2;
}

// Opened before the training, so that a path which cannot be written is known now; an old picture stays until the new one is drawn.
string picturePath = args is [string path] ? path : "learning-curves.svg";
FileStream picture;
try
{
    picture = new FileStream(picturePath, FileMode.OpenOrCreate, FileAccess.Write);
}
catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"The picture cannot be written to '{picturePath}': {exception.Message}");
    return 2;
}

using (picture)
{
    Random random = new(Seed);
    DigitData data = DigitData.Load(random);
    Report report = new(data);
    report.Introduction();

    Run regression = Train("softmax regression", [DigitData.Pixels, DigitData.Classes]);
    Run network = Train("network", [DigitData.Pixels, HiddenUnits, DigitData.Classes]);

    report.Scores(regression, network);
    report.Confusion(network);

    picture.SetLength(0);
    LearningCurves.Write(picture, regression, network);

    bool passed = report.Checks(regression, network);
    report.Files(picturePath);
    return passed ? 0 : 1;

    Run Train(string name, int[] widths)
    {
        Network model = new(widths, capacity: data.All.Count, random);
        return new Run(name, widths, model, report.Follow(name, progress => Training.Run(model, data, random, progress)));
    }
}
