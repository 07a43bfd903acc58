using Google.Api;
using Google.Protobuf.Reflection;

namespace AuditClient.Tests.Contract;

/// <summary>Each rule broken once, on the contract itself.</summary>
public sealed class BreakingChangeTests
{
    private const string Receipt = "crimeaudit.v1.Receipt";
    private const string Submit = "crimeaudit.v1.IncidentService.SubmitIncident";

    [Fact]
    public void A_field_may_not_go() =>
        Breaks(files => Message(files, "Receipt").Field.RemoveAt(0), $"field {Receipt} 1 was 'int64 entry_index, json entryIndex' and is gone");

    [Fact]
    public void A_field_may_not_go_with_its_number_reserved_alone() => Breaks(
        files =>
        {
            Message(files, "Receipt").Field.RemoveAt(0);
            Message(files, "Receipt").ReservedRange.Add(new DescriptorProto.Types.ReservedRange { Start = 1, End = 2 });
        },
        $"field {Receipt} 1 was");

    [Fact]
    public void A_field_may_go_with_number_and_name_reserved() => Keeps(files =>
    {
        Message(files, "Receipt").Field.RemoveAt(0);
        Message(files, "Receipt").ReservedRange.Add(new DescriptorProto.Types.ReservedRange { Start = 1, End = 2 });
        Message(files, "Receipt").ReservedName.Add("entry_index");
    });

    [Fact]
    public void A_reservation_may_not_be_lifted()
    {
        IReadOnlyList<FileDescriptorProto> before = ContractFiles.Read();
        Message(before, "Receipt").ReservedRange.Add(new DescriptorProto.Types.ReservedRange { Start = 90, End = 91 });
        Message(before, "Receipt").ReservedName.Add("old");

        Assert.Equal(2, BreakingChanges.Between(ContractFacts.Of(before).InOrder, ContractFacts.Of(ContractFiles.Read())).Count);
    }

    [Fact]
    public void A_number_may_not_change() =>
        Breaks(files => Message(files, "Receipt").Field[0].Number = 99, $"field {Receipt} 1 was");

    [Fact]
    public void A_type_may_not_change() => Breaks(
        files => Message(files, "Receipt").Field[0].Type = FieldDescriptorProto.Types.Type.Uint64, "int64 entry_index, json entryIndex' and is 'uint64");

    [Fact]
    public void The_type_of_a_message_field_may_not_change() =>
        Breaks(files => Message(files, "IncidentUpdate").Field[0].TypeName = ".crimeaudit.v1.Receipt", "field crimeaudit.v1.IncidentUpdate 1");

    [Fact]
    public void A_single_field_may_not_become_repeated() =>
        Breaks(files => Message(files, "Receipt").Field[0].Label = FieldDescriptorProto.Types.Label.Repeated, "and is 'repeated int64");

    [Fact]
    public void A_field_may_not_become_optional() => Breaks(files => Message(files, "Receipt").Field[0].Proto3Optional = true, "and is 'optional int64");

    [Fact]
    public void A_name_may_not_change() => Breaks(files => Message(files, "Receipt").Field[0].Name = "index", "and is 'int64 index");

    [Fact]
    public void A_name_in_json_may_not_change() => Breaks(files => Message(files, "Receipt").Field[0].JsonName = "index", "json index'");

    [Fact]
    public void A_field_may_not_enter_or_leave_a_oneof()
    {
        Breaks(
            files =>
            {
                Message(files, "Receipt").OneofDecl.Add(new OneofDescriptorProto { Name = "what" });
                Message(files, "Receipt").Field[0].OneofIndex = Message(files, "Receipt").OneofDecl.Count - 1;
            },
            "oneof what'");
        Breaks(files => Message(files, "IncidentUpdate").Field.Single(field => field.Name == "opened").ClearOneofIndex(), "oneof change' and is");
    }

    [Fact]
    public void A_message_may_not_go() =>
        Breaks(files => FileOf(files, "Receipt").MessageType.Remove(Message(files, "Receipt")), $"message {Receipt} was");

    [Fact]
    public void A_message_may_not_move_to_another_file() => Breaks(
        files =>
        {
            DescriptorProto message = Message(files, "Receipt");
            FileOf(files, "Receipt").MessageType.Remove(message);
            files.First(file => file.Name.EndsWith("ledger.proto", StringComparison.Ordinal)).MessageType.Add(message);
        },
        $"message {Receipt} was");

    [Fact]
    public void An_enum_may_not_go() => Breaks(files => Enums(files).EnumType.Clear(), "enum crimeaudit.v1.ErrorReason was");

    [Fact]
    public void A_value_may_not_go() => Breaks(files => Reason(files).Value.RemoveAt(1), "value crimeaudit.v1.ErrorReason");

    [Fact]
    public void A_value_may_not_get_another_number() => Breaks(files => Reason(files).Value[1].Number = 4711, "value crimeaudit.v1.ErrorReason");

    [Fact]
    public void A_value_may_not_get_another_name() => Breaks(files => Reason(files).Value[1].Name = "ERROR_REASON_ELSE", "and is 'ERROR_REASON_ELSE");

