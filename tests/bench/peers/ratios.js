// node ratios.js PEERS.jsonl OURS.json: what one run measured, as ratios to cpp-linear.
'use strict';
const fs = require('fs');

const [peersFile, oursFile] = process.argv.slice(2);
const lines = fs.readFileSync(peersFile, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const ours = JSON.parse(fs.readFileSync(oursFile, 'utf8')).benchmarks;

const linear = new Map(lines.filter((l) => l.peer === 'cpp-linear').map((l) => [`${l.workload}/${l.n}`, l.dps_cpu]));
const row = (engine, key, perSecond) => {
    const base = linear.get(key);
    const ratio = base ? (perSecond / base).toFixed(2) : 'no cpp-linear';
    console.log([engine.padEnd(28), key.padEnd(18), Math.round(perSecond).toString().padStart(10), ratio].join('  '));
};
for (const line of lines)
    if (line.error) console.log(`${line.peer}  ${line.workload}/${line.n}  ${line.error}`);
    else row(line.peer, `${line.workload}/${line.n}`, line.dps_cpu);
for (const one of ours)
    if (!one.error_occurred) row('signalbox', one.name.replace(/^firstMatch\//, ''), one.items_per_second);
