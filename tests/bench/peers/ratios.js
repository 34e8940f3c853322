// node ratios.js PEERS.jsonl OURS.json...: the medians of what one run measured, as ratios to cpp-linear.
'use strict';
const fs = require('fs');

const [peersFile, ...oursFiles] = process.argv.slice(2);
const measured = new Map();   // workload/size -> engine -> decisions a second, one for each round
const add = (key, engine, perSecond) => {
    if (!measured.has(key)) measured.set(key, new Map());
    const engines = measured.get(key);
    engines.set(engine, [...(engines.get(engine) || []), perSecond]);
};
for (const line of fs.readFileSync(peersFile, 'utf8').trim().split('\n').map((text) => JSON.parse(text))) {
    const key = `${line.workload}/${line.n}`;
    if (line.error || line.mismatches > 0) console.log(`${key}  ${line.peer}  ${line.error || 'gives wrong answers'}`);
    else add(key, line.peer, line.dps_cpu);
}
for (const file of oursFiles)
    for (const one of JSON.parse(fs.readFileSync(file, 'utf8')).benchmarks)
        if (!one.error_occurred) add(one.name.replace(/^firstMatch\//, ''), 'signalbox', one.items_per_second);

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
for (const [key, engines] of measured) {
    const base = engines.has('cpp-linear') ? median(engines.get('cpp-linear')) : NaN;
    for (const [engine, rounds] of engines) {
        const perSecond = median(rounds);
        const spread = `${Math.round(Math.min(...rounds))} to ${Math.round(Math.max(...rounds))}`;
        console.log([key.padEnd(18), engine.padEnd(28), Math.round(perSecond).toString().padStart(9),
            (perSecond / base).toFixed(2).padStart(8), `  (${spread})`].join(' '));
    }
}
