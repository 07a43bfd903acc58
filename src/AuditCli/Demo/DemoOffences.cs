using CrimeAudit.V1;

namespace AuditCli.Demo;

/// <summary>Offences that the simulation uses, of the notifiable offence list.</summary>
internal static class DemoOffences
{
    public const string Rape = "019/08";

    private static readonly string[] Violence = ["105/01", "008/01", "008/65", "008/67"];
    private static readonly string[] Sexual = ["020/03", "017/13", "088/09"];
    private static readonly string[] Other = ["028/03", "045/10", "046/00", "048/01", "034/01", "044/00", "068/25", "057/00"];

    /// <summary>An offence of a group.</summary>
    public static Offence Of(OffenceGroup group, DemoRandom random)
    {
        string[] codes = group switch
        {
            OffenceGroup.Violence => Violence,
            OffenceGroup.Sexual => Sexual,
            _ => Other,
        };
        return Coded(codes[random.Between(0, codes.Length - 1)]);
    }

    public static Offence Coded(string code) => new() { Code = code };
}
