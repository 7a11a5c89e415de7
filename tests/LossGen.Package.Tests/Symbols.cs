using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace LossGen.Package.Tests;

/// <summary>What an assembly's symbols say of its sources.</summary>
/// <param name="Documents">The path of each source file.</param>
/// <param name="SourceLink">Where the sources are to be had, as JSON; null if they say nothing.</param>
internal sealed record Symbols(string[] Documents, string? SourceLink)
{
    /// <summary>As the specification of portable symbols has it.</summary>
    private static readonly Guid SourceLinkKind = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    /// <summary>The symbols that are in the assembly itself.</summary>
    public static Symbols In(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        DebugDirectoryEntry entry = file.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        using MetadataReaderProvider provider = file.ReadEmbeddedPortablePdbDebugDirectoryData(entry);
        MetadataReader symbols = provider.GetMetadataReader();
        return new Symbols(
            [.. symbols.Documents.Select(document => symbols.GetString(symbols.GetDocument(document).Name))],
            symbols.CustomDebugInformation
                .Select(symbols.GetCustomDebugInformation)
                .Where(information => symbols.GetGuid(information.Kind) == SourceLinkKind)
                .Select(information => Encoding.UTF8.GetString(symbols.GetBlobBytes(information.Value)))
                .SingleOrDefault());
    }
}
