using CrimeAudit.Client;

namespace Tests.Shared.Evidence;

/// <summary>A receipt as the log gives it, and what can be made of it.</summary>
internal static class ForgedReceipts
{
    public const int Size = 13;
    public const int Index = 9;

    private static readonly (string Part, string Forged, ProofFault Fault)[] Forgeries =
    [
        ("c2sp.org/tlog-proof@v1", "c2sp.org/tlog-proof@v2", ProofFault.ProofMalformed),
        ("c2sp.org/tlog-proof@v1\n", "", ProofFault.ProofMalformed),
        ("index 9\n", "", ProofFault.ProofMalformed),
        ("index 9\n", "unknown line\nindex 9\n", ProofFault.ProofMalformed),
        ("index 9\n", "extra \nindex 9\n", ProofFault.ProofMalformed),
        ("index 9\n", "extra AQIDA\nindex 9\n", ProofFault.ProofMalformed),
        ("index 9\n", "extra AQID\nextra AQID\nindex 9\n", ProofFault.ProofMalformed),
        ("index 9\n", "index 9\nextra AQID\n", ProofFault.HashNotCanonical),
        ("index 9\n", "index 9\nindex 9\n", ProofFault.HashNotCanonical),
        ("index 9\n", "index 09\n", ProofFault.NumberNotCanonical),
        ("index 9\n", "index +9\n", ProofFault.NumberNotCanonical),
        ("index 9\n", "index 9 \n", ProofFault.NumberNotCanonical),
        ("index 9\n", "index -9\n", ProofFault.NumberNotCanonical),
        ("index 9\n", "index 9223372036854775808\n", ProofFault.NumberNotCanonical),
        ("index 9\n", "index 13\n", ProofFault.IndexOutsideTree),
        ("index 9\n", "index 8\n", ProofFault.RootDiffers),
        ("index 9\n", "index 1\n", ProofFault.RootDiffers),
        ("\n13\n", "\n14\n", ProofFault.SignatureWrong),
        ("\naudit.example/log\n", "\nother.example/log\n", ProofFault.SignatureWrong),
    ];

    public static TestLog Log { get; } = new();

    public static PlainTree Tree { get; } = PlainTree.Of(Size);

    /// <summary>The leaf that is proved.</summary>
    public static byte[] Leaf => Tree.Leaf(Index);

    public static string Note { get; } = Log.Note(Size, Tree.Root(Size));

    /// <summary>Its path, in base64.</summary>
    public static IReadOnlyList<string> Path { get; } = [.. Tree.Inclusion(Index, Size).Select(Convert.ToBase64String)];

    /// <summary>The honest one.</summary>
    public static string Honest { get; } = WithPath(Path);

    /// <summary>How many forgeries there are.</summary>
    public static int Count => Forgeries.Length;

    /// <summary>A forged receipt, and the reason for which it has to be rejected.</summary>
    public static (ProofFault Fault, string Text) At(int forgery)
    {
        (string part, string forged, ProofFault fault) = Forgeries[forgery];
        return (fault, Honest.Replace(part, forged, StringComparison.Ordinal));
    }

    /// <summary>A receipt with another path.</summary>
    public static string WithPath(IEnumerable<string> path) =>
        $"c2sp.org/tlog-proof@v1\nindex {Index}\n{string.Concat(path.Select(h => h + "\n"))}\n{Note}";
}
