using System.Globalization;
using System.Text;
using AuditServer.Audits;
using AuditServer.Audits.Reviews;
using CrimeAudit.V1;
using Tests.Shared;

namespace AuditServer.Tests.Audits.Reviewing;

public sealed class CoursePageTests
{
    [Fact]
    public void The_page_of_the_course_shows_the_tables_that_the_service_goes_by() => WrittenPage.MustSay("docs/review.md", Text());

    /// <summary>What is shown of each kind of unit; acceptance tests hold the service to it.</summary>
    private const string WhatIsJudged =
        """

        ## What is judged, and what its reviewer is sent

        | unit | judged | the review says | sent beside the record as of the freeze | never sent to who reviews |
        | --- | --- | --- | --- | --- |
        | report | the whole record | `crimes`, or `no_crime` | nothing | closing code, later opening codes, what was told after the freeze, other reviews |
        | cancelled crime | the cancellation that holds | `cancellation` | the update that cancelled it, as `judged` | the same |
        | N100 | its recording | `classification` | the update that recorded it, as `judged` | the same |

        The cancellation and the N100 must be seen, since they are what is judged: the code given, who decided, whether and when the
        victim was told. How the force closed the incident is not judged, and stays hidden there too. A review of another kind than
        its unit asks for is refused and says which one is wanted. A verdict other than RIGHT is a fail: it goes to the force, like a crime
        that was not recorded.

        ## Who is told how an audit is judged

        | call | before it is FINAL | FINAL |
        | --- | --- | --- |
        | `GetReviewQuality` | leads and admins | the force's registrar too |
        | `EstimateRecordingRate`, `EstimateNotRecorded`, `EstimateClassification`, `CompareEstimates`, `ExplainShortfall` | leads and admins | auditors, and registrars and readers of the force, too |

        Leads and admins to whom a report of the audit is given are told with the auditors. Asked again between two reviews, a count tells the
        verdict of the one between: to an auditor who still has to review blind, or to a force that has not been told of the finding
        ([0033](decisions/0033-interim-estimates-are-for-the-lead.md)). Others are refused with AUDIT_STATE.

        """;

    private static string Text()
    {
        var text = new StringBuilder();
        text.Append("# The course of an audit and of its review\n\nDrawn by a test from the two tables in code by which the service goes ")
            .Append("(`AuditTransitions`, `ItemTransitions`). What is not here is refused with AUDIT_STATE, which names the state.\n\n")
            .Append("## An audit\n\n```mermaid\nstateDiagram-v2\n  [*] --> Planned\n  [*] --> WitnessedPlanned\n");
        foreach (((AuditStage from, AuditStep step), AuditStage to) in AuditTransitions.All
            .Where(t => t.Key.From != t.Value)
            .OrderBy(t => t.Key.From).ThenBy(t => t.Key.Step))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {from} --> {to}: {step}\n");
        }

        text.Append("  Final --> [*]\n  Abandoned --> [*]\n  Voided --> [*]\n```\n\nA step that leaves the stage as it is: ")
            .AppendJoin("; ", AuditTransitions.All.Where(t => t.Key.From == t.Value)
                .GroupBy(t => t.Key.From)
                .OrderBy(g => g.Key)
                .Select(g => $"{g.Key}: {string.Join(", ", g.Select(t => t.Key.Step).Order())}"))
            .Append(".\n\n## An item of its sample\n\n```mermaid\nstateDiagram-v2\n  [*] --> AwaitingReview\n");
        foreach (((ItemState from, ItemMove move), ItemState to) in ItemTransitions.All.OrderBy(t => t.Key.From).ThenBy(t => t.Key.Move))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {from} --> {to}: {move}\n");
        }

        return text.Append("  Settled --> [*]\n  Unavailable --> [*]\n```\n").Append(WhatIsJudged).ToString();
    }
}
