// What the chat keeps in the browser: nothing before the visitor's first message. Messages stay until the server has
// acknowledged them, each under a key of its own, so that several tabs never overwrite each other.

const prefix = 'signalbox.';
const pendingPrefix = prefix + 'pending.';

// Browsers may refuse storage to frames; then the chat lasts as long as the page.
function openStorage() {
  try {
    const probe = prefix + 'probe';
    localStorage.setItem(probe, '1');
    localStorage.removeItem(probe);
    return localStorage;
  } catch {
    const kept = new Map();
    return {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => kept.set(key, value),
      removeItem: (key) => kept.delete(key),
      key: (index) => [...kept.keys()][index],
      get length() { return kept.size; },
    };
  }
}

export class ChatStore {
  #storage = openStorage();
  #token = '';
  #allowed = false;   // the visitor has written: keeping is part of the service asked for

  constructor() {
    this.#token = this.#storage.getItem(prefix + 'token') ?? '';
    this.#allowed = this.#token !== '';
  }

  get token() { return this.#storage.getItem(prefix + 'token') ?? this.#token; }

  setToken(token) {
    this.#token = token;
    if (this.#allowed)
      this.#storage.setItem(prefix + 'token', token);
  }

  allow() {
    this.#allowed = true;
    if (this.#token)
      this.setToken(this.#token);
  }

  // How far the visitor has read: {conversation, sequence}.
  get read() {
    try {
      const { conversation, sequence } = JSON.parse(this.#storage.getItem(prefix + 'read'));
      return { conversation: String(conversation), sequence: Number(sequence) || 0 };
    } catch {
      return { conversation: '', sequence: 0 };
    }
  }

  setRead(conversation, sequence) {
    if (this.#allowed)
      this.#storage.setItem(prefix + 'read', JSON.stringify({ conversation, sequence }));
  }

  // Oldest first: [{key, id, text, ask, at}]. `ask` marks the wish to talk to a person.
  pending() {
    const found = [];
    for (let i = 0; i < this.#storage.length; ++i) {
      const key = this.#storage.key(i);
      if (!key.startsWith(pendingPrefix))
        continue;
      try {
        found.push({ key, ...JSON.parse(this.#storage.getItem(key)) });
      } catch {
        this.#storage.removeItem(key);
      }
    }
    return found.sort((a, b) => a.key.localeCompare(b.key));
  }

  addPending(entry) {
    this.allow();
    const at = String(entry.at).padStart(15, '0');
    this.#storage.setItem(`${pendingPrefix}${at}.${entry.id}`, JSON.stringify(entry));
  }

  removePending(id) {
    for (const entry of this.pending())
      if (entry.id === id)
        this.#storage.removeItem(entry.key);
  }

  // Another tab changed something: `pending`, `read` or `token`.
  onOtherTab(told) {
    addEventListener('storage', (event) => {
      if (event.key?.startsWith(prefix))
        told(event.key.slice(prefix.length).split('.')[0]);
    });
  }
}
