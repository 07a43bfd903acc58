// A force's client in Node: tells incidents, follows the log, asks what is overdue, and reads an error.
// Prints one JSON object a step.
const path = require('node:path');
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');

const root = path.join(__dirname, '..', '..');
const definition = loader.loadSync(
  ['crimeaudit/v1/incidents.proto', 'crimeaudit/v1/rates.proto', 'google/rpc/status.proto', 'google/rpc/error_details.proto'],
  {
    includeDirs: [path.join(root, 'protos'), path.join(root, 'third_party', 'googleapis')],
    longs: Number, enums: String, defaults: true, oneofs: true,
  });
const { IncidentService, RateService } = grpc.loadPackageDefinition(definition).crimeaudit.v1;

// Without TLS for a server on this machine; elsewhere grpc.credentials.createSsl().
const address = process.env.CRIMEAUDIT_ADDRESS ?? '127.0.0.1:5080';
const incidents = new IncidentService(address, grpc.credentials.createInsecure());
const rates = new RateService(address, grpc.credentials.createInsecure());
const token = new grpc.Metadata();
token.set('authorization', `Bearer ${process.env.CRIMEAUDIT_TOKEN}`);

const force = 'thames-valley';
const print = (step, said) => console.log(JSON.stringify({ step, ...said }));
const ask = (client, rpc, request) => new Promise((resolve, reject) => client[rpc](
  request, token, { deadline: Date.now() + 10_000 }, (error, answer) => error ? reject(error) : resolve(answer)));

const instant = text => ({ time: { seconds: Date.parse(text) / 1000 }, precision: 'TIME_PRECISION_INSTANT' });
const violence = allegedRef => ({ allegedRef, offence: { code: '005/02' } });
const report = (ref, ...allegedCrimes) => ({
  sender: { force, sourceSystem: 'storm', requestId: `opened-${ref}` }, // The same id again is the same update: nothing is doubled.
  incident: { sourceSystem: 'storm', ref },
  eventTime: instant('2019-06-01T08:30:00Z'),
  opened: { reportedTime: instant('2019-06-01T08:30:00Z'), channel: 'CHANNEL_ONLINE', allegedCrimes },
});

// The details of a failed call are a google.rpc.Status; ErrorInfo comes first and has the reason.
function detailsOf(bytes) {
  const status = definition['google.rpc.Status'].deserialize(bytes);
  return status.details.map(detail => definition[detail.type_url.split('/')[1]].deserialize(detail.value));
}

function stream(updates) {
  return new Promise((resolve, reject) => {
    const call = incidents.StreamIncidents(token);
    const results = [];
    let durable = 0;
    call.on('data', answer => {
      results.push(...answer.results);
      durable = answer.durableThrough;
      if (durable === updates.length) call.end(); // Every update has its result.
    });
    call.on('error', reject);
    call.on('end', () => resolve({ results, durable }));
    call.write({ updates, firstSequence: 1 });
  });
}

// Reads until everything so far is told. Whoever keeps the last resume token goes on after it, in another process too.
async function watch(resumeToken, most) {
  const call = incidents.WatchIncidents({ force, resumeToken }, token);
  const entries = [];
  try {
    for await (const message of call) {
      resumeToken = message.resumeToken;
      if (message.entry) entries.push(message.entry.entryIndex);
      if (message.caughtUp || entries.length === most) return { entries, resumeToken };
    }
  } finally {
    call.on('error', () => { }); // Our own cancellation comes back as an error.
    call.cancel();
  }
}

async function main() {
  const { receipt, allegedCrimes } = await ask(incidents, 'SubmitIncident', { update: report('n-1', violence('a1')) });
  print('submitted', { entry: receipt.entryIndex, deadline: allegedCrimes[0].deadline.seconds });

  const { results, durable } = await stream([report('n-2', violence('a1')), report(''), report('n-3')]);
  print('streamed', { durable, outcomes: results.map(r => r.receipt ? r.receipt.entryIndex : r.error.message) });

  const first = await watch('', 1);
  const rest = await watch(first.resumeToken, Infinity);
  print('watched', { first: first.entries, rest: rest.entries });

  const { total, method } = await ask(rates, 'GetAccountedForRate', { force });
  print('rate', { method, alleged: total.counts.alleged, overdue: total.counts.overdue });

  const { crimes } = await ask(incidents, 'ListOverdue', { force });
  print('overdue', { refs: crimes.map(crime => crime.incident.ref) });

  try {
    await ask(incidents, 'SubmitIncident', { update: { ...report('n-4'), eventTime: null, incident: null } });
  } catch (error) {
    const [info, bad] = detailsOf(error.metadata.get('grpc-status-details-bin')[0]);
    print('refused', { code: error.code, reason: info.reason, fields: bad.fieldViolations.map(v => v.field) });
  }
}

main().finally(() => { incidents.close(); rates.close(); });
