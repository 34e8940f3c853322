// The visitor's side of the chat, played through in Chromium: node widget_journey.mjs WIDGET_SERVER [SCREENSHOT_FOLDER]

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Server, loadPlaywright, openBrowser, temporaryFolder } from './browser.mjs';

const [program, pictures] = process.argv.slice(2);
const chromium = await loadPlaywright();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const temporary = temporaryFolder();
const state = join(temporary.folder, 'messages');
let server = new Server(program, 0, state);
const port = await server.started;
const base = `http://127.0.0.1:${port}`;

const launcher = (page) => page.getByRole('button', { name: /^Chat/ });
const chatOf = (page) => page.frames().find((frame) => frame.url().endsWith('/widget/frame'));
const logOf = (page) => chatOf(page).getByRole('log');
const shows = (page, text) => logOf(page).getByText(text).first().waitFor();
const picture = (page, name) => pictures && page.screenshot({ path: join(pictures, `${name}.png`) });

async function until(condition, what) {
  for (const deadline = Date.now() + 15_000; Date.now() < deadline; await new Promise((go) => setTimeout(go, 50)))
    if (await condition())
      return;
  assert.fail(`Did not happen: ${what}`);
}

async function visit(context, path, open = true) {
  const page = await context.newPage();
  await page.goto(base + path);
  await launcher(page).waitFor();
  if (open) {
    await launcher(page).click();
    await chatOf(page).getByLabel('Your message').waitFor();
  }
  return page;
}

async function write(page, text) {
  await chatOf(page).getByLabel('Your message').fill(text);
  await page.keyboard.press('Enter');
}

