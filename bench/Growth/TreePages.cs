using System.Buffers.Binary;

namespace Bench.Growth;

/// <summary>
/// Counts the pages of tables and indexes in an SQLite file by walking their trees (SQLite's "Database File Format", 1.6): the engine
/// that ships with the provider leaves out the table that would tell. Pages into which a long row overflows are not counted.
/// </summary>
/// <param name="file">The file, with nothing left in its write-ahead log.</param>
/// <param name="pageBytes">Bytes a page.</param>
internal sealed class TreePages(FileStream file, int pageBytes)
{
    private const int FileHeader = 100;
    private const int RightmostAt = 8;
    private const int PointersAt = 12;

    private readonly byte[] type = new byte[1];

    /// <summary>Pages of the tree with a root.</summary>
    public long Count(long root)
    {
        int header = root == 1 ? FileHeader : 0;
        file.Position = ((root - 1) * pageBytes) + header;
        file.ReadExactly(type);
        // Leaves have no children: they are counted without being read any further.
        return IsInterior(type[0]) ? 1 + Children(root, header).Sum(Count) : 1;
    }

    private static bool IsInterior(byte pageType) => pageType is 2 or 5;

    private List<long> Children(long number, int header)
    {
        byte[] page = new byte[pageBytes];
        file.Position = (number - 1) * pageBytes;
        file.ReadExactly(page);
        int cells = BinaryPrimitives.ReadUInt16BigEndian(page.AsSpan(header + 3));
        var children = new List<long>(cells + 1) { BinaryPrimitives.ReadUInt32BigEndian(page.AsSpan(header + RightmostAt)) };
        for (int i = 0; i < cells; i++)
        {
            int cell = BinaryPrimitives.ReadUInt16BigEndian(page.AsSpan(header + PointersAt + (2 * i)));
            children.Add(BinaryPrimitives.ReadUInt32BigEndian(page.AsSpan(cell)));
        }

        return children;
    }
}
