// The way between the frame and the page it stands on: the loader's messages, checked for where they come from.

export class HostPage {
  #told;
  #origin = '';
  #facts = {};
  #sent = {};

  // told: { open(), close(), context(changes) -> whether it was sent }
  constructor(told) {
    this.#told = told;
    addEventListener('message', (event) => this.#take(event));
  }

  ready(enabled, title) { this.#post({ type: 'ready', enabled, title }, '*'); }
  close() { this.#post({ type: 'close' }); }
  showUnread(count) { this.#post({ type: 'unread', count }); }
  showColors({ brand, onBrand }) { this.#post({ type: 'colors', brand, onBrand }, '*'); }
  tell(name, detail) { this.#post({ type: 'event', name, detail }); }

  // All that is known of the page, for a new connection.
  context() {
    this.#sent = { ...this.#facts };
    return this.#sent;
  }

  // Who embeds us is the server's to allow (frame-ancestors); here the first page that speaks is the one we answer.
  #take(event) {
    if (event.source !== parent || parent === window || event.data?.signalbox !== 1)
      return;
    this.#origin ||= event.origin === 'null' ? '*' : event.origin;
    if (this.#origin !== '*' && event.origin !== this.#origin)
      return;
    const { type, facts } = event.data;
    if (type === 'open')
      this.#told.open();
    else if (type === 'close')
      this.#told.close();
    else if (type === 'facts' && facts && typeof facts === 'object')
      this.#learn(facts);
  }

  #learn(facts) {
    const changes = {};
    Object.assign(this.#facts, facts);
    for (const [name, value] of Object.entries(this.#facts))
      if (this.#sent[name] !== value)
        changes[name] = value;
    if (Object.keys(changes).length > 0 && this.#told.context(changes))
      Object.assign(this.#sent, changes);
  }

  #post(message, origin = this.#origin) {
    if (parent !== window && origin)
      parent.postMessage({ signalbox: 1, ...message }, origin);
  }
}
