// The page's state, and what changes it: news from the server, and what its person does.
import {Composer} from './composer.js';
import {Connection} from './connection.js';
import {byId, el} from './dom.js';
import {Live} from './live.js';
import {leave, loggedIn, sessionOver} from './login.js';
import {entry, pendingEntry} from './messages.js';
import {showPanel} from './panel.js';
import {newId, Pending} from './pending.js';
import {startReview} from './review.js';
import {Threads} from './threads.js';

const THREAD = /^#((?:team|mine)\/[\w-]{1,64})$/;
const NEAR = 80;

export class Chat {
  #me = null;
  #thread = null;
  #entries = [];
  #panel = {running: [], waiting: []};
  #threads = new Threads();
  #pending = new Pending();
  #live = new Live(byId('live'), () => this.say('stop it'));
  #connection;
  #composer;

  start() {
    byId('chat').hidden = false;
    this.#composer = new Composer(text => this.say(text), () => this.#thread !== null);
    this.#connection = new Connection(this);
    this.#buttons();
    startReview();
    addEventListener('hashchange', () => this.#navigate());
    this.#connection.open();
    this.#composer.focus();
  }

  #buttons() {
    byId('new-team').addEventListener('click', () => this.#begin('team'));
    byId('new-mine').addEventListener('click', () => this.#begin('mine'));
    byId('earlier').addEventListener('click', () => this.#earlier());
    byId('down').addEventListener('click', () => this.#toEnd());
    byId('scroller').addEventListener('scroll', () => this.#scrolled());
    byId('logout').addEventListener('click', () => this.#logout());
    byId('menu').addEventListener('click', () => this.#menu(byId('menu').ariaExpanded !== 'true'));
    byId('side').addEventListener('click', event => event.target.closest('a') && this.#menu(false));
    document.addEventListener('keydown', event => event.key === 'Escape' && this.#menu(false));
    byId('chat').addEventListener('click', event => event.target === byId('chat') && this.#menu(false));
    const wide = matchMedia('(min-width: 1100px)');
    const fold = () => (byId('panel').open = wide.matches);
    wide.addEventListener('change', fold);
    fold();
  }

  #menu(open) {
    const was = byId('menu').ariaExpanded === 'true';
    byId('menu').setAttribute('aria-expanded', String(open));
    byId('chat').classList.toggle('menu-open', open);
    if (open) {
      byId('new-team').focus();
    } else if (was) {
      this.#composer.focus();
    }
  }

  async #logout() {
    this.#connection.close();
    this.#pending.clear();
    await leave();
  }

  // ---- the connection

  state(name, seconds) {
    const words = {
      connected: 'Connected',
      connecting: 'Connecting …',
      offline: `Offline: trying again in ${Math.max(1, seconds)} s`,
    };
    const shown = byId('connection');
    shown.className = `connection ${name}`;
    shown.textContent = words[name];
    if (name !== 'connected') {
      this.#pending.unsent().forEach(message => (message.state = 'waiting'));
      this.#showPending();
    }
  }

  async refused() {
    try {
      if (!(await loggedIn())) {
        this.over();
      }
    } catch {
      // the server is not there; the connection tries again
    }
  }

  over() {
    this.#connection.close();
    sessionOver();
  }

  news(news) {
    if (news.threads) {
      this.#threads.update(news.threads);
    }
    if (news.me) {
      this.#greeted(news.me);
    }
    news.receipts?.forEach(receipt => this.#receipt(receipt));
    if (news.entries && news.thread === this.#thread) {
      this.#arrived(news);
    }
    if (news.panel) {
      this.#panel = news.panel;
      showPanel(news.panel, {say: text => this.say(text), open: () => this.#menu(false)});
    }
    if (news.panel || news.entries) {
      this.#runsHere();
    }
    if (news.output && news.thread === this.#thread) {
      this.#keepingEnd(() => news.output.forEach(piece => this.#live.add(piece)));
    }
    this.#threads.show(this.#thread);
    this.#heading();
  }

  /** The first that each connection says: go on where the last one stopped. */
  #greeted(me) {
    if (this.#me && this.#me.person !== me.person) {
      // somebody else has logged in with this browser
      location.reload();
      return;
    }
    this.#me = me;
    byId('who').textContent = me.name;
    this.#pending.belongTo(me.person);
    if (this.#thread) {
      this.#connection.send({type: 'open', thread: this.#thread, after: this.#last()});
    } else {
      this.#show(THREAD.exec(location.hash)?.[1] ?? this.#threads.latest() ?? `team/${newId()}`);
    }
    this.#resend();
  }

  // ---- threads

  #begin(kind) {
    location.hash = `${kind}/${newId()}`;
    this.#menu(false);
    this.#composer.focus();
  }

  #navigate() {
    const wanted = THREAD.exec(location.hash)?.[1];
    if (wanted && wanted !== this.#thread) {
      this.#show(wanted);
    }
  }

  #show(thread) {
    this.#thread = thread;
    this.#entries = [];
    this.#live.clear();
    byId('messages').replaceChildren();
    // what stood there before is not read aloud
    byId('messages').ariaBusy = 'true';
    byId('earlier').hidden = true;
    if (location.hash !== `#${thread}`) {
      history.replaceState(null, '', `#${thread}`);
    }
    this.#connection.send({type: 'open', thread});
    this.#threads.show(thread);
    this.#runsHere();
    this.#showPending();
    this.#heading();
  }

  #heading() {
    const shared = this.#shared();
    const title = this.#threads.titleOf(this.#thread)
      || this.#entries.find(said => said.by === 'person')?.text
      || (shared ? 'New shared thread' : 'New private thread');
    byId('title').textContent = title;
    byId('kind').textContent = shared ? 'Shared: everybody who is logged in sees it' : 'Private: only you see it';
    document.title = `${title.slice(0, 60)} – Parley`;
    this.#welcome();
  }

  #welcome() {
    const box = byId('welcome');
    box.hidden = this.#entries.length > 0 || this.#pending.of(this.#thread).length > 0;
    if (!box.hidden && !box.hasChildNodes()) {
      const examples = ['what can you do?', 'who am I?', 'list hosts'];
      box.append(
        el('h2', {}, 'What shall be done?'),
        el('p', {}, 'Ask in plain words, for example “restart apache”. Whatever is missing is asked for, and nothing changes before you have seen what would run and said yes.'),
        el('div', {class: 'choices'}, examples.map(example =>
          el('button', {type: 'button', on: {click: () => this.say(example)}}, example))));
    }
  }

  #shared() {
    return this.#thread?.startsWith('team/');
  }

  // ---- what was said

  #last() {
    return this.#entries.at(-1)?.number ?? 0;
  }

  #arrived(news) {
    const known = new Set(this.#entries.map(said => said.number));
    const fresh = news.entries.filter(said => !known.has(said.number));
    if (news.earlier !== undefined) {
      byId('earlier').hidden = !news.earlier;
    }
    fresh.filter(said => said.id).forEach(said => this.#pending.remove(said.id));
    if (news.prepend) {
      this.#prepend(fresh);
    } else {
      this.#keepingEnd(() => this.#append(fresh), fresh.some(said => said.mine));
    }
    requestAnimationFrame(() => (byId('messages').ariaBusy = 'false'));
    if (!document.hidden) {
      this.#threads.read(this.#thread, this.#last());
    }
  }

  #append(fresh) {
    for (const said of fresh) {
      const before = this.#entries.at(-1);
      this.#entries.push(said);
      byId('messages').append(entry(said, before, this.#context()));
    }
    this.#showPending();
    this.#settleChoices();
  }

  #prepend(fresh) {
    const scroller = byId('scroller');
    const fromEnd = scroller.scrollHeight - scroller.scrollTop;
    this.#entries = [...fresh, ...this.#entries];
    byId('messages').replaceChildren(
      ...this.#entries.map((said, i) => entry(said, this.#entries[i - 1], this.#context())));
    this.#settleChoices();
    scroller.scrollTop = scroller.scrollHeight - fromEnd;
  }

  #earlier() {
    const first = this.#entries[0];
    if (first) {
      this.#connection.send({type: 'earlier', thread: this.#thread, before: first.number});
      byId('earlier').hidden = true;
    }
  }

  #context() {
    return {
      shared: this.#shared(),
      nameOf: person => (person === this.#me?.person ? this.#me.name : person),
      answerable: said => this.#answerable(said),
      say: text => {
        this.say(text);
        this.#composer.focus();
      },
    };
  }

  /** Answers can be picked once: until their person has said something else. */
  #answerable(said) {
    return said.mine
      && !this.#pending.of(this.#thread).length
      && !this.#entries.some(later => later.number > said.number && later.mine && later.by === 'person');
  }

  #settleChoices() {
    for (const item of byId('messages').querySelectorAll('.entry.assistant')) {
      const said = this.#entries.find(one => one.number === Number(item.dataset.number));
      const open = said && this.#answerable(said);
      item.querySelectorAll('.choices button').forEach(button => (button.disabled = !open));
    }
  }

  // ---- what is said here

  say(text) {
    const message = this.#pending.add(this.#thread, text);
    this.#keepingEnd(() => {
      this.#transmit(message);
      this.#showPending();
      this.#settleChoices();
      this.#heading();
    }, true);
  }

