// The way in: a code that stands behind # in the address is exchanged for a session, once.
import {byId} from './dom.js';

/** Takes a login code out of the address, so that neither history nor a glance keeps it. */
function takeCode() {
  const found = /^#login=([\w-]+)$/.exec(location.hash);
  if (!found) {
    return null;
  }
  history.replaceState(null, '', '/');
  return found[1];
}

/** Kept until the server has answered: a server that is not there does not use it up. */
let code = null;

/** Logs in where the address says so. Resolves to whether somebody is logged in. */
export async function enter() {
  code ??= takeCode();
  const presented = code;
  if (presented) {
    const answer = await fetch('/api/v1/login', {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({code: presented}),
    });
    code = null;
    if (answer.status === 204) {
      return true;
    }
    if (answer.status !== 401) {
      door('The server cannot let you in now', `It answered ${answer.status}.`, null, 'Try again in a moment.');
      return false;
    }
  }
  if (await loggedIn()) {
    return true;
  }
  if (presented) {
    door(
      'This link no longer works',
      'A login link serves once, within ten minutes. This one was used or has expired. Print a new one on the server:',
      './parley login',
      'If somebody invited you, ask them for a new invitation.');
  } else {
    knock();
  }
  return false;
}

/** Whether the browser holds a session that is open. */
export async function loggedIn() {
  const answer = await fetch('/api/v1/me');
  return answer.ok;
}

function knock() {
  door(
    'Log in to Parley',
    'You are not logged in here. Print a link on the server, and open it in this browser:',
    './parley login',
    'For somebody else it is ./parley invite and their name.');
}

/** What is shown when a session is over. */
export function sessionOver() {
  door(
    'Your session is over',
    'It was ended or has expired. Print a new link on the server, and open it in this browser:',
    './parley login',
    'Whatever you started goes on, and stands in the thread when you are back.');
}

export async function leave() {
  await fetch('/api/v1/logout', {method: 'POST'});
  door('You are logged out', 'To come back, print a new link on the server:', './parley login', '');
}

function door(title, text, command, more) {
  byId('chat').hidden = true;
  byId('door').hidden = false;
  byId('door-title').textContent = title;
  byId('door-text').textContent = text;
  byId('door-command').hidden = !command;
  byId('door-command').textContent = command ?? '';
  byId('door-more').textContent = more;
  document.title = `${title} – Parley`;
  byId('door-title').focus();
}
