// What this page's person said and the server has not confirmed yet. It survives a reload, and goes
// out again with the same id after each reconnect: the server answers a second time and does nothing.

const KEY = 'parley-pending';

export class Pending {
  #person = null;
  #messages = [];

  /** Takes up what this person left; nothing of one person is sent as another. */
  belongTo(person) {
    if (this.#person === person) {
      return;
    }
    this.#person = person;
    this.#messages = kept().filter(message => message.person === person);
    this.#messages.forEach(message => (message.state = 'waiting'));
    this.#keep();
  }

  add(thread, text) {
    const message = {person: this.#person, thread, id: newId(), text, state: 'waiting', problem: null};
    this.#messages.push(message);
    this.#keep();
    return message;
  }

  of(thread) {
    return this.#messages.filter(message => message.thread === thread);
  }

  /** What has to be sent, oldest first. */
  unsent() {
    return this.#messages.filter(message => message.state !== 'failed');
  }

  find(id) {
    return this.#messages.find(message => message.id === id);
  }

  remove(id) {
    this.#messages = this.#messages.filter(message => message.id !== id);
    this.#keep();
  }

  clear() {
    this.#messages = [];
    this.#keep();
  }

  #keep() {
    try {
      sessionStorage.setItem(KEY, JSON.stringify(this.#messages));
    } catch {
      // a browser that keeps nothing still sends
    }
  }
}

function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY)) ?? [];
  } catch {
    return [];
  }
}

export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}
