// Files on their way: what the visitor attached until the server has it, and the way back to their disk. Bytes stay in the
// page's memory; a file that was not sent before the page closes has to be chosen again.

const mostBytes = 10 * 1024 * 1024;
const address = '/widget/files';

function reasonIn(response) {
  try {
    return JSON.parse(response).detail || '';
  } catch {
    return '';
  }
}

export class ChatFiles {
  #tokenNow;
  #changed;
  #uploads = new Map();   // id -> {id, file, at, share, why, again, running}

  // tokenNow(): who the visitor is, empty while that is not known. changed(): something is to be shown anew.
  constructor(tokenNow, changed) {
    this.#tokenNow = tokenNow;
    this.#changed = changed;
  }

  add(file) {
    const id = crypto.randomUUID();
    const tooLarge = file.size > mostBytes;
    const why = tooLarge ? `“${file.name}” is too large: at most 10 MB can be sent.` : '';
    this.#uploads.set(id, { id, file, at: Date.now(), share: 0, why, again: false, running: false });
    this.flush();
  }

  // One after another, as soon as the server knows who sends them.
  flush() {
    const waiting = [...this.#uploads.values()];
    if (this.#tokenNow() && !waiting.some((upload) => upload.running)) {
      const next = waiting.find((upload) => !upload.why && upload.share < 1);
      if (next)
        this.#send(next);
    }
    this.#changed();
  }

  #send(upload) {
    const request = new XMLHttpRequest();
    upload.running = true;
    request.open('POST', address);
    request.setRequestHeader('Authorization', `Bearer ${this.#tokenNow()}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Signalbox-Message', upload.id);
    request.setRequestHeader('Signalbox-File', encodeURIComponent(upload.file.name));
    request.upload.onprogress = ({ loaded, total }) => {
      upload.share = Math.min(0.99, loaded / total);
      this.#changed();
    };
    request.onload = () => {
      upload.running = false;
      upload.share = request.status === 201 ? 1 : 0;
      if (request.status !== 201) {
        upload.why = reasonIn(request.responseText) || 'The file was not sent.';
        upload.again = request.status === 429 || request.status === 503;
      }
      this.flush();
    };
    request.onerror = () => {
      upload.running = false;
      upload.share = 0;
      upload.why = 'The file was not sent: there is no connection.';
      upload.again = true;
      this.flush();
    };
    request.send(upload.file);
  }

  retry(id) {
    const upload = this.#uploads.get(id);
    if (upload)
      upload.why = '';
    this.flush();
  }

  // The message has come back from the server, or the visitor lets it be.
  remove(id) { return this.#uploads.delete(id); }

  // For the transcript, oldest first.
  entries() {
    return [...this.#uploads.values()].map(({ id, file, at, share, why, again }) => ({
      key: `upload.${id}`, id, author: 'visitor', text: '', at, files: [{ name: file.name, size: file.size }],
      mark: why ? 'failed' : 'pending', progress: why ? undefined : share, why, again,
    }));
  }

  // Puts a file of the conversation on the visitor's disk. Why not, else empty.
  async download({ id, name }) {
    try {
      const headers = { Authorization: `Bearer ${this.#tokenNow()}` };
      const response = await fetch(`${address}?id=${encodeURIComponent(id)}`, { headers });
      if (!response.ok)
        return reasonIn(await response.text()) || 'The file could not be fetched.';
      const link = document.createElement('a');
      link.href = URL.createObjectURL(await response.blob());
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      return '';
    } catch {
      return 'The file could not be fetched: there is no connection.';
    }
  }
}

// "2.4 MB"
export function sizeWords(bytes) {
  if (bytes < 1024)
    return `${bytes} bytes`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / (1024 * 1024)).toFixed(1)} MB`;
}
