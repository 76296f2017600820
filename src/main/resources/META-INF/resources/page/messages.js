// Shows what was said.
import {dayOf, el, time, withoutEscapes} from './dom.js';

const COLOURS = 6;

/** One entry of a conversation; `context` says who looks, and what buttons do. */
export function entry(said, before, context) {
  const assistant = said.by === 'assistant';
  const name = assistant ? 'Parley' : context.nameOf(said.person);
  const follows = before && before.by === said.by && before.person === said.person
    && new Date(said.at) - new Date(before.at) < 5 * 60_000 && dayOf(before.at) === dayOf(said.at);
  const item = el('li', {
    class: `entry ${said.by}${follows ? ' follows' : ''}${said.mine ? ' mine' : ''}`,
    'data-number': said.number,
  });
  if (!before || dayOf(before.at) !== dayOf(said.at)) {
    item.append(el('p', {class: 'day'}, dayOf(said.at)));
  }
  item.append(avatar(name, assistant));
  const to = assistant && context.shared
    ? el('span', {class: 'to'}, `to ${said.mine ? 'you' : said.person}`) : null;
  const author = assistant || !said.mine ? name : `${name} (you)`;
  item.append(el('div', {class: 'meta'}, el('b', {}, author), to, time(said.at)));
  item.append(el('div', {class: 'body'}, assistant
    ? parts(said, context)
    : el('p', {class: 'text'}, said.text)));
  return item;
}

function avatar(name, assistant) {
  let hash = 0;
  for (const character of name) {
    hash = (hash * 31 + character.codePointAt(0)) % 997;
  }
  return assistant
    ? el('img', {class: 'avatar', src: '/page/icon.svg', alt: '', width: 32, height: 32})
    : el('span', {class: `avatar c${hash % COLOURS}`, 'aria-hidden': 'true'}, [...name][0]?.toUpperCase() ?? '?');
}

/** A confirmation and its answers belong together. */
function parts(said, context) {
  const shown = [];
  for (const part of said.parts) {
    const last = shown.at(-1);
    if (part.kind === 'choices' && last?.classList.contains('confirmation')) {
      last.append(choices(part, said, context));
    } else {
      shown.push(render(part, said, context));
    }
  }
  return shown;
}

function render(part, said, context) {
  switch (part.kind) {
    case 'choices':
      return choices(part, said, context);
    case 'confirmation':
      return confirmation(part);
    case 'table':
      return table(part);
    case 'code':
      return output(part.lines[0], part.text);
    default:
      return text(part.text);
  }
}

/** Text, in which an address of this server's output is a link. */
function text(words) {
  const paragraph = el('p', {class: 'text'});
  let end = 0;
  for (const found of words.matchAll(/(?:https?:\/\/[\w.:[\]-]+)?(\/api\/v1\/executions\/[\w-]+\/output)/g)) {
    paragraph.append(
      words.slice(end, found.index),
      el('a', {href: found[1], download: true}, 'Download the whole output'));
    end = found.index + found[0].length;
  }
  paragraph.append(words.slice(end));
  return paragraph;
}

function confirmation(part) {
  const lines = part.lines.map(line =>
    line.startsWith('$ ')
      ? el('li', {class: 'command'}, el('code', {}, line))
      : el('li', {class: /^warning:/i.test(line) ? 'warning' : null}, line));
  return el('div', {class: 'confirmation'}, el('ul', {}, lines), el('p', {class: 'question'}, part.text));
}

function choices(part, said, context) {
  const buttons = part.options.map(option => el('button', {
    type: 'button',
    class: option === 'yes' ? 'primary' : null,
    disabled: !context.answerable(said),
    on: {click: () => context.say(option)},
  }, option));
  return el('div', {class: 'choices', role: 'group', 'aria-label': 'Answers'}, buttons);
}

function table(part) {
  return el('div', {class: 'table', tabindex: 0, role: 'region', 'aria-label': 'Table'},
    el('table', {},
      el('thead', {}, el('tr', {}, part.header.map(cell => el('th', {scope: 'col'}, cell)))),
      el('tbody', {}, part.rows.map(row => el('tr', {}, row.map(cell => el('td', {}, cell)))))));
}

export function output(caption, words) {
  const shown = withoutEscapes(words);
  const copy = el('button', {
    type: 'button',
    class: 'quiet copy',
    on: {
      click: async () => {
        await navigator.clipboard.writeText(shown);
        copy.textContent = 'Copied';
        setTimeout(() => (copy.textContent = 'Copy'), 2000);
      },
    },
  }, 'Copy');
  return el('figure', {class: 'output'},
    el('figcaption', {}, el('span', {}, caption || 'Output'), navigator.clipboard ? copy : null),
    el('pre', {tabindex: 0, role: 'region', 'aria-label': caption ? `Output of ${caption}` : 'Output'}, shown));
}

const STATES = {
  waiting: 'not delivered yet: retrying',
  sending: 'sending …',
  sent: 'sent',
  failed: 'not delivered',
};

/** A message that is on its way. */
export function pendingEntry(message, me, actions) {
  const failed = message.state === 'failed';
  return el('li', {class: `entry person mine pending ${message.state}`, 'data-id': message.id},
    avatar(me.name, false),
    el('div', {class: 'meta'},
      el('b', {}, `${me.name} (you)`),
      el('span', {class: 'state'}, STATES[message.state] + (message.problem ? `: ${message.problem}` : ''))),
    el('div', {class: 'body'},
      el('p', {class: 'text'}, message.text),
      failed ? el('div', {class: 'choices'},
        el('button', {type: 'button', on: {click: () => actions.retry(message)}}, 'Send again'),
        el('button', {type: 'button', on: {click: () => actions.drop(message)}}, 'Remove')) : null));
}
