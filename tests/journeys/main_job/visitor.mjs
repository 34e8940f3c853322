// A visitor in a real browser, told what to do on standard input and telling what they see on standard output.
//   node visitor.mjs URL
// In:  "write TEXT", "person", "leave".  Out: one JSON line for each message shown, and for each change of who answers.
import { createInterface } from 'node:readline';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const profile = mkdtempSync(join(tmpdir(), 'signalbox-visitor-'));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});
const page = await browser.newPage();
await page.exposeFunction('tellTest', (line) => console.log(line));
await page.goto(process.argv[2]);

// The button and the frame stand in a closed shadow tree, which the page cannot look into and neither can we: the button is
// clicked where a visitor sees it, in the lower right corner.
await page.locator('signalbox-chat:not([data-hidden])').waitFor({ state: 'attached' });
const { width, height } = page.viewportSize();
await page.mouse.click(width - 48, height - 48);
const chat = page.frames().find((candidate) => candidate.url().includes('/widget/frame'));
await chat.getByRole('textbox', { name: 'Your message' }).waitFor({ state: 'visible' });

// Everything that appears in the log of messages or in the line that says who answers.
await chat.evaluate(() => {
  const told = new Set();
  const look = () => {
    for (const node of document.querySelectorAll('#log .message')) {
      const seen = {
        event: 'message',
        author: node.querySelector('.who b')?.textContent ?? '',
        text: node.querySelector('.text')?.textContent ?? '',
        from: node.querySelector('.cite')?.textContent ?? '',
      };
      const line = JSON.stringify(seen);
      if (!told.has(line)) {
        told.add(line);
        window.parent.postMessage({ forTest: line }, '*');
      }
    }
    const owner = JSON.stringify({ event: 'owner', text: document.getElementById('owner').textContent });
    if (!told.has(owner)) {
      told.add(owner);
      window.parent.postMessage({ forTest: owner }, '*');
    }
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  look();
});
await page.evaluate(() => addEventListener('message', (event) => event.data?.forTest && window.tellTest(event.data.forTest)));
console.log(JSON.stringify({ event: 'ready' }));

for await (const line of createInterface({ input: process.stdin })) {
  const [, verb, text] = line.match(/^(\S+)\s?(.*)$/);
  if (verb === 'write') {
    await chat.getByRole('textbox', { name: 'Your message' }).fill(text);
    await chat.getByRole('textbox', { name: 'Your message' }).press('Enter');
  } else if (verb === 'person') {
    await chat.getByRole('button', { name: 'Talk to a person' }).click();
  } else if (verb === 'leave') {
    break;
  }
}
await browser.close();
rmSync(profile, { recursive: true, force: true });
