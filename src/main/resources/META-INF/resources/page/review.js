// What was misread: for whoever may say what it meant.
import {byId, el} from './dom.js';

const PATH = '/api/v1/review';

/** Looks for what is to be reviewed whenever the list is opened. */
export function startReview() {
  byId('review').addEventListener('toggle', () => byId('review').open && load(''));
}

async function load(told) {
  try {
    const answer = await fetch(PATH, {credentials: 'same-origin'});
    const body = await answer.json();
    if (!answer.ok) {
      show([], body.detail ?? 'The list cannot be read.');
      return;
    }
    show(body, told || (body.length ? '' : 'There is nothing to review.'));
  } catch {
    show([], 'The server does not answer. Open the list again.');
  }
}

function show(lines, told) {
  byId('review-told').textContent = told;
  byId('review-body').replaceChildren(...lines.map(card));
  const intents = new Set(lines.flatMap(line => line.nearest.map(near => near.intent)));
  byId('review-intents').replaceChildren(...[...intents, 'out_of_scope'].map(name => el('option', {value: name})));
}

function card(line) {
  const label = el('input', {
    type: 'text',
    list: 'review-intents',
    value: line.label || line.read,
    'aria-label': `What “${line.text}” means`,
    spellcheck: 'false',
  });
  const phrase = line.meaning !== '';
  return el('section', {class: 'card reviewed', 'data-review': line.number},
    el('h3', {}, `“${line.text}”`),
    el('p', {}, `${line.reason}${line.count > 1 ? ` ${line.count} times` : ''}, last by ${line.person}. `,
      phrase ? 'Stands for ' : line.read ? `Read as ${line.read}` : 'Read as nothing',
      phrase ? el('code', {}, line.meaning) : changes(line), '.'),
    line.nearest.length
      ? el('ul', {class: 'nearest'}, line.nearest.map(near => el('li', {}, `${near.intent}: ${near.text}`)))
      : null,
    phrase ? null : el('div', {class: 'label'}, label,
      button('Label', () => post(line, 'label', {intent: label.value}))),
    el('div', {class: 'choices'},
      button(phrase ? 'Accept for everybody' : 'Accept', () => post(line, 'accept', {}), 'primary',
        !phrase && !line.label),
      button('Reject', () => post(line, 'reject', {}))));
}

/** Which intent would change. */
function changes(line) {
  return line.label && line.label !== line.read ? `, to be read as ${line.label}` : '';
}

function button(text, act, kind, disabled) {
  return el('button', {type: 'button', class: kind, disabled, on: {click: act}}, text);
}

async function post(line, verb, wish) {
  try {
    const answer = await fetch(`${PATH}/${line.number}/${verb}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify(wish),
    });
    const body = await answer.json();
    await load(answer.ok ? body.told : body.detail ?? 'That did not work.');
  } catch {
    await load('The server does not answer, so nothing was changed.');
  }
}
