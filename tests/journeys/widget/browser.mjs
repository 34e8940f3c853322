// Chromium with an empty profile, and the program under test beside it.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export const skipped = 77;
const chromiumPath = process.env.CHROMIUM ?? '/usr/bin/chromium';

export async function loadPlaywright() {
  try {
    const { chromium } = await import('playwright-core');
    if (existsSync(chromiumPath))
      return chromium;
    console.log(`Skipped: there is no Chromium at ${chromiumPath}.`);
  } catch {
    console.log('Skipped: playwright-core is not installed; run "npm ci" in tests/journeys.');
  }
  process.exit(skipped);
}

export async function openBrowser(chromium, profile, options = {}) {
  return chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath,
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
    ...options,
  });
}

export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'signalbox-widget-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

// Lines in, lines out. `started` resolves with the port.
export class Server {
  #process;
  #waiting = [];

  constructor(program, port, state) {
    this.#process = spawn(program, [String(port), state], { stdio: ['pipe', 'pipe', 'inherit'] });
    createInterface({ input: this.#process.stdout }).on('line', (line) => this.#waiting.shift()?.(line));
    this.started = this.#line().then((line) => Number(line.split(' ')[1]));
  }

  #line() { return new Promise((told) => this.#waiting.push(told)); }
  tell(words) { this.#process.stdin.write(words + '\n'); }

  // What has arrived: ask('messages') or ask('paths').
  async ask(what) {
    const line = this.#line();
    this.tell(what);
    return (await line).split('|').slice(1);
  }

  kill() {
    const ended = new Promise((told) => this.#process.once('exit', told));
    this.#process.kill('SIGKILL');
    return ended;
  }
}
