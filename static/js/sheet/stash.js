/** What the server does not have yet is kept on this machine: of one officer, one draft, one window.
 *
 * A window that is gone (closed, killed, broken down) leaves its stash to the next one that opens the draft; one that
 * still lives says so. Nothing is ever sent under another log-in than it was typed under.
 */

import { newKey } from "sheet/blocks";

const PREFIX = "sheet";
const PATIENCE = 400; // ms in which a window that lives says so
const WINDOW = "sheet-window";

/**
 * @typedef {object} Kept
 * @property {number} shape
 * @property {{blocks: any[], removed: any[], parts: object}} changes
 * @property {string} sending  the name of a save whose answer was not there yet
 * @property {string[]} asked  the keys of that save
 */

export class Stash {
  /** @param {{officer: number, document: number}} of */
  constructor({ officer, document: draft }) {
    this.of = `${PREFIX}:${officer}:${draft}:`;
    this.calls = "BroadcastChannel" in globalThis ? new BroadcastChannel(`${PREFIX}:${draft}`) : null;
    this.window = windowName();
    this.isNamed = false; // whether it is known that no other window has this name
    this.asker = newKey(); // of this very page: a tab that was doubled has the window's name too
    this.calls?.addEventListener("message", ({ data }) => {
      if (data.asks === this.window && data.by !== this.asker) this.calls.postMessage({ lives: this.window, to: data.by });
    });
  }

  /** Whether there was room for it. */
  keep(kept, name = this.window) {
    try {
      localStorage.setItem(this.of + name, JSON.stringify(kept));
      return true;
    } catch {
      return false;
    }
  }

  forget(name = this.window) {
    try {
      localStorage.removeItem(this.of + name);
    } catch {
      /* a store that is forbidden keeps nothing */
    }
  }

  /**
   * What windows of this officer on this draft left behind. A window that was doubled takes a name of its own; so does one
   * that was loaded again while the page before it still answers, and finds what that left the next time it asks.
   * @returns {Promise<[string, Kept][]>}
   */
  async left() {
    const own = this.window;
    const isFirst = !this.isNamed;
    const found = this.all().filter(([name]) => isFirst || name !== own);
    if (!isFirst && !found.length) return [];
    const living = await this.living([own, ...found.map(([name]) => name)]);
    if (isFirst && living.has(own)) this.window = newName();
    this.isNamed = true;
    return found.filter(([name]) => !living.has(name));
  }

  all() {
    const found = [];
    try {
      for (let place = 0; place < localStorage.length; place++) {
        const name = localStorage.key(place);
        if (name.startsWith(this.of)) found.push([name.slice(this.of.length), JSON.parse(localStorage.getItem(name))]);
      }
    } catch {
      /* nothing can be read: nothing was left */
    }
    return found;
  }

  /** Which of these windows say that they are still there; this page itself does not answer. */
  living(names) {
    const living = new Set();
    if (!this.calls) return Promise.resolve(living);
    const asking = new BroadcastChannel(this.calls.name);
    asking.addEventListener("message", ({ data }) => data.to === this.asker && living.add(data.lives));
    for (const name of names) asking.postMessage({ asks: name, by: this.asker });
    return new Promise((resolve) => {
      setTimeout(() => {
        asking.close();
        resolve(living);
      }, PATIENCE);
    });
  }
}

const newName = () => {
  const name = newKey();
  try {
    sessionStorage.setItem(WINDOW, name);
  } catch {
    /* without it a window that is loaded again is another one */
  }
  return name;
};

/** The same when a window is loaded again. */
function windowName() {
  try {
    return sessionStorage.getItem(WINDOW) ?? newName();
  } catch {
    return newName();
  }
}
