"""A force's client in Python: tells incidents, follows the log, asks what is overdue, and reads an error.

Prints one JSON object a step. The modules it imports are generated from the protos, into a folder on PYTHONPATH.
"""
import json
import os

import grpc
from google.protobuf.timestamp_pb2 import Timestamp

from crimeaudit.v1 import common_pb2, incidents_pb2, incidents_pb2_grpc, overdue_pb2, rates_pb2, rates_pb2_grpc
from google.rpc import error_details_pb2, status_pb2

FORCE = "thames-valley"
TOKEN = [("authorization", f"Bearer {os.environ['CRIMEAUDIT_TOKEN']}")]


def show(step, **said):
    print(json.dumps({"step": step, **said}, ensure_ascii=False))


def instant(text):
    time = Timestamp()
    time.FromJsonString(text)
    return common_pb2.EventTime(time=time, precision=common_pb2.TIME_PRECISION_INSTANT)


def violence(alleged_ref):
    return incidents_pb2.AllegedCrime(alleged_ref=alleged_ref, offence=common_pb2.Offence(code="005/02"))


def report(ref, *alleged):
    reported = instant("2019-06-01T08:30:00Z")
    return incidents_pb2.IncidentUpdate(
        # The same request id again is the same update: nothing is doubled.
        sender=common_pb2.Sender(force=FORCE, source_system="storm", request_id=f"opened-{ref}"),
        incident=common_pb2.IncidentKey(source_system="storm", ref=ref),
        event_time=reported,
        opened=incidents_pb2.Opened(reported_time=reported, channel=incidents_pb2.CHANNEL_ONLINE, alleged_crimes=alleged))


def stream(incidents, updates):
    """Sends updates and keeps the stream open until each has its result."""
    request = incidents_pb2.StreamIncidentsRequest(updates=updates, first_sequence=1)
    results, durable = [], 0
    for answer in incidents.StreamIncidents(iter([request]), metadata=TOKEN):
        results.extend(answer.results)
        durable = answer.durable_through
    return results, durable


def watch(incidents, resume_token, most=None):
    """Reads until everything so far is told. Whoever keeps the last token goes on after it, in another process too."""
    call = incidents.WatchIncidents(
        incidents_pb2.WatchIncidentsRequest(force=FORCE, resume_token=resume_token), metadata=TOKEN)
    entries = []
    for message in call:
        resume_token = message.resume_token
        if message.HasField("entry"):
            entries.append(message.entry.entry_index)
        if message.HasField("caught_up") or len(entries) == most:
            break
    call.cancel()
    return entries, resume_token


def details_of(error):
    """The details of a failed call are a google.rpc.Status; ErrorInfo comes first and has the reason."""
    status = status_pb2.Status.FromString(dict(error.trailing_metadata())["grpc-status-details-bin"])
    info, bad = error_details_pb2.ErrorInfo(), error_details_pb2.BadRequest()
    status.details[0].Unpack(info)
    status.details[1].Unpack(bad)
    return info, bad


def main(channel):
    incidents, rates = incidents_pb2_grpc.IncidentServiceStub(channel), rates_pb2_grpc.RateServiceStub(channel)
    submit = incidents_pb2.SubmitIncidentRequest

    answer = incidents.SubmitIncident(submit(update=report("n-1", violence("a1"))), metadata=TOKEN, timeout=10)
    show("submitted", entry=answer.receipt.entry_index, deadline=answer.alleged_crimes[0].deadline.seconds)

    results, durable = stream(incidents, [report("n-2", violence("a1")), report(""), report("n-3")])
    show("streamed", durable=durable,
         outcomes=[r.receipt.entry_index if r.HasField("receipt") else r.error.message for r in results])

    first, resume_token = watch(incidents, "", most=1)
    rest, _ = watch(incidents, resume_token)
    show("watched", first=first, rest=rest)

    rate = rates.GetAccountedForRate(rates_pb2.GetAccountedForRateRequest(force=FORCE), metadata=TOKEN, timeout=5)
    show("rate", method=rate.method, alleged=rate.total.counts.alleged, overdue=rate.total.counts.overdue)

    overdue = incidents.ListOverdue(overdue_pb2.ListOverdueRequest(force=FORCE), metadata=TOKEN, timeout=10)
    show("overdue", refs=[crime.incident.ref for crime in overdue.crimes])

    wrong = report("n-4")
    wrong.ClearField("event_time")
    wrong.ClearField("incident")
    try:
        incidents.SubmitIncident(submit(update=wrong), metadata=TOKEN, timeout=10)
    except grpc.RpcError as error:
        info, bad = details_of(error)
        show("refused", code=error.code().value[0], reason=info.reason, fields=[v.field for v in bad.field_violations])


# Without TLS for a server on this machine; elsewhere grpc.secure_channel with grpc.ssl_channel_credentials().
with grpc.insecure_channel(os.environ.get("CRIMEAUDIT_ADDRESS", "127.0.0.1:5080")) as connection:
    main(connection)
