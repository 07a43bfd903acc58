using System.CommandLine;
using AuditCli.Input;
using AuditCli.Support;
using AuditCore.Sampling;

namespace AuditCli.Draw;

/// <summary><c>draw</c>: draws a sample from a frame, or draws it again to check it.</summary>
internal static class DrawCommand
{
    private const string Guide =
        """
        The same seed and frame give the same sample everywhere, whatever the
        order of the frame; taking more only adds to it (Rivest's consistent sampling).

        FILE holds one unit id a line, UTF-8. Each unit gets a ticket: the decimal digits, last first, of SHA-256(hex(SHA-256(seed)) + id).
        The smallest tickets are drawn. The answer is a JSON line for each, in ticket order: {"id": …, "ticket": …}.

        Example: crimeaudit draw --seed 36982534903285845567 --frame frame.txt --take 25
        """;

    public static Command Create(Func<Stream> standardInput)
    {
        Option<string> seed = new("--seed") { Required = true, HelpName = "TEXT", Description = "The seed, exactly as it was published; not empty." };
        Option<string> frame = new("--frame") { Required = true, HelpName = "FILE", Description = "The frame; '-' reads standard input." };
        Option<int> take = new("--take") { Required = true, HelpName = "UNITS", Description = "How many units to draw, at least 1; more than the frame holds draws all of it." };
        Verb command = new("draw", "Draws a sample from a frame, or draws it again to check it", Guide) { seed, frame, take };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(seed), parsed.GetRequiredValue(frame), parsed.GetValue(take), standardInput, parsed.InvocationConfiguration));
        return command;
    }

    private static int Run(string seed, string frame, int take, Func<Stream> standardInput, InvocationConfiguration io)
    {
        List<string> problems = [];
        if (seed.Length == 0)
            problems.Add("--seed: must not be empty.");
        if (take < 1)
            problems.Add(FormattableString.Invariant($"--take {take}: must be at least 1."));
        InputException.ThrowIfAny(problems);

        IReadOnlyList<string> ids = FrameFile.Read(frame, standardInput);
        if (take > ids.Count)
            io.Error.WriteLine(FormattableString.Invariant($"note: the frame holds {ids.Count} units, fewer than {take}: all are drawn"));
        foreach (DrawnUnit unit in AuditCore.Sampling.Draw.Take(seed, ids, take))
            Write(io.Output, unit);
        return CommandLine.Ok;
    }

    private static void Write(TextWriter output, DrawnUnit unit) => JsonText.WriteLine(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("id", unit.Id);
        json.WriteString("ticket", unit.Ticket.Text);
        json.WriteEndObject();
    });
}
