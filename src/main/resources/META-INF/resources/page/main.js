// Begins: lets somebody in, then shows the chat.
import {Chat} from './chat.js';
import {enter} from './login.js';

async function begin() {
  try {
    if (await enter()) {
      new Chat().start();
    }
  } catch {
    // the server is not there yet
    setTimeout(begin, 2000);
  }
}

addEventListener('hashchange', () => location.hash.startsWith('#login=') && location.reload());
begin();
