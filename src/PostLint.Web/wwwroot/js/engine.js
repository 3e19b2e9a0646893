// The page's side of the checker: starts its thread, asks it, and ends it.

/** A check that takes longer is ended; in the command a triage does the same. */
const longestCheck = 5 * 60_000; // milliseconds

export class Stopped extends Error {}

export class Engine extends EventTarget {
  #worker;
  #waiting = new Map();
  #next = 1;

  constructor() {
    super();
    this.#start();
  }

  /**
   * A module worker started from an address would not have the policy of the page; one started from a blob inherits it. So the blob holds
   * nothing but the way to the worker's file.
   */
  #start() {
    const address = new URL('worker.js', import.meta.url).href;
    const blob = URL.createObjectURL(new Blob([`import ${JSON.stringify(address)};`], { type: 'text/javascript' }));
    const worker = new Worker(blob, { type: 'module', name: 'checker' });
    this.#worker = worker;
    worker.onmessage = ({ data }) => { if (worker === this.#worker) this.#take(data); };
    worker.onerror = event => {
      event.preventDefault();
      if (worker === this.#worker) this.#restart(new Error(event.message || 'the checker ended unexpectedly'));
    };
    this.ready = new Promise((resolve, reject) => Object.assign(this, { resolveReady: resolve, rejectReady: reject }));
    this.ready.catch(() => {});
    this.ready.finally(() => URL.revokeObjectURL(blob)).catch(() => {});
  }

  #take(data) {
    if (data.ready === 'loaded') {
      this.resolveReady(data.about);
      this.dispatchEvent(new CustomEvent('loaded', { detail: data.about }));
    } else if (data.ready === 'warm') {
      this.dispatchEvent(new Event('warm'));
    } else if (data.broken) {
      this.rejectReady(new Error(data.broken));
      this.dispatchEvent(new CustomEvent('broken', { detail: data.broken }));
    } else if (data.progress) {
      this.dispatchEvent(new CustomEvent('progress', { detail: data }));
    } else {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if (!waiting) return;
      if ('failure' in data && isFatal(data.failure)) this.#restart(new Error(data.failure));
      if ('failure' in data) waiting.reject(new Error(data.failure));
      else waiting.resolve(data.answer);
    }
  }

  /** Ends the thread, whatever it does, and starts a new one; who waits learns why. */
  #restart(reason) {
    this.#worker.terminate();
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    this.rejectReady(reason);
    this.#start();
    this.dispatchEvent(new Event('restart'));
    for (const { reject } of waiting) reject(reason);
  }

  /** Ends what is running. */
  stop() {
    this.#restart(new Stopped('Stopped.'));
  }

  /** Asks for an operation of worker.js. */
  ask(operation, argument) {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, operation, argument });
    });
  }

  /** Checks, for no longer than is sensible. */
  async check(argument) {
    const patience = setTimeout(() => this.#restart(new Error('It took longer than five minutes and was ended. The postlint command has no such limit.')), longestCheck);
    try {
      return await this.ask('check', argument);
    } finally {
      clearTimeout(patience);
    }
  }
}

/** Whether the runtime cannot go on: it is out of memory, or was ended by the browser. */
function isFatal(failure) {
  return /out of memory|OutOfMemory|RuntimeError|unreachable|memory access|call stack|StackOverflow|InsufficientExecutionStack|runtime (?:already|was) (?:exited|aborted)|abort/i.test(failure);
}
