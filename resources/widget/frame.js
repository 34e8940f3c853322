// The chat inside the frame: wires the connection, what is kept, and what is seen, and talks to the page around it.

import { brandColors } from './chat_colors.js';
import { ChatConnection } from './chat_connection.js';
import { ChatFiles } from './chat_files.js';
import { ChatStore } from './chat_store.js';
import { ChatView } from './chat_view.js';
import { offerFiles } from './file_chooser.js';
import { HostPage } from './host_page.js';
import { Transcript } from './transcript.js';

const typingEvery = 3000;
const triesBeforeFailed = 5;
const personWish = 'I would like to talk to a person.';

const settings = document.body.dataset;
const store = new ChatStore();
const view = new ChatView();
const transcript = new Transcript(store, settings.greeting);
const dark = matchMedia('(prefers-color-scheme: dark)');
const text = document.getElementById('text');

let open = false;
let online = false;
let owner = { kind: 'ai', name: '' };
let asked = false;
let typedAt = 0;
let retryTimer = 0;
let inFlight = '';
let told = { conversation: '', received: 0, seen: 0 };
const files = new ChatFiles(() => (online ? store.token : ''), () => refresh());
const tries = new Map();

const url = new URL('/widget/ws', location.href);
url.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
const connection = new ChatConnection(url, { opened: hello, frame: take, state: showState });
const page = new HostPage({ open: opened, close: closed, context: sendContext });

function hello() {
  online = false;
  inFlight = '';
  const { conversation, sequence } = transcript.position;
  connection.send({
    type: 'hello', token: store.token, conversation, resumeAfter: sequence, read: store.read.sequence, context: page.context(),
  });
}

const takers = {
  welcome(frame) {
    online = true;
    asked = false;
    told = { conversation: '', received: 0, seen: 0 };
    store.setToken(frame.token);
    transcript.start(frame.conversation);
    frame.messages.forEach((message) => transcript.add(frame.conversation, message));
    if (frame.title)
      view.showTitle(frame.title);
    showColors(frame.color);
    takers.owner(frame.owner);
    connection.settled();
    flush();
    files.flush();
  },
  ack({ id, conversation, sequence }) {
    store.removePending(id);
    tries.delete(id);
    if (sequence > 0)
      transcript.acknowledged(id, conversation, sequence);
    if (inFlight === id)
      inFlight = '';
    page.tell('message:sent', { id });
    flush();
  },
  error({ id, what, retryAfter }) {
    if (!id)
      return;
    tries.set(id, (tries.get(id) ?? 0) + 1);
    if (retryAfter === undefined)
      transcript.refused(id, what);
    if (inFlight === id)
      inFlight = '';
    clearTimeout(retryTimer);
    retryTimer = setTimeout(flush, 1000 * (retryAfter ?? 0));
  },
  message(frame) {
    if (transcript.add(frame.conversation, frame) && frame.author !== 'visitor') {
      view.showTyping('');
      page.tell('message:received', { author: frame.author, name: frame.name });
    }
  },
  owner({ kind, name }) {
    if (kind !== owner.kind || name !== owner.name)
      page.tell('handoff', { kind, name });
    owner = { kind, name };
    asked = kind === 'queue';
    view.showOwner(owner);
    view.showAsked(asked);
  },
  typing() { view.showTyping(`${owner.name || 'Someone'} is typing…`); },
  closed() { takers.owner({ kind: 'nobody', name: '' }); },
};

function take(frame) {
  takers[frame.type]?.(frame);
  refresh();
}

// One message at a time, so that they arrive in the order they were written; the rest waits in the store.
function flush() {
  clearTimeout(retryTimer);
  if (!online || inFlight)
    return;
  const next = store.pending().find((entry) => !transcript.isRefused(entry.id));
  if (!next)
    return;
  inFlight = next.id;
  connection.send(next.ask ? { type: 'askPerson', id: next.id } : { type: 'message', id: next.id, text: next.text });
}

function write(words) {
  store.addPending({ id: crypto.randomUUID(), text: words, at: Date.now() });
  connection.start();
  flush();
  refresh();
  view.scrollToEnd();
}