const stories = {
  async 'nothing is stored before the visitor writes'(context) {
    const page = await visit(context, '/demo');
    await until(() => chatOf(page).getByRole('status').first().isHidden(), 'the chat is connected');
    assert.equal(await chatOf(page).evaluate(() => localStorage.length), 0);
    assert.equal((await context.cookies()).length, 0);
    await page.close();
  },

  async 'the keyboard alone opens, asks and closes'(context) {
    const page = await visit(context, '/demo', false);
    await launcher(page).focus();
    await page.keyboard.press('Enter');
    await until(() => chatOf(page).evaluate(() => document.activeElement?.id === 'text'), 'the composer has the focus');
    await page.keyboard.type('What are your opening hours?');
    await page.keyboard.press('Enter');
    await shows(page, 'We are here Monday to Friday');
    await shows(page, 'From: Opening hours');
    await shows(page, 'AI assistant');
    await picture(page, 'light');
    await page.keyboard.press('Escape');
    await until(() => page.evaluate(() => document.activeElement?.localName === 'signalbox-chat'), 'the button has the focus again');
    assert.equal(await launcher(page).getAttribute('aria-expanded'), 'false');
    await page.close();
  },

  async 'a reload keeps the conversation'(context) {
    const page = await visit(context, '/demo');
    await shows(page, 'What are your opening hours?');
    await page.reload();
    await launcher(page).click();
    await shows(page, 'We are here Monday to Friday');
    await page.close();
  },

  async 'rules see which page the visitor is on'(context) {
    const page = await visit(context, '/demo');
    await page.evaluate(() => history.pushState({}, '', '/demo/pricing?secret=1#plans'));
    await until(async () => (await server.ask('paths')).at(-1) === '/demo/pricing', 'the new path arrives');
    await page.close();
  },

  async 'markup in a message stays text'(context) {
    const page = await visit(context, '/demo');
    await write(page, '<img src=x onerror="document.title=1"><b>bold</b>');
    await shows(page, '<img src=x');
    assert.equal(await chatOf(page).locator('.log img, .text b').count(), 0);
    server.tell('say agent Eve<script>|<script>document.body.remove()</script> see https://example.com/a?b=c.');
    await shows(page, '<script>document.body.remove()</script>');
    const link = logOf(page).getByRole('link');
    assert.equal(await link.getAttribute('href'), 'https://example.com/a?b=c');
    assert.match(await link.getAttribute('rel'), /noopener/);
    await page.close();
  },

  async 'a person takes over and is named'(context) {
    const page = await visit(context, '/demo');
    await chatOf(page).getByRole('button', { name: 'Talk to a person' }).click();
    server.tell('owner queue ');
    await chatOf(page).getByText('Waiting for a person').waitFor();
    server.tell('owner agent Leila Haddad');
    await chatOf(page).getByText('Leila Haddad answers in person').waitFor();
    server.tell('typing');
    await chatOf(page).getByText('Leila Haddad is typing').waitFor();
    server.tell('say agent Leila Haddad|Hello, Leila here. How can I help?');
    await shows(page, 'Hello, Leila here');
    await page.close();
  },

  async 'a file goes to the desk as it is'(context) {
    const page = await visit(context, '/demo');
    const bytes = Buffer.from('89504e470d0a1a0a00ff10', 'hex');
    await chatOf(page).locator('#files').setInputFiles({ name: 'Größe "1".png', mimeType: 'image/png', buffer: bytes });
    await logOf(page).getByRole('button', { name: 'Größe 1.png' }).waitFor();
    const arrived = (await server.ask('files')).at(-1);
    assert.equal(arrived, `Größe "1".png image/png ${bytes.toString('hex')}`);
    await picture(page, 'file');
    await page.close();
  },

  async 'a file comes back from the desk as it was sent'(context) {
    const page = await visit(context, '/demo');
    server.tell('file offer.txt|Twelve bikes, 42,000 euros');
    const button = logOf(page).getByRole('button', { name: 'offer.txt' });
    await button.focus();
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    assert.equal(download.suggestedFilename(), 'offer.txt');
    assert.equal(readFileSync(await download.path(), 'utf8'), 'Twelve bikes, 42,000 euros');
    await page.close();
  },

  async 'what cannot be sent says why'(context) {
    const page = await visit(context, '/demo');
    const before = (await server.ask('files')).length;
    const choose = (name, buffer) => chatOf(page).locator('#files').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    await choose('setup.png', Buffer.from('4d5a90000300', 'hex'));
    await shows(page, 'Files of this kind cannot be sent');
    await choose('film.pdf', Buffer.alloc(10 * 1024 * 1024 + 1));
    await shows(page, '“film.pdf” is too large: at most 10 MB can be sent.');
    await picture(page, 'file-refused');
    assert.equal((await server.ask('files')).length, before);
    for (const left of [1, 0]) {
      await logOf(page).getByRole('button', { name: 'Remove' }).first().click();
      await until(async () => (await logOf(page).getByRole('button', { name: 'Remove' }).count()) === left, 'it is removed');
    }
    await page.close();
  },

  async 'tells how far messages came and were seen'(context) {
    const page = await visit(context, '/demo');
    await launcher(page).click();
    server.tell('say agent Leila Haddad|Does it reach you?');
    await page.getByRole('button', { name: 'Chat, 1 unread message' }).waitFor();
    const last = async () => (await server.ask('read')).at(-1).split(' ').map(Number);
    await until(async () => { const [received, seen] = await last(); return received > seen; }, 'it is there and not seen');
    await launcher(page).click();
    await until(async () => { const [received, seen] = await last(); return received === seen; }, 'it is seen');
    await page.close();
  },

  async 'unread messages are counted on the button and in the title'(context) {
    const page = await visit(context, '/demo');
    await launcher(page).click();
    server.tell('say agent Leila Haddad|Are you still there?');
    server.tell('say agent Leila Haddad|I can wait.');
    await page.getByRole('button', { name: 'Chat, 2 unread messages' }).waitFor();
    assert.match(await page.title(), /^\(2\) /);
    await picture(page, 'unread');
    await launcher(page).click();
    await page.getByRole('button', { name: 'Chat', exact: true }).waitFor();
    assert.doesNotMatch(await page.title(), /^\(/);
    await page.close();
  },

  async 'two tabs stay in step'(context) {
    const [one, other] = [await visit(context, '/demo'), await visit(context, '/demo/contact')];
    await one.bringToFront();
    await write(one, 'from the first tab');
    await shows(other, 'from the first tab');
    await until(async () => (await logOf(one).getByText('from the first tab').count()) === 1, 'shown once');
    await one.close();
    await other.close();
  },

  async 'a message written while the server is down is sent once when it is back'(context) {
    const page = await visit(context, '/demo');
    await write(page, 'before the restart');
    await until(async () => (await server.ask('messages')).includes('before the restart'), 'the first message arrives');
    await server.kill();
    await write(page, 'during the restart');
    await logOf(page).getByText('Sending…').waitFor();
    await page.goto('about:blank');
    server = new Server(program, port, state);
    await server.started;
    await page.goto(base + '/demo');
    await launcher(page).click();
    await until(async () => (await server.ask('messages')).includes('during the restart'), 'the kept message arrives');
    await shows(page, 'during the restart');
    const arrived = (await server.ask('messages')).filter((text) => text === 'during the restart');
    assert.equal(arrived.length, 1);
    await page.close();
  },

  async 'a chat that stays open comes back by itself after a restart'(context) {
    const page = await visit(context, '/demo');
    await server.kill();
    await chatOf(page).getByText('Connecting…').waitFor();
    await write(page, 'kept while away');
    server = new Server(program, port, state);
    await server.started;
    await until(async () => (await server.ask('messages')).filter((text) => text === 'kept while away').length === 1, 'sent once');
    await chatOf(page).getByText('Connecting…').waitFor({ state: 'hidden' });
    await page.close();
  },

  async 'a busy server is asked again'(context) {
    const page = await visit(context, '/demo');
    await until(() => chatOf(page).locator('#state').isHidden(), 'connected');
    server.tell('busy');
    await write(page, 'said to a busy server');
    await logOf(page).getByText('Sending…').waitFor();
    server.tell('free');
    await until(async () => (await server.ask('messages')).includes('said to a busy server'), 'it arrives');
    await page.close();
  },

  async 'a hostile page cannot reach into the chat or disfigure it'(context) {
    const hostile = createServer((request, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end(`<!doctype html><title>Hostile</title><style>body * { display: none !important; position: static !important; color: red !important; }</style>
        <script>Array.prototype.toJSON = () => 'x'; window.signalbox = [['on', 'ready', () => { window.heard = true; }]];
          addEventListener('load', () => postMessage({ signalbox: 1, type: 'close' }, '*'));</script>
        <body><script async src="${base}/widget.js"></script></body>`);
    }).listen(0);
    const page = await context.newPage();
    await page.goto(`http://localhost:${hostile.address().port}/`);
    await page.waitForFunction(() => window.heard);
    const host = page.locator('signalbox-chat');
    assert.equal(await host.evaluate((node) => getComputedStyle(node).display), 'block');
    await page.evaluate(() => window.signalbox.open());
    await write(page, 'from a hostile page');
    await shows(page, 'from a hostile page');
    const seen = await page.evaluate(() => { try { return frames[0].document.body.textContent; } catch { return 'refused'; } });
    assert.equal(seen, 'refused');
    await page.close();
    hostile.close();
  },

  async 'axe finds nothing serious'(context) {
    for (const colorScheme of ['light', 'dark']) {
      const page = await visit(context, '/demo');
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const place of [page, chatOf(page)]) {
        await place.evaluate(axe);
        const { violations } = await place.evaluate(() => window.axe.run(document, { iframes: false }));
        const serious = violations.filter((found) => ['serious', 'critical'].includes(found.impact));
        assert.deepEqual(serious.map((found) => [found.id, found.nodes.map((node) => node.html)]), []);
      }
      await picture(page, `axe-${colorScheme}`);
      await page.close();
    }
  },

  async 'a narrow screen is filled'(context) {
    const page = await visit(context, '/demo', false);
    await page.setViewportSize({ width: 390, height: 740 });
    await launcher(page).click();
    const frame = await chatOf(page).frameElement();
    await frame.evaluate((node) => Promise.all(node.getAnimations().map((moving) => moving.finished)));
    const box = await frame.boundingBox();
    assert.deepEqual([box.x, box.y, box.width, box.height].map(Math.round), [0, 0, 390, 740]);
    await picture(page, 'mobile');
    await chatOf(page).getByRole('button', { name: 'Close the chat' }).click();
    await launcher(page).waitFor();
    await page.close();
  },
};

let failures = 0;
const context = await openBrowser(chromium, join(temporary.folder, 'profile'));
context.setDefaultTimeout(Number(process.env.PATIENCE ?? 15_000));
for (const [name, story] of Object.entries(stories)) {
  try {
    await story(context);
    console.log(`ok      ${name}`);
  } catch (error) {
    ++failures;
    console.log(`FAILED  ${name}\n${error.stack}`);
    await Promise.all(context.pages().slice(1).map((page) => page.close()));
  }
}
await context.close();
await server.kill();
temporary.remove();
process.exit(failures === 0 ? 0 : 1);
