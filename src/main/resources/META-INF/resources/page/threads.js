// The list of threads, and which of them have something new.
import {byId, el, time} from './dom.js';

const KEY = 'parley-seen';

export class Threads {
  #threads = [];
  #seen;

  constructor() {
    try {
      this.#seen = JSON.parse(localStorage.getItem(KEY)) ?? {};
    } catch {
      this.#seen = {};
    }
  }

  update(threads) {
    this.#threads = threads;
  }

  latest() {
    return this.#threads[0]?.name;
  }

  titleOf(name) {
    return this.#threads.find(thread => thread.name === name)?.title;
  }

  /** Somebody has read a thread up to a number. */
  read(name, number) {
    if ((this.#seen[name] ?? 0) < number) {
      this.#seen[name] = number;
      const listed = new Set(this.#threads.map(thread => thread.name)).add(name);
      this.#seen = Object.fromEntries(Object.entries(this.#seen).filter(([thread]) => listed.has(thread)));
      try {
        localStorage.setItem(KEY, JSON.stringify(this.#seen));
      } catch {
        // then everything is new again after a reload
      }
    }
  }

  show(open) {
    for (const kind of ['team', 'mine']) {
      const items = this.#threads.filter(thread => thread.name.startsWith(`${kind}/`));
      byId(`${kind}-threads`).replaceChildren(...(items.length
        ? items.map(thread => this.#item(thread, open))
        : [el('li', {class: 'nothing'}, 'None yet.')]));
    }
  }

  #item(thread, open) {
    const here = thread.name === open;
    const fresh = !here && thread.last > (this.#seen[thread.name] ?? 0);
    return el('li', {},
      el('a', {href: `#${thread.name}`, 'aria-current': here ? 'page' : null, class: fresh ? 'fresh' : null},
        el('span', {class: 'thread-title'}, thread.title || 'Thread'),
        fresh ? el('span', {class: 'hidden'}, ', something new') : null,
        el('span', {class: 'thread-meta'}, thread.person, ' · ', time(thread.at))));
  }
}