function askForPerson() {
  const first = !transcript.hasMessages();
  asked = true;
  view.showAsked(true);
  // A conversation begins with something said.
  if (first)
    store.addPending({ id: crypto.randomUUID(), text: personWish, at: Date.now() });
  store.addPending({ id: crypto.randomUUID(), ask: true, text: '', at: Date.now() + 1 });
  connection.start();
  flush();
  refresh();
}

function attach(chosen) {
  if (chosen.length === 0)
    return;
  store.allow();
  connection.start();
  for (const file of chosen)
    files.add(file);
  view.scrollToEnd();
}

function remove(key) {
  files.remove(key.replace('upload.', ''));
  refresh();
}

async function download(file) {
  const trouble = await files.download(file);
  view.showState(trouble);
}

function retry(key) {
  if (key.startsWith('upload.'))
    return files.retry(key.replace('upload.', ''));
  const id = key.replace('pending.', '');
  tries.delete(id);
  transcript.forgive(id);
  flush();
  refresh();
}

function refresh() {
  const marked = (entry) => (transcript.isRefused(entry.id) || (tries.get(entry.id) ?? 0) >= triesBeforeFailed ? 'failed' : 'pending');
  for (const { id } of files.entries())
    if (transcript.has(id))
      files.remove(id);
  view.show([...transcript.entries(marked), ...files.entries()], { retry, remove, download });
  showUnread();
}

function showUnread() {
  if (open && document.visibilityState === 'visible' && transcript.unread() > 0) {
    const { conversation, sequence } = transcript.position;
    store.setRead(conversation, sequence);
  }
  tellReached();
  page.showUnread(open ? 0 : transcript.unread());
}

// How far this chat has the messages of others, and how far they were seen: told when it grows.
function tellReached() {
  const { conversation } = transcript.position;
  const received = transcript.lastFromOthers;
  if (!online || received === 0)
    return;
  const before = told.conversation === conversation ? told : { received: 0, seen: 0 };
  const seen = open && document.visibilityState === 'visible' ? received : before.seen;
  const grows = received > before.received || seen > before.seen;
  if (grows && connection.send({ type: 'read', upTo: seen, received }))
    told = { conversation, received, seen };
}

function showState(state) {
  online = online && state === 'online';
  const words = { offline: 'You are offline. Your messages are kept and will be sent.', connecting: 'Connecting…', online: '' };
  view.showState(words[state]);
}

function showColors(color) {
  const colors = brandColors(color || settings.color, dark.matches);
  view.showColors(colors);
  page.showColors(colors);
}

function opened() {
  open = true;
  connection.start();
  refresh();
  view.scrollToEnd();
  text.focus();
}

function closed() {
  open = false;
  refresh();
}

function sendContext(changes) {
  const active = open || transcript.hasMessages();
  return online && active && connection.send({ type: 'context', context: changes });
}

function resize() {
  text.style.height = 'auto';
  text.style.height = `${text.scrollHeight + 2}px`;
}

function submit(event) {
  event.preventDefault();
  const words = text.value.trim();
  if (!words)
    return;
  text.value = '';
  typedAt = 0;
  resize();
  write(words);
}

document.getElementById('composer').addEventListener('submit', submit);
offerFiles(attach);
document.getElementById('person').addEventListener('click', askForPerson);
document.getElementById('close').addEventListener('click', () => page.close());
document.addEventListener('visibilitychange', showUnread);
addEventListener('keydown', (event) => event.key === 'Escape' && page.close());
text.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing)
    submit(event);
});
text.addEventListener('input', () => {
  resize();
  if (transcript.hasMessages() && Date.now() - typedAt > typingEvery && connection.send({ type: 'typing' }))
    typedAt = Date.now();
});
store.onOtherTab((what) => {
  if (what === 'token')
    connection.restart();
  if (what === 'pending')
    flush();
  refresh();
});
dark.addEventListener('change', () => showColors(settings.color));

showColors(settings.color);
view.showOwner(owner);
refresh();
if (store.token || store.pending().length > 0)
  connection.start();
page.ready(settings.enabled === 'true', settings.title);
