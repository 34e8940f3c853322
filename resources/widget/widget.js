// Puts the chat on any page with one line: <script async src="https://HOST/widget.js"></script>
// The page keeps its own styles and scripts to itself: the button lives in a shadow tree, the chat in a frame of
// our origin. window.signalbox: open, close, toggle, show, hide, identify, setContext, on(event, told) -> off. Calls made
// before this file has loaded are kept in an array: (window.signalbox = window.signalbox || []).push(['open']).
(() => {
  'use strict';
  const script = document.currentScript ?? document.querySelector('script[src$="/widget.js"]');
  if (!script || (window.signalbox && !Array.isArray(window.signalbox)))
    return;
  const origin = new URL(script.src).origin;
  const waiting = Array.isArray(window.signalbox) ? window.signalbox : [];
  const beatEvery = 15_000;

  const style = `
    :host { all: initial !important; position: fixed !important; right: 0 !important; bottom: 0 !important; z-index: 2147483000 !important; display: block !important; }
    :host([data-hidden]) { display: none !important; }
    button { position: fixed; right: 20px; bottom: 20px; width: 56px; height: 56px; padding: 0; border: 0; border-radius: 28px; cursor: pointer;
      background: var(--brand, #0F6B73); color: var(--on-brand, #FFFFFF); box-shadow: 0 0 0 1px rgb(255 255 255 / 40%), 0 2px 10px rgb(0 0 0 / 25%); }
    button:focus-visible { outline: 3px solid var(--brand, #0F6B73); outline-offset: 3px; }
    svg { display: block; width: 26px; height: 26px; margin: auto; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
    .shut { display: none; }
    :host([data-open]) .shut { display: block; }
    :host([data-open]) .speak { display: none; }
    .badge { position: absolute; top: -4px; right: -4px; min-width: 22px; padding: 0 6px; box-sizing: border-box; border-radius: 11px; background: #B3261E; color: #FFFFFF;
      font: 600 12px/22px Inter, system-ui, sans-serif; text-align: center; font-variant-numeric: tabular-nums; }
    .badge[hidden] { display: none; }
    iframe { position: fixed; right: 20px; bottom: 88px; width: 360px; height: min(560px, calc(100vh - 108px)); border: 0; border-radius: 12px; background: Canvas;
      color-scheme: light dark; box-shadow: 0 0 0 1px rgb(0 0 0 / 12%), 0 8px 32px rgb(0 0 0 / 20%);
      visibility: hidden; opacity: 0; transform: translateY(8px); transition: opacity 150ms, transform 150ms, visibility 0s 150ms; }
    :host([data-open]) iframe { visibility: visible; opacity: 1; transform: none; transition-delay: 0s; }
    @media (max-width: 480px) {
      iframe { right: 0; bottom: 0; width: 100vw; height: 100vh; height: 100dvh; border-radius: 0; }
      :host([data-open]) button { visibility: hidden; }
    }
    @media (prefers-reduced-motion: reduce) { iframe { transition: none; } }
  `;

  const host = document.createElement('signalbox-chat');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();   // works under a strict Content-Security-Policy, where style elements do not
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];

  const listeners = new Map();
  let launcher, badge, frame;
  let ready = false;
  let open = false;
  let unread = 0;
  let titlePrefix = '';
  let pageSince = Date.now();
  const said = {};   // by identify and setContext

  function shape(className, path) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('aria-hidden', 'true');
    svg.setAttribute('class', className);
    const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    line.setAttribute('d', path);
    svg.append(line);
    return svg;
  }

  function build() {
    launcher = document.createElement('button');
    launcher.type = 'button';
    launcher.setAttribute('aria-expanded', 'false');
    badge = document.createElement('span');
    badge.className = 'badge';
    badge.setAttribute('aria-hidden', 'true');
    launcher.append(shape('speak', 'M4 5.5h16v10.5h-9L6.5 19.5V16H4z'), shape('shut', 'M6 9l6 6 6-6'), badge);
    launcher.addEventListener('click', () => api.toggle());
    frame = document.createElement('iframe');
    frame.title = 'Chat';
    frame.src = origin + '/widget/frame';
    frame.setAttribute('allow', 'clipboard-write');
    frame.setAttribute('aria-hidden', 'true');
    host.setAttribute('data-hidden', '');
    root.append(frame, launcher);
    host.addEventListener('keydown', (event) => event.key === 'Escape' && api.close());
    showUnread(0);
    document.body.append(host);
  }

  const post = (message) => ready && frame.contentWindow.postMessage({ signalbox: 1, ...message }, origin);

  function emit(name, detail) {
    for (const told of [...(listeners.get(name) ?? [])])
      try { told(detail); } catch (error) { console.error(error); }
  }

  function showUnread(count) {
    if (count !== unread)
      emit('unread', { count });
    unread = count;
    badge.hidden = count === 0;
    badge.textContent = count > 99 ? '99+' : String(count);
    launcher.setAttribute('aria-label', count === 0 ? 'Chat' : `Chat, ${count} unread ${count === 1 ? 'message' : 'messages'}`);
    const plain = plainTitle();
    titlePrefix = count === 0 ? '' : `(${count}) `;
    if (document.title !== titlePrefix + plain)
      document.title = titlePrefix + plain;
  }

  function plainTitle() {
    return titlePrefix && document.title.startsWith(titlePrefix) ? document.title.slice(titlePrefix.length) : document.title;
  }

  function deviceKind() {
    const agent = navigator.userAgent;
    if (/iPad|Tablet|Android(?!.*Mobile)/.test(agent) || (/Macintosh/.test(agent) && navigator.maxTouchPoints > 1))
      return 'tablet';
    return navigator.userAgentData?.mobile || /Mobi|iPhone|Android/.test(agent) ? 'mobile' : 'desktop';
  }

  // What rules may ask about the page; the server keeps only what it lists.
  function facts() {
    const query = new URLSearchParams(location.search);
    const found = {
      'page.url': location.href, 'page.path': location.pathname, 'page.title': plainTitle(),
      'page.seconds': Math.round((Date.now() - pageSince) / 1000),
      'visitor.language': navigator.language, 'visitor.device': deviceKind(),
      'visitor.timezone': Intl.DateTimeFormat().resolvedOptions().timeZone,
    };
    const optional = {
      'page.referrer': document.referrer, 'page.campaign': query.get('utm_campaign'),
      'page.source': query.get('utm_source'), 'page.medium': query.get('utm_medium'),
    };
    for (const [name, value] of Object.entries(optional))
      if (value)
        found[name] = value;
    return { ...found, ...said };
  }

  const sendFacts = () => post({ type: 'facts', facts: facts() });

  let lastAddress = location.href;
  function pageMayHaveChanged() {
    if (location.href === lastAddress)
      return;
    lastAddress = location.href;
    pageSince = Date.now();
    setTimeout(sendFacts, 50);   // frameworks set the title after the address
  }

  function followPage() {
    for (const name of ['pushState', 'replaceState']) {
      const original = history[name];
      history[name] = function (...given) {
        const result = original.apply(this, given);
        pageMayHaveChanged();
        return result;
      };
    }
    addEventListener('popstate', pageMayHaveChanged);
    addEventListener('hashchange', pageMayHaveChanged);
    setInterval(() => document.visibilityState === 'visible' && sendFacts(), beatEvery);
  }

  const takers = {
    ready({ enabled, title }) {
      ready = true;
      if (!enabled)
        return;
      host.removeAttribute('data-hidden');
      if (title)
        frame.title = title;
      sendFacts();
      if (open)
        post({ type: 'open' });
      emit('ready', {});
    },
    colors({ brand, onBrand }) {
      host.style.setProperty('--brand', brand);
      host.style.setProperty('--on-brand', onBrand);
    },
    unread({ count }) { showUnread(count); },
    close() { api.close(); },
    event({ name, detail }) { emit(name, detail); },
  };

  function setOpen(wanted) {
    if (open === wanted)
      return;
    open = wanted;
    host.toggleAttribute('data-open', open);
    launcher.setAttribute('aria-expanded', String(open));
    frame.setAttribute('aria-hidden', String(!open));
    if (open) {
      sendFacts();
      frame.focus();
    } else {
      launcher.focus();
    }
    post({ type: open ? 'open' : 'close' });
    emit(open ? 'open' : 'close', {});
  }

  function say(values) {
    Object.assign(said, values);
    sendFacts();
  }

  const api = {
    open() { setOpen(true); },
    close() { setOpen(false); },
    toggle() { setOpen(!open); },
    show() { if (ready) host.removeAttribute('data-hidden'); },
    hide() { setOpen(false); host.setAttribute('data-hidden', ''); },
    identify({ name, email } = {}) {
      say({ ...(name && { 'visitor.name': String(name) }), ...(email && { 'visitor.email': String(email) }) });
    },
    // Names without a dot become custom.<name>, to be used in rules.
    setContext(values = {}) {
      say(Object.fromEntries(Object.entries(values).map(([name, value]) => [name.includes('.') ? name : `custom.${name}`, value])));
    },
    on(name, told) {
      if (!listeners.has(name))
        listeners.set(name, new Set());
      listeners.get(name).add(told);
      return () => listeners.get(name).delete(told);
    },
    push([name, ...given]) { return api[name]?.(...given); },
  };

  function start() {
    build();
    addEventListener('message', (event) => {
      if (event.source === frame.contentWindow && event.origin === origin && event.data?.signalbox === 1)
        takers[event.data.type]?.(event.data);
    });
    followPage();
    window.signalbox = Object.freeze(api);
    waiting.forEach((call) => api.push(call));
  }

  if (document.body)
    start();
  else
    addEventListener('DOMContentLoaded', start);
})();
