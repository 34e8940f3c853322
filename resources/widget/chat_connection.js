// One WebSocket that comes back by itself: exponential back-off with full jitter from 1 to 30 seconds, at once when the
// network or the page comes back, and a heartbeat that notices a dead line.

const longestWait = 30;
const heartbeatEvery = 25_000;
const heartbeatPatience = 10_000;

export class ChatConnection {
  #url;
  #told;
  #socket = null;
  #wanted = false;
  #failures = 0;
  #timer = 0;
  #heartbeat = 0;
  #patience = 0;

  // told: { opened(), frame(object), state('connecting' | 'online' | 'offline') }
  constructor(url, told) {
    this.#url = url;
    this.#told = told;
    addEventListener('online', () => this.#hurry());
    addEventListener('offline', () => this.#wanted && this.#lost());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.#hurry());
  }

  start() {
    if (this.#wanted)
      return;
    this.#wanted = true;
    this.#connect();
  }

  // Again from the hello: who the visitor is has changed.
  restart() {
    if (!this.#wanted)
      return this.start();
    this.#failures = 0;
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
    this.#hurry();
  }

  // Whether it was handed to the network; what must not be lost waits for its acknowledgement.
  send(frame) {
    if (this.#socket?.readyState !== WebSocket.OPEN)
      return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  // The server has answered the hello: the line works, so the next loss starts with a short wait.
  settled() {
    this.#failures = 0;
    this.#told.state('online');
  }

  #hurry() {
    if (this.#wanted && !this.#socket) {
      clearTimeout(this.#timer);
      this.#connect();
    }
  }

  #connect() {
    if (navigator.onLine === false)
      return this.#told.state('offline');
    this.#told.state('connecting');
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    socket.onopen = () => { this.#beat(); this.#told.opened(); };
    socket.onmessage = (event) => {
      clearTimeout(this.#patience);
      this.#told.frame(JSON.parse(event.data));
    };
    socket.onclose = () => socket === this.#socket && this.#lost();
  }

  #lost() {
    clearInterval(this.#heartbeat);
    clearTimeout(this.#patience);
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
    const ceiling = Math.min(longestWait, 2 ** ++this.#failures);
    this.#timer = setTimeout(() => this.#hurry(), 1000 * (1 + Math.random() * (ceiling - 1)));
    this.#told.state(navigator.onLine === false ? 'offline' : 'connecting');
  }

  #beat() {
    clearInterval(this.#heartbeat);
    this.#heartbeat = setInterval(() => {
      this.send({ type: 'ping' });
      clearTimeout(this.#patience);
      this.#patience = setTimeout(() => this.#lost(), heartbeatPatience);
    }, heartbeatEvery);
  }
}
