using System.Text;

namespace LossGen.Generator.Emission;

/// <summary>
/// Collects lines of C# with their indentation; every line ends with LF, whatever the machine. A blank line stands between two others, and never first in a
/// block or next to another blank one.
/// </summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder text = new();
    private int depth;
    private bool beginsParagraph = true;

    public void Line(string line = "")
    {
        if (line.Length > 0)
        {
            text.Append(' ', 4 * depth).Append(line).Append('\n');
        }
        else if (!beginsParagraph)
        {
            text.Append('\n');
        }

        beginsParagraph = line.Length == 0;
    }

    public void Lines(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            Line(line);
        }
    }

    /// <summary>A blank line and a sentence as a comment: the next step begins.</summary>
    public void Step(string remark)
    {
        Line();
        Line($"// {char.ToUpperInvariant(remark[0])}{remark.Substring(1)}.");
    }

    /// <summary>Braces around what <paramref name="body"/> writes, below <paramref name="head"/>.</summary>
    public void Block(string head, Action body)
    {
        Line(head);
        Braces(body);
    }

    /// <summary>Braces around what <paramref name="body"/> writes.</summary>
    public void Braces(Action body)
    {
        Line("{");
        beginsParagraph = true;
        depth++;
        body();
        depth--;
        Line("}");
    }

    public override string ToString() => text.ToString();
}
