// Open mHealth data points against their schema and the truth: validate.js FOLDER TRUTH. What is valid but not the truth fails too.
const fs = require('fs');
const path = require('path');
const Ajv = require('ajv').default;
const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false });
require('ajv-formats').default(ajv);
const schema = JSON.parse(fs.readFileSync(path.join(__dirname, 'data-points.schema.json'), 'utf8'));
const valid = ajv.compile(schema);

const [folder, truthFile] = process.argv.slice(2);
const fail = (why) => {
  console.log(why);
  process.exit(1);
};
// Instants to the nanosecond, which Date cannot hold.
const nanos = (instant) => {
  const [, whole, fraction] = /^(.{19})(?:\.(\d+))?Z$/.exec(instant) || fail(`no instant in UTC: ${instant}`);
  return BigInt(Date.parse(whole + 'Z')) * 1000000n + BigInt((fraction || '').padEnd(9, '0'));
};
const found = { 'rr-interval': [], 'heart-rate': [] };
for (const file of fs.readdirSync(folder)) {
  const points = JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'));
  if (!valid(points)) {
    fail(`${file}: ${valid.errors[0].instancePath} ${valid.errors[0].message}`);
  }
  points.forEach((point) => found[point.header.schema_id.name].push(point.body));
}
let start = 0n;
const beats = [];
const rates = [];
for (const line of fs.readFileSync(truthFile, 'utf8').split('\n')) {
  const [kind, ...cells] = line.split('\t');
  if (kind === 'start') start = nanos(cells[0]);
  if (kind === 'beat') beats.push({ at: BigInt(cells[0]), length: BigInt(cells[1]), verdict: cells[2] });
  if (kind === 'hr') rates.push({ at: BigInt(cells[0]), bpm: Number(cells[1]) });
}
const expectRates = fs.readdirSync(folder).some((file) => file.includes('heart-rate'));
if (found['rr-interval'].length !== beats.length) fail(`${found['rr-interval'].length} intervals, ${beats.length} expected`);
if (expectRates && found['heart-rate'].length !== rates.length) fail(`${found['heart-rate'].length} rates, ${rates.length} expected`);
found['rr-interval'].forEach((body, i) => {
  const time = body.effective_time_frame.time_interval;
  const from = nanos(time.start_date_time) - start;
  const to = nanos(time.end_date_time) - start;
  if (from !== beats[i].at || to - from !== beats[i].length || Math.round(body.rr_interval.value * 1e6) !== Number(beats[i].length) || (body.attune_verdict || '.') !== beats[i].verdict) {
    fail(`interval ${i} is ${JSON.stringify(body)}`);
  }
});
found['heart-rate'].forEach((body, i) => {
  if (nanos(body.effective_time_frame.date_time) - start !== rates[i].at || Math.abs(body.heart_rate.value - rates[i].bpm) > 0.001) {
    fail(`rate ${i} is ${JSON.stringify(body)}`);
  }
});
console.log(`${beats.length} beats, ${found['heart-rate'].length} rates`);
