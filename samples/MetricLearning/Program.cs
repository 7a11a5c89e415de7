using Digits;
using MetricLearning;

const int Seed = 1998;

if (args.Length > 1)
{
    Console.Error.WriteLine("Usage: MetricLearning [directory for the pictures]");
    return 2;
}

// Opened before the training, so that a path which cannot be written is known now; an old picture stays until the new one is drawn.
string directory = args is [string path] ? path : "";
string[] picturePaths = [Path.Combine(directory, "unseen-5-9.svg"), Path.Combine(directory, "unseen-0-4.svg")];
FileStream[] pictures;
try
{
    pictures = [.. picturePaths.Select(picturePath => new FileStream(picturePath, FileMode.OpenOrCreate, FileAccess.Write))];
}
catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"The pictures cannot be written to '{directory}': {exception.Message}");
    return 2;
}

DigitSet all = DigitData.Load(new Random(Seed)).All;
Experiment[] experiments = [new(ClassSplit.Of(all, lowerSeen: true), Seed), new(ClassSplit.Of(all, lowerSeen: false), Seed)];
(Experiment Experiment, int Objective, string Name)[] trainings =
[
    .. experiments.SelectMany(experiment =>
        experiment.ObjectiveNames.Select((name, objective) => (experiment, objective, $"{name}, {experiment.Split.SeenDigits}"))),
];

Report report = new();
report.Introduction(all, experiments[0].ParameterCount);
report.Follow(
    [.. trainings.Select(training => training.Name)],
    (training, step) => trainings[training].Experiment.Train(trainings[training].Objective, step));

foreach (Experiment experiment in experiments)
    report.Scores(experiment);
report.Verdict(experiments);

for (int i = 0; i < pictures.Length; i++)
{
    using FileStream picture = pictures[i];
    picture.SetLength(0);
    Projections.Write(picture, experiments[i]);
}

bool passed = report.Checks(experiments);
report.Files(picturePaths);
return passed ? 0 : 1;
