using System.Text.Json;
using AuditCli.Input;
using AuditCore.Estimation;

namespace AuditCli.Calc;

/// <summary>Writes a Wald interval as other programs do.</summary>
internal static class WaldText
{
    /// <summary>
    /// R ± z·se, unclamped, as <c>wald_z</c>. With a standard error of 0 the product has no such interval; here, for comparison with other
    /// programs, the formula's own value is written (the rate twice), beside the standard error of 0 and a note that it is not certainty.
    /// </summary>
    public static void Wald(this Utf8JsonWriter json, double? rate, double? standardError, Interval? wald)
    {
        if (rate is double value && standardError == 0)
            json.Ends("wald_z", value, value);
        else
            json.Defined("wald_z", wald);
    }
}