  #transmit(message) {
    message.problem = null;
    const {thread, id, text} = message;
    message.state = this.#connection.send({type: 'say', thread, id, text}) ? 'sending' : 'waiting';
  }

  #resend() {
    this.#pending.unsent().forEach(message => this.#transmit(message));
    this.#showPending();
  }

  #receipt(receipt) {
    const message = this.#pending.find(receipt.id);
    if (!message) {
      return;
    }
    message.state = receipt.problem ? 'failed' : 'sent';
    message.problem = receipt.problem ?? null;
    if (!receipt.problem && message.thread !== this.#thread) {
      this.#pending.remove(message.id);
    }
    this.#showPending();
    this.#settleChoices();
  }

  #showPending() {
    if (!this.#me) {
      return;
    }
    const actions = {
      retry: message => {
        this.#transmit(message);
        this.#showPending();
      },
      drop: message => {
        this.#pending.remove(message.id);
        this.#showPending();
        this.#settleChoices();
        this.#heading();
      },
    };
    byId('pending').replaceChildren(
      ...this.#pending.of(this.#thread).map(message => pendingEntry(message, this.#me, actions)));
  }

  #runsHere() {
    const told = new Set(this.#entries.map(said => said.execution).filter(Boolean));
    this.#keepingEnd(() => this.#live.show(
      this.#panel.running.filter(run => run.thread === this.#thread && !told.has(run.execution))));
  }

  // ---- scrolling

  /** Whoever reads the end goes on reading the end; whoever reads above it is not moved. */
  #keepingEnd(change, force = false) {
    const scroller = byId('scroller');
    const atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR;
    const before = scroller.scrollHeight;
    change();
    if (atEnd || force) {
      scroller.scrollTop = scroller.scrollHeight;
    } else if (scroller.scrollHeight > before) {
      byId('down').hidden = false;
    }
  }

  #toEnd() {
    const scroller = byId('scroller');
    scroller.scrollTop = scroller.scrollHeight;
    this.#composer.focus();
  }

  #scrolled() {
    const scroller = byId('scroller');
    if (scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR) {
      byId('down').hidden = true;
    }
  }
}
