// The messages of the conversation in their order, and those still on their way.

export class Transcript {
  #store;
  #greeting;
  #conversation = '';
  #messages = new Map();    // "conversation:sequence" -> message
  #refused = new Map();     // id of a message the server will not take -> why
  #acknowledged = new Map();   // id -> message that was acknowledged and not yet told back

  constructor(store, greeting) {
    this.#store = store;
    this.#greeting = greeting;
  }

  // A later conversation follows the earlier one on the same screen.
  start(conversation) {
    if (conversation)
      this.#conversation = conversation;
  }

  // False when it was known already.
  add(conversation, message) {
    this.start(conversation);
    const key = `${conversation}:${message.sequence}`;
    const known = this.#messages.has(key);
    this.#messages.set(key, { ...message, conversation });
    if (message.id)
      this.#store.removePending(message.id);
    return !known;
  }

  // The server has it: it keeps its place by its number, whether or not it is told back to this tab.
  acknowledged(id, conversation, sequence) {
    this.start(conversation);
    const key = `${conversation}:${sequence}`;
    const sent = this.#acknowledged.get(id);
    if (sent && !this.#messages.has(key))
      this.#messages.set(key, { ...sent, author: 'visitor', sequence, conversation, id, at: new Date(sent.at).toISOString() });
  }

  refused(id, why) { this.#refused.set(id, why); }
  isRefused(id) { return this.#refused.has(id); }
  forgive(id) { this.#refused.delete(id); }

  has(id) { return [...this.#messages.values()].some((message) => message.id === id); }

  hasMessages() { return this.#messages.size > 0 || this.#store.pending().length > 0; }

  // The last message seen of the running conversation; where a new connection goes on.
  get position() {
    let sequence = 0;
    for (const message of this.#messages.values())
      if (message.conversation === this.#conversation)
        sequence = Math.max(sequence, message.sequence);
    return { conversation: this.#conversation, sequence };
  }

  // The last message of the running conversation that the visitor did not write.
  get lastFromOthers() {
    let sequence = 0;
    for (const message of this.#messages.values())
      if (message.conversation === this.#conversation && message.author !== 'visitor')
        sequence = Math.max(sequence, message.sequence);
    return sequence;
  }

  unread() {
    const read = this.#store.read;
    const after = read.conversation === this.#conversation ? read.sequence : 0;
    return [...this.#messages.values()].filter((message) => message.author !== 'visitor'
      && message.conversation === this.#conversation && message.sequence > after).length;
  }

  // For the screen, oldest first; `markOf` says how a message on its way is doing.
  entries(markOf) {
    const shown = [...this.#messages.values()]
      .sort((a, b) => Number(a.conversation) - Number(b.conversation) || a.sequence - b.sequence)
      .map((message) => ({ ...message, key: message.id ? `pending.${message.id}` : `${message.conversation}:${message.sequence}` }));
    const last = shown.findLast((message) => message.author === 'visitor');
    if (last)
      last.mark = 'sent';
    const pending = this.#store.pending().filter((entry) => !entry.ask);
    for (const entry of pending) {
      this.#acknowledged.set(entry.id, entry);
      shown.push({ ...entry, author: 'visitor', key: `pending.${entry.id}`, mark: markOf(entry) });
    }
    if (this.#greeting)
      shown.unshift({ key: 'greeting', author: 'system', name: '', text: this.#greeting, at: Date.now() });
    return shown;
  }
}
