// The box that one types into: Enter sends, Shift+Enter does not, ↑ in an empty box brings back.
import {byId} from './dom.js';

const LONGEST = 4000;

export class Composer {
  #box = byId('text');
  #said = [];
  #back = 0;

  /** @param ready whether something can be said yet; until then it stays in the box */
  constructor(say, ready) {
    const form = byId('composer');
    form.addEventListener('submit', event => {
      event.preventDefault();
      if (ready()) {
        this.#send(say);
      }
    });
    this.#box.addEventListener('keydown', event => this.#key(event, form));
    this.#box.addEventListener('input', () => this.#measure());
  }

  focus() {
    this.#box.focus();
  }

  #send(say) {
    const text = this.#box.value.trim();
    if (!text || this.#tooLong()) {
      return;
    }
    this.#said.push(text);
    this.#back = 0;
    this.#box.value = '';
    this.#measure();
    say(text);
  }

  #key(event, form) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    } else if (event.key === 'ArrowUp' && (!this.#box.value || this.#back) && this.#back < this.#said.length) {
      event.preventDefault();
      this.#recall(this.#back + 1);
    } else if (event.key === 'ArrowDown' && this.#back) {
      event.preventDefault();
      this.#recall(this.#back - 1);
    }
  }

  #recall(back) {
    this.#back = back;
    this.#box.value = back ? this.#said.at(-back) : '';
    this.#measure();
  }

  #tooLong() {
    return [...this.#box.value.trim()].length > LONGEST;
  }

  /** The box grows with its text, up to what the stylesheet allows. */
  #measure() {
    this.#box.style.height = 'auto';
    this.#box.style.height = `${this.#box.scrollHeight + 2}px`;
    const length = [...this.#box.value.trim()].length;
    byId('count').textContent = length > LONGEST * 0.9
      ? `${length.toLocaleString()} of ${LONGEST.toLocaleString()} characters${length > LONGEST ? ': too long to send' : ''}`
      : '';
    byId('send').disabled = length > LONGEST;
  }
}
