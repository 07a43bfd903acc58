using AuditServer.Audits;
using AuditServer.Audits.Frames;
using AuditServer.Sequencing;
using AuditServer.Tests.Audits;
using AuditServer.Tests.Support;
using CrimeAudit.V1;
using Microsoft.Extensions.DependencyInjection;

namespace AuditServer.Tests.Moving;

public sealed class PastFrameTests(FeatureServer server) : IClassFixture<FeatureServer>
{
    [Fact]
    public async Task A_frame_that_much_was_told_after_before_it_counted_is_imported_as_it_was()
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        using var databases = new Databases();
        await server.SubmitAsync(Given.Reports(6, "a-code"));
        var audit = new Inspection(server, "slow");
        await audit.Create(Given.Plan(SeedSource.Witnessed, ("a-code", 2), ("b-code", 2)));

        // What a slow freeze does on a busy log: units are staged, much comes in, and then the frame counts.
        Sequencer sequencer = server.Services.GetRequiredService<Sequencer>();
        AuditRecord attempt = await sequencer.RunAsync(
            async (turn, token) => await FreezeAttempts.BeginAsync(turn, (await turn.Log.Audits.FindAsync("slow", token))!, token), cancel);
        StagedFrame staged = await new FrameStaging(sequencer, server.Services.GetRequiredService<IAuditReads>(), attempt).StageAsync(cancel);
        await server.SubmitAsync([Recoded(1, "b-code"), Recoded(2, "of-no-stratum"), Moved(3), Given.Report("new", "a-code"), Recoded(4, "a-code")]);
        string older = databases.PathOf("older.jsonl");
        Assert.Equal(0, (await Databases.RunAsync("export", older, server.DatabaseFile)).Code);
        await sequencer.RunAsync(
            (turn, token) => AuditSteps.TakeAsync(turn, Freeze(staged), token), cancel);
        await audit.Witness();
        await audit.Draw();
        await server.SubmitAsync([Recoded(5, "b-code")]);
        Assert.Equal((7, 6), ((int)staged.TreeSize, (int)staged.Tally.Units));

        string export = databases.PathOf("export.jsonl");
        Assert.Equal(0, (await Databases.RunAsync("export", export, server.DatabaseFile)).Code);
        foreach (string[] files in new string[][] { [export], [older, export] })
        {
            string database = databases.PathOf($"after-{files.Length}.db");
            foreach (string file in files)
            {
                (int code, string error) = await Databases.RunAsync("import", file, database);
                Assert.True(code == 0, error);
            }

            string again = databases.PathOf($"again-{files.Length}.jsonl");
            Assert.Equal(0, (await Databases.RunAsync("export", again, database)).Code);
            Assert.Equal(await File.ReadAllBytesAsync(export, cancel), await File.ReadAllBytesAsync(again, cancel));
        }
    }

    private static StepRequest Freeze(StagedFrame staged) => new("slow", "freeze")
    {
        Permit = _ => { },
        IsSame = _ => false,
        Decide = (turn, audit, _) => ValueTask.FromResult(
            new AuditEvent { AuditId = audit.Id, Actor = "lena", Frozen = staged.ToFrozen(turn.AcceptedMicros) }),
    };

    private static IncidentUpdate Recoded(int report, string code)
    {
        IncidentUpdate update = Update(report, $"recode-{report}");
        update.Recoded = new Recoded { OpeningCode = code };
        return update;
    }

    /// <summary>The report turns out to have been made before the window.</summary>
    private static IncidentUpdate Moved(int report)
    {
        IncidentUpdate update = Given.Report($"a-code-{report}", "a-code", new DateTimeOffset(2016, 1, 1, 0, 0, 0, TimeSpan.Zero));
        update.Sender.RequestId = $"move-{report}";
        return update;
    }

    private static IncidentUpdate Update(int report, string requestId)
    {
        IncidentUpdate update = Given.Report($"a-code-{report}", "a-code");
        update.Sender.RequestId = requestId;
        update.EventTime.Time.Seconds += 60;
        return update;
    }
}
