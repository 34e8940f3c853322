import { sizeWords } from './chat_files.js';

// What the visitor sees. All text from outside goes through textContent; only http and https addresses become links.

const joinWithin = 2 * 60 * 1000;
const byId = (id) => document.getElementById(id);

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className)
    made.className = className;
  if (text !== undefined)
    made.textContent = text;
  return made;
}

// Text with its web addresses as links that open elsewhere and know nothing of this page.
function linkedText(text) {
  const paragraph = element('p', 'text');
  let from = 0;
  for (const match of text.matchAll(/https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]}]/gi)) {
    paragraph.append(text.slice(from, match.index));
    const link = element('a', '', match[0]);
    link.href = match[0];
    link.target = '_blank';
    link.rel = 'noopener noreferrer nofollow';
    paragraph.append(link);
    from = match.index + match[0].length;
  }
  paragraph.append(text.slice(from));
  return paragraph;
}

const clock = (at) => new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });

function nameOf(message) {
  if (message.author === 'visitor')
    return 'You';
  return message.author === 'ai' ? 'AI assistant' : message.name || 'Support';
}

const marks = { pending: 'Sending…', sent: 'Sent', failed: 'Not sent yet' };

export class ChatView {
  #log = byId('log');
  #typingTimer = 0;
  #acts = {};

  // Redraws what changed. entries: [{key, author, name, text, at, citations, files, mark, progress, why}], oldest first.
  // acts: { retry(key), remove(key), download(file) }
  show(entries, acts) {
    this.#acts = acts;
    const atEnd = this.#log.scrollHeight - this.#log.scrollTop - this.#log.clientHeight < 60;
    const known = new Map([...this.#log.children].map((node) => [node.dataset.key, node]));
    let before = null;
    let place = this.#log.firstElementChild;
    for (const entry of entries) {
      let node = known.get(entry.key);
      known.delete(entry.key);
      if (!node)
        node = this.#made(entry);
      if (node === place)
        place = place.nextElementSibling;
      else
        this.#log.insertBefore(node, place);
      this.#join(node, entry, before);
      this.#markUp(node, entry);
      before = entry;
    }
    known.forEach((node) => node.remove());
    if (atEnd)
      this.scrollToEnd();
  }

  #made(entry) {
    const node = element('div', `message ${entry.author}`);
    node.dataset.key = entry.key;
    const who = element('span', 'who');
    const time = element('time', '', clock(entry.at));
    time.dateTime = new Date(entry.at).toISOString();
    who.append(element('b', '', nameOf(entry)), ' ', time);
    node.append(who);
    if (entry.text || !entry.files?.length)
      node.append(linkedText(entry.text));
    if (entry.files?.length)
      node.append(this.#fileList(entry.files));
    const titles = (entry.citations ?? []).map((citation) => citation.title).filter(Boolean);
    if (titles.length > 0)
      node.append(element('p', 'cite', `From: ${titles.join(', ')}`));
    return node;
  }

  #join(node, entry, before) {
    const joined = before !== null && before.author === entry.author && before.name === entry.name
      && new Date(entry.at) - new Date(before.at) < joinWithin;
    node.classList.toggle('joined', joined);
  }

  // What can be fetched is a button; what is still on its way is not.
  #fileList(files) {
    const list = element('ul', 'files');
    for (const file of files) {
      const item = element('li');
      const shown = element(file.id ? 'button' : 'span', 'file');
      shown.append(element('span', 'file-name', file.name), element('span', 'file-size', sizeWords(file.size)));
      if (file.id) {
        shown.type = 'button';
        shown.title = `Save ${file.name}`;
        shown.onclick = () => this.#acts.download(file);
      }
      item.append(shown);
      list.append(item);
    }
    return list;
  }

  #markUp(node, entry) {
    const words = entry.why || (entry.progress > 0 ? `Sending… ${Math.round(entry.progress * 100)} %` : marks[entry.mark]);
    if (node.dataset.mark === (words ?? ''))
      return;
    node.dataset.mark = words ?? '';
    node.classList.toggle('failed', entry.mark === 'failed');
    node.querySelector('.mark')?.remove();
    if (!entry.mark)
      return;
    const mark = element('p', 'mark', words);
    const offer = (name, act) => {
      const button = element('button', '', name);
      button.type = 'button';
      button.onclick = () => act(entry.key);
      mark.append(button);
    };
    if (entry.mark === 'failed' && (!entry.why || entry.again))
      offer('Try again', this.#acts.retry);
    if (entry.mark === 'failed' && entry.why)
      offer('Remove', this.#acts.remove);
    node.append(mark);
  }

  scrollToEnd() { this.#log.scrollTop = this.#log.scrollHeight; }

  showOwner(owner) {
    const words = {
      ai: 'AI assistant answers',
      queue: 'Waiting for a person',
      agent: `${owner.name || 'A person'} answers in person`,
      nobody: 'This conversation has ended',
    };
    byId('owner').textContent = words[owner.kind] ?? '';
    byId('owner').dataset.kind = owner.kind;
    byId('person').hidden = owner.kind === 'agent';
  }

  showAsked(asked) {
    byId('person').disabled = asked;
    byId('person').textContent = asked ? 'A person has been asked for' : 'Talk to a person';
  }

  showState(words) {
    byId('state').textContent = words;
    byId('state').hidden = words === '';
  }

  showTyping(words) {
    clearTimeout(this.#typingTimer);
    byId('typing').textContent = words;
    byId('typing').hidden = words === '';
    if (words)
      this.#typingTimer = setTimeout(() => this.showTyping(''), 6000);
  }

  showTitle(title) {
    byId('title').textContent = title;
    document.title = title;
  }

  showColors({ brand, onBrand, accent }) {
    const style = document.documentElement.style;
    style.setProperty('--brand', brand);
    style.setProperty('--on-brand', onBrand);
    style.setProperty('--accent', accent);
  }
}