    [Fact]
    public void A_reason_may_not_get_another_status() => Breaks(
        files => Reason(files).Value[1].Options.GetExtension(ErrorsExtensions.Error).Code = Google.Rpc.Code.DataLoss, "status DataLoss");

    [Fact]
    public void A_service_may_not_go() => Breaks(files => Incidents(files).Service.Clear(), "service crimeaudit.v1.IncidentService was");

    [Fact]
    public void An_rpc_may_not_go() => Breaks(files => Incidents(files).Service[0].Method.Remove(SubmitOf(files)), $"rpc {Submit} was");

    [Fact]
    public void The_streaming_of_an_rpc_may_not_change()
    {
        Breaks(files => SubmitOf(files).ClientStreaming = true, $"rpc {Submit} was");
        Breaks(files => SubmitOf(files).ServerStreaming = true, $"rpc {Submit} was");
    }

    [Fact]
    public void The_messages_of_an_rpc_may_not_change()
    {
        Breaks(files => SubmitOf(files).InputType = ".crimeaudit.v1.Receipt", $"rpc {Submit} was");
        Breaks(files => SubmitOf(files).OutputType = ".crimeaudit.v1.Receipt", $"rpc {Submit} was");
    }

    [Fact]
    public void The_path_the_verb_and_the_body_of_an_rpc_may_not_change()
    {
        Breaks(files => HttpOf(files).Post = "/v2/incidents", $"rpc {Submit} was");
        Breaks(files => HttpOf(files).Put = HttpOf(files).Post, $"rpc {Submit} was");
        Breaks(files => HttpOf(files).Body = "update.incident", $"rpc {Submit} was");
    }

    [Fact]
    public void The_package_and_the_namespace_may_not_change()
    {
        Breaks(files => files[0].Package = "crimeaudit.v2", $"file {ContractFiles.Read()[0].Name} was");
        Breaks(files => files[0].Options.CsharpNamespace = "Else", $"file {ContractFiles.Read()[0].Name} was");
    }

    [Fact]
    public void A_file_may_not_go()
    {
        IReadOnlyList<FileDescriptorProto> files = ContractFiles.Read();

        Assert.Contains(
            BreakingChanges.Between(ContractFacts.Of(files).InOrder, ContractFacts.Of(files.Skip(1))),
            line => line.StartsWith($"file {files[0].Name} was", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_added_breaks_nothing() => Keeps(files =>
    {
        Message(files, "Receipt").Field.Add(new FieldDescriptorProto { Name = "more", Number = 900, JsonName = "more", Type = FieldDescriptorProto.Types.Type.String });
        Reason(files).Value.Add(new EnumValueDescriptorProto { Name = "ERROR_REASON_MORE", Number = 900 });
        Incidents(files).MessageType.Add(new DescriptorProto { Name = "More" });
        Incidents(files).Service[0].Method.Add(new MethodDescriptorProto { Name = "More", InputType = ".a.B", OutputType = ".a.C" });
    });

    private static void Breaks(Action<IReadOnlyList<FileDescriptorProto>> change, string expected) =>
        Assert.Contains(After(change), line => line.Contains(expected, StringComparison.Ordinal));

    private static void Keeps(Action<IReadOnlyList<FileDescriptorProto>> change) => Assert.Empty(After(change));

    private static IReadOnlyList<string> After(Action<IReadOnlyList<FileDescriptorProto>> change)
    {
        IReadOnlyList<FileDescriptorProto> changed = ContractFiles.Read();
        change(changed);
        return BreakingChanges.Between(ContractFacts.Of(ContractFiles.Read()).InOrder, ContractFacts.Of(changed));
    }

    private static FileDescriptorProto FileOf(IReadOnlyList<FileDescriptorProto> files, string message) =>
        files.Single(file => file.MessageType.Any(type => type.Name == message));

    private static DescriptorProto Message(IReadOnlyList<FileDescriptorProto> files, string name) =>
        FileOf(files, name).MessageType.Single(type => type.Name == name);

    private static FileDescriptorProto Enums(IReadOnlyList<FileDescriptorProto> files) =>
        files.Single(file => file.EnumType.Any(type => type.Name == "ErrorReason"));

    private static EnumDescriptorProto Reason(IReadOnlyList<FileDescriptorProto> files) =>
        Enums(files).EnumType.Single(type => type.Name == "ErrorReason");

    private static FileDescriptorProto Incidents(IReadOnlyList<FileDescriptorProto> files) =>
        files.Single(file => file.Service.Any(service => service.Name == "IncidentService"));

    private static MethodDescriptorProto SubmitOf(IReadOnlyList<FileDescriptorProto> files) =>
        Incidents(files).Service[0].Method.Single(rpc => rpc.Name == "SubmitIncident");

    private static HttpRule HttpOf(IReadOnlyList<FileDescriptorProto> files) => SubmitOf(files).Options.GetExtension(AnnotationsExtensions.Http);
}
