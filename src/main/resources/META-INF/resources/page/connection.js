// The socket, made again when it breaks: at once, then after ever longer pauses.

const SHORTEST = 500;
const LONGEST = 30_000;
/** The server's word that the session is over. */
const SESSION_OVER = 4401;
/** An answer that takes longer means that the line is dead, whatever the socket says. */
const PATIENCE = 15_000;

export class Connection {
  #socket = null;
  #failures = 0;
  #timer = 0;
  #deadline = 0;
  #listener;

  /** @param listener has news(frame), state(name, seconds), refused() and over() */
  constructor(listener) {
    this.#listener = listener;
    addEventListener('online', () => this.#now());
    addEventListener('offline', () => this.#socket?.close());
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) {
        this.#now();
      }
    });
  }

  open() {
    clearTimeout(this.#timer);
    this.#listener.state('connecting', 0);
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const socket = new WebSocket(`${scheme}://${location.host}/api/v1/chat`);
    this.#socket = socket;
    let opened = false;
    socket.addEventListener('open', () => {
      opened = true;
      this.#failures = 0;
      this.#listener.state('connected', 0);
    });
    socket.addEventListener('message', event => {
      clearTimeout(this.#deadline);
      this.#deadline = 0;
      this.#listener.news(JSON.parse(event.data));
    });
    socket.addEventListener('close', event => this.#closed(socket, event.code, opened));
  }

  close() {
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  /** Sends a frame, where that is possible now. */
  send(frame) {
    if (this.#socket?.readyState !== WebSocket.OPEN) {
      return false;
    }
    this.#socket.send(JSON.stringify(frame));
    if (!this.#deadline) {
      const socket = this.#socket;
      this.#deadline = setTimeout(() => this.#dead(socket), PATIENCE);
    }
    return true;
  }

  /** A line that lost its other end closes only when it is told to, and then slowly. */
  #dead(socket) {
    socket.close();
    this.#closed(socket, 1006, true);
  }

  #now() {
    if (this.#socket && this.#socket.readyState === WebSocket.CLOSED) {
      this.open();
    }
  }

  #closed(socket, code, opened) {
    if (socket !== this.#socket) {
      return;
    }
    clearTimeout(this.#deadline);
    this.#deadline = 0;
    if (code === SESSION_OVER) {
      this.close();
      this.#listener.over();
      return;
    }
    if (!opened) {
      // a handshake does not tell why it was refused
      this.#listener.refused();
    }
    const pause = Math.min(LONGEST, SHORTEST * 2 ** this.#failures++);
    const spread = pause * (0.75 + Math.random() / 2);
    this.#listener.state('offline', Math.round(spread / 1000));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.open(), spread);
  }
}
