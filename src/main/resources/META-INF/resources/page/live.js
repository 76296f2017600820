// What a running execution says, as it says it.
import {el, time, withoutEscapes} from './dom.js';

const KEPT = 200_000;

export class Live {
  #list;
  #runs = new Map();

  #stop;

  /** @param stop stops the newest that this page's person started here */
  constructor(list, stop) {
    this.#list = list;
    this.#stop = stop;
  }

  /** Shows these executions and no others. */
  show(running) {
    const newestOwn = running.filter(run => run.mine).at(-1);
    const wanted = new Set(running.map(run => run.execution));
    for (const [id, run] of this.#runs) {
      if (!wanted.has(id)) {
        run.item.remove();
        this.#runs.delete(id);
      }
    }
    for (const run of running) {
      const shown = this.#of(run.execution);
      shown.state.replaceChildren(
        run.status === 'running' ? 'running since ' : 'starts …', run.status === 'running' ? time(run.since) : '');
      shown.request.textContent = run.request;
      shown.stop.hidden = run !== newestOwn;
      this.#list.append(shown.item);
    }
  }

  clear() {
    this.#runs.clear();
    this.#list.replaceChildren();
  }

  add(piece) {
    const run = this.#of(piece.execution);
    if (piece.next <= run.next) {
      return;
    }
    if (piece.from > run.next && run.next > 0) {
      run.pre.append('\n… (some output was left out here) …\n');
    }
    run.next = piece.next;
    const below = run.pre.scrollHeight - run.pre.scrollTop - run.pre.clientHeight < 40;
    for (const segment of piece.segments) {
      if (segment.target !== run.target) {
        run.targets.add(segment.target);
        if (run.targets.size > 1) {
          run.pre.append(el('b', {}, `${run.pre.textContent && !run.pre.textContent.endsWith('\n') ? '\n' : ''}${segment.target}:\n`));
        }
        run.target = segment.target;
      }
      run.pre.append(withoutEscapes(segment.text));
    }
    while (run.pre.textContent.length > KEPT && run.pre.childNodes.length > 1) {
      run.pre.firstChild.remove();
    }
    run.pre.hidden = false;
    if (below) {
      run.pre.scrollTop = run.pre.scrollHeight;
    }
  }

  #of(execution) {
    let run = this.#runs.get(execution);
    if (!run) {
      const pre = el('pre', {class: 'stream', tabindex: 0, role: 'region', 'aria-label': 'Output so far', 'aria-live': 'off', hidden: true});
      const state = el('span', {class: 'state'});
      const request = el('code', {});
      const stop = el('button', {type: 'button', class: 'quiet', hidden: true, on: {click: () => {
        stop.disabled = true;
        this.#stop();
      }}}, 'Stop it');
      const item = el('li', {class: 'entry live', 'data-execution': execution},
        el('span', {class: 'avatar spinner', 'aria-hidden': 'true'}),
        el('div', {class: 'meta'}, request, state, stop),
        el('div', {class: 'body'}, pre));
      run = {item, pre, state, request, stop, next: 0, target: null, targets: new Set()};
      this.#runs.set(execution, run);
      this.#list.append(item);
    }
    return run;
  }
}
