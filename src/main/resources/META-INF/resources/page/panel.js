// What runs, and what waits for a second person.
import {byId, el, time} from './dom.js';

/** Shows the panel; `actions` has say(text) and open(thread). */
export function showPanel(panel, actions) {
  const count = panel.running.length + panel.waiting.length;
  const badge = byId('panel-count');
  badge.hidden = count === 0;
  badge.textContent = String(count);
  byId('panel-body').replaceChildren(
    ...panel.waiting.map(wait => waiting(wait, actions)),
    ...panel.running.map(run => running(run, actions)),
    ...(count ? [] : [el('p', {class: 'nothing'}, 'Nothing is running, and nothing waits for you.')]));
}

function waiting(wait, actions) {
  const buttons = ['approve', 'reject'].map(verb => el('button', {
    type: 'button',
    class: verb === 'approve' ? 'primary' : null,
    'aria-label': `${label(verb)} ${wait.request}, asked for by ${wait.person}`,
    on: {
      click: event => {
        event.target.parentElement.querySelectorAll('button').forEach(button => (button.disabled = true));
        actions.say(`${verb} ${wait.id}`);
      },
    },
  }, label(verb)));
  return el('section', {class: 'card waits', 'data-approval': wait.id},
    el('h3', {}, wait.mine ? 'Waits for a second person' : 'Waits for your approval'),
    el('code', {}, wait.request),
    el('p', {}, `Asked for by ${wait.mine ? 'you' : wait.person}. `, 'Until ', time(wait.expiresAt), `. Id ${wait.id}.`),
    where(wait.thread, actions),
    wait.settle ? el('div', {class: 'choices'}, buttons) : null);
}

function running(run, actions) {
  return el('section', {class: 'card runs', 'data-execution': run.execution},
    el('h3', {}, run.status === 'running' ? 'Running' : 'About to run'),
    el('code', {}, run.request),
    el('p', {}, `${run.mine ? 'Yours' : run.person}, since `, time(run.since),
      run.thread ? '' : `, in ${run.where}`, '.'),
    where(run.thread, actions));
}

function where(thread, actions) {
  return thread
    ? el('a', {href: `#${thread}`, on: {click: () => actions.open(thread)}}, 'Go to the thread')
    : null;
}

function label(verb) {
  return verb[0].toUpperCase() + verb.slice(1);
}
