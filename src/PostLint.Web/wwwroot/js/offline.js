// Keeps the page for when there is no network, and offers to install it.
import { byId } from './dom.js';

/** Called when nothing else has to be loaded. */
export async function keepOffline() {
  const say = text => { byId('offline').textContent = text; };
  if (!navigator.serviceWorker) return;
  try {
    await navigator.serviceWorker.register(new URL('../service-worker.js', import.meta.url));
    await navigator.serviceWorker.ready;
    say('Also works without a network.');
  } catch {
    say('This browser does not keep the page for use without a network.');
  }
}

window.addEventListener('beforeinstallprompt', event => {
  event.preventDefault();
  const button = byId('install');
  button.hidden = false;
  button.onclick = async () => {
    await event.prompt();
    button.hidden = true;
  };
});
