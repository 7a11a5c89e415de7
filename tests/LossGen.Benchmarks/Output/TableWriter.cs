using System.Text;
using Spectre.Console;

namespace LossGen.Benchmarks.Output;

/// <summary>Writes tables for a terminal, or as markdown to be pasted into a page.</summary>
internal sealed class TableWriter
{
    /// <summary>Wide enough for every table, where the output is a file or a pipe and has no width of its own.</summary>
    private const int WidthOfAFile = 180;

    private readonly bool markdown;
    private readonly IAnsiConsole console = AnsiConsole.Console;

    public TableWriter(bool markdown)
    {
        Console.OutputEncoding = Encoding.UTF8;
        this.markdown = markdown;
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = WidthOfAFile;
        }
    }

    /// <summary>A line of its own, a paragraph in markdown.</summary>
    public void Line(string text)
    {
        Console.WriteLine(text);
        if (markdown)
        {
            Console.WriteLine();
        }
    }

    /// <summary>What is measured now, for who waits; it is no part of what is written.</summary>
    public static void Progress(string text)
    {
        if (!Console.IsErrorRedirected)
        {
            Console.Error.Write($"\r{text,-40}\r");
        }
    }

    /// <param name="headers">What the columns are.</param>
    /// <param name="rows">The cells.</param>
    /// <param name="leftAlignedFrom">The first column whose cells are aligned by themselves.</param>
    public void Table(IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> rows, int leftAlignedFrom = int.MaxValue)
    {
        Progress("");
        if (markdown)
        {
            WriteMarkdown(headers, rows);
        }
        else
        {
            WriteConsole(headers, rows, leftAlignedFrom);
        }
    }

    private void WriteConsole(IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> rows, int leftAlignedFrom)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (string header in headers)
        {
            bool left = table.Columns.Count == 0 || table.Columns.Count >= leftAlignedFrom;
            table.AddColumn(new TableColumn(header.EscapeMarkup()) { Alignment = left ? Justify.Left : Justify.Right, NoWrap = true });
        }

        foreach (IReadOnlyList<string> row in rows)
        {
            table.AddRow([.. row.Select(cell => cell.EscapeMarkup())]);
        }

        console.Write(table);
    }

    private static void WriteMarkdown(IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        WriteRow(headers.Select(header => header.Replace('\n', ' ')));
        WriteRow(headers.Select((_, column) => column == 0 ? "---" : "---:"));
        foreach (IReadOnlyList<string> row in rows)
        {
            WriteRow(row);
        }

        Console.WriteLine();

        static void WriteRow(IEnumerable<string> cells) => Console.WriteLine($"| {string.Join(" | ", cells.Select(cell => cell.Trim()))} |");
    }
}
