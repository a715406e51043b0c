/**
 * Saves as one types: a pause, then what changed since the server's last word, one save at a time.
 *
 * "Đã lưu" stands there only while the sheet says what the server has acknowledged. A save without an answer is sent
 * again as it was, under its own name, before anything newer.
 */

import { pm } from "editor";
import { savesBy } from "sheet/bar";
import { blocksOf } from "sheet/blocks";
import { SERVER, arrive, keyAtCaret, showWaiting } from "sheet/arriving";
import { CALM, stateNow } from "sheet/calm";
import { SAID_AT, isPart, saidAt, takeTheirs } from "sheet/clashes";
import { changesIn, isKnown, knownOf, letterOf, partsOf } from "sheet/known";
import { bringBack } from "sheet/coming_back";
import { Session } from "sheet/session";
import { SHAPE } from "sheet/schema";
import { Stash } from "sheet/stash";

const PAUSE = 700; // ms of silence after which a save is sent
const RETRY = 5000; // ms between tries while the line is down
const PULSE = 20000; // ms between two questions what is new
const LEFT = 5000; // ms between two looks for what a window left that is gone by now
const KEEP = 60; // ms after a key until it is kept on this machine
const LAPSED = [401, 403];
const NEVER_BACK = [404, 409, 413]; // the same letter would be refused again
const CLOSED = "Văn bản này không còn mở được cho anh/chị. Chữ chưa lưu vẫn được giữ trên máy này.";
const LAST_WORDS = 60_000; // bytes that a browser sends on for a window that is gone

/** The savings of the sheets of this page, for who must wait for them. */
const savings = new WeakMap();

/** Saves now what is not saved yet; resolves to whether the server has everything. */
export const saveNow = (view) => savings.get(view)?.flush() ?? Promise.resolve(true);

/** Asks the server what is new. */
export const askNews = (view) => savings.get(view)?.news() ?? Promise.resolve();

/** The log-in has run out, as another door of the server told: said in the bar, and asked after until it is back. */
export const lapse = (view) => savings.get(view)?.stop("lapsed");

/** @param {import("sheet/sheet").Context} context */
export const saving = (context) => {
  const saver = new Saving(context);
  return new pm.state.Plugin({
    view(view) {
      saver.open(view);
      return { destroy: () => saver.close() };
    },
    state: {
      init: () => null,
      apply(change) {
        if (change.docChanged && !change.getMeta(SERVER)) saver.typed(change.getMeta("appendedTransaction"));
        if (change.getMeta(CALM)) saver.calmed();
        return null;
      },
    },
  });
};

/** The boxes at blocks that wait for a choice; their presses go to the saving of their view. */
export const choices = (context) => saidAt((key, takesTheirs) => savings.get(context.view())?.choose(key, takesTheirs));

class Saving {
  constructor(context) {
    this.context = context;
    this.session = new Session(context);
    this.stash = new Stash(context.draft);
    this.savedAt = context.draft.saved_at;
    this.held = new Map(); // key or part → {over, theirs, who} of a clash, {node} of what was refused
    this.waiting = []; // of others, not yet on the sheet
    this.unanswered = null; // {letter, nodes, blocks, parts}: a save whose answer is not there yet
    this.working = null; // the save or question under way
    this.stopped = ""; // why nothing is sent: "lapsed", "another", "old", "refused"
    this.offered = new Set(); // names of what windows left that is shown to be copied
    this.timers = {};
  }

  open(view) {
    this.view = view;
    savings.set(view, this);
    savesBy(() => this.flush());
    this.known = knownOf(this.context.draft, view.state.doc);
    this.place = document.getElementById("saved");
    this.tell();
    this.listeners = [
      [window, "online", () => this.again()],
      [window, "focus", () => this.again()],
      [window, "pagehide", () => this.leave()],
      [window, "beforeunload", (event) => !this.isSaved() && event.preventDefault()],
      [document, "submit", (event) => this.logOut(event)],
      [document, "click", (event) => this.goOn(event)],
    ];
    for (const [on, name, heard] of this.listeners) on.addEventListener(name, heard, true);
    this.timers.pulse = setInterval(() => this.news(), PULSE);
    this.stash.calls?.addEventListener("message", ({ data }) => data.opened && this.again());
    queueMicrotask(() => this.begin());
  }

  /** What windows that are gone left here comes first, then what is new. */
  async begin() {
    this.stash.calls?.postMessage({ opened: this.stash.window });
    await this.takeUpLeft();
    await this.news();
    this.timers.left = setInterval(() => this.takeUpLeft(), LEFT);
  }

  async takeUpLeft() {
    for (const [name, kept] of await this.stash.left()) if (!this.offered.has(name)) bringBack(this, name, kept);
  }

  close() {
    for (const [on, name, heard] of this.listeners) on.removeEventListener(name, heard, true);
    for (const timer of Object.values(this.timers)) clearTimeout(timer);
    this.stash.calls?.close();
  }

  // ── What was typed ─────────────────────────────────────────────────────────────────────────────

  typed(appendedTo) {
    if (appendedTo?.getMeta(SERVER)) return;
    this.dirty = true;
    if (this.stopped === "refused") this.stopped = ""; // it may have been mended
    queueMicrotask(() => this.tell());
    clearTimeout(this.timers.keep);
    this.timers.keep = setTimeout(() => this.keep(), KEEP);
    this.schedule();
  }

  schedule(wait = PAUSE) {
    clearTimeout(this.timers.save);
    if (!this.stopped) this.timers.save = setTimeout(() => this.save(), wait);
  }

  changes(held = this.held) {
    return changesIn(this.view.state.doc, this.known, new Set(held.keys()));
  }

  /** What the server does not have, on this machine; a store without room is said. */
  keep() {
    const changes = this.changes(new Map());
    if (!changes) {
      this.full = false;
      return this.stash.forget();
    }
    const { letter } = this.unanswered ?? {};
    const asked = letter ? [...letter.blocks.map(({ key, block }) => key ?? block.key), ...Object.keys(letter.parts)] : [];
    const isKept = this.stash.keep({ shape: SHAPE, changes, sending: letter?.name ?? "", asked });
    this.full = !isKept;
  }

  // ── Saving ─────────────────────────────────────────────────────────────────────────────────────

  /** Resolves when all that could be sent was answered, to whether the server has everything. */
  async flush() {
    clearTimeout(this.timers.save);
    for (let turn = 0; turn < 3 && !this.isSaved(); turn++) if (!(await this.save())) break;
    return this.isSaved();
  }

  isSaved() {
    this.dirty = this.changes(new Map()) !== null;
    return !this.dirty && !this.unanswered;
  }

  /** One after the other; resolves to whether the server answered well. */
  save() {
    clearTimeout(this.timers.save);
    this.working = (this.working ?? Promise.resolve()).then(() => this.send());
    return this.working;
  }

  async send() {
    if (this.stopped) return false;
    this.letGoOfMended();
    this.unanswered ??= this.letter();
    if (!this.unanswered) {
      this.tell();
      return true;
    }
    this.keep();
    return this.ask(this.context.addresses.save, this.unanswered);
  }

  letter() {
    const changes = this.changes();
    if (!changes) return null;
    const { doc } = this.view.state;
    return {
      letter: letterOf(this.known, changes, this.spot()),
      nodes: new Map(blocksOf(doc).map(([key, node]) => [key, node])),
      blocks: new Map(changes.blocks.filter(({ block }) => block).map(({ block }) => [block.key, block])),
      parts: partsOf(doc),
    };
  }

  spot() {
    const key = keyAtCaret(this.view.state);
    return key ? `block-${key}` : "body";
  }

  /** Asks what is new: others' words, who else is here, what the check finds. */
  news() {
    this.working = (this.working ?? Promise.resolve()).then(async () => {
      if (this.stopped) return false;
      const nothing = { letter: letterOf(this.known, null, this.spot()), nodes: new Map(), blocks: new Map(), parts: {} };
      return this.ask(this.context.addresses.news, nothing);
    });
    return this.working;
  }

  async ask(address, sent) {
    const isSave = sent === this.unanswered;
    this.busy = isSave;
    if (isSave) this.tell();
    try {
      const { status, told } = await this.session.post(address, sent.letter);
      this.busy = false;
      return this.take(status, told, sent, isSave);
    } catch {
      this.busy = false;
      if (isSave) this.wait("Mất kết nối. Chữ vẫn được giữ trên máy này và sẽ tự gửi lại.");
      return false;
    }
  }

  wait(words) {
    this.trouble = words;
    this.tell();
    this.schedule(RETRY);
  }

  take(status, told, sent, isSave) {
    if (status === 200) return this.taken(told, sent, isSave);
    if (LAPSED.includes(status)) return this.stop("lapsed");
    if (!isSave && status === 422) return this.stop("refused", sentences(told));
    if (status === 422) return this.refused(told, sent);
    if (NEVER_BACK.includes(status)) {
      if (isSave) this.unanswered = null;
      return this.stop(told.old_shape ? "old" : "refused", status === 404 ? CLOSED : sentences(told));
    }
    if (isSave) this.wait("Máy chủ đang bận. Chữ vẫn được giữ trên máy này và sẽ tự gửi lại.");
    return false;
  }

  taken(told, sent, isSave) {
    if (isSave) this.unanswered = null;
    this.trouble = "";
    if (isSave) this.savedAt = told.saved_at;
    arrive(this.view, this.known, told, sent, this.waiting);
    for (const clash of told.clashes) this.hold(clash);
    this.keep();
    this.tell();
    for (const sentence of told.told) this.context.tell(sentence);
    meet(told);
    document.getElementById("desk").dispatchEvent(new CustomEvent("sheet:told", { detail: told }));
    if (this.dirty && this.changes()) this.schedule();
    return true;
  }

  calmed() {
    queueMicrotask(() => {
      showWaiting(this.view, this.known, this.waiting);
      this.tell();
    });
  }

  // ── Where a person has to choose ───────────────────────────────────────────────────────────────

  hold({ key, part, ...clash }) {
    const at = key ?? part;
    this.held.set(at, clash);
    this.say(at, clash);
  }

  say(key, said) {
    this.view.dispatch(stateNow(this.view).tr.setMeta(SAID_AT, { key, said }).setMeta("addToHistory", false));
  }

  choose(key, takesTheirs) {
    const { over, theirs } = this.held.get(key);
    this.held.delete(key);
    this.say(key, null);
    if (isPart(key)) this.known.parts[key] = { over, said: JSON.stringify(theirs) };
    else this.known.over.set(key, over);
    if (takesTheirs) {
      const change = this.view.state.tr;
      takeTheirs(change, key, theirs);
      this.view.dispatch(change);
      this.acknowledge(key);
    }
    this.view.focus();
    this.typed();
    this.save();
  }

  /** What stands at a block or part is what the server has. */
  acknowledge(key) {
    const { doc } = this.view.state;
    if (isPart(key)) this.known.parts[key].said = JSON.stringify(partsOf(doc)[key]);
    for (const [one, node] of blocksOf(doc)) if (one === key) this.known.nodes.set(key, node);
  }

  /** What was refused at blocks waits there until it is mended; the rest is sent without it. */
  refused(told, sent) {
    this.unanswered = null;
    const places = told.problems.map(({ anchor, field, message }) => ({ at: anchor || field, message }));
    const isHere = ({ at }) => sent.blocks.has(at) || at in sent.letter.parts;
    if (!places.length || !places.every(isHere)) return this.stop("refused", sentences(told));
    for (const { at, message } of places) {
      this.held.set(at, { as: this.saidBy(at) });
      this.say(at, { why: message });
    }
    this.tell();
    if (this.changes()) this.schedule(0);
    return false;
  }

  saidBy(at) {
    const { doc } = this.view.state;
    if (isPart(at)) return JSON.stringify(partsOf(doc)[at]);
    return blocksOf(doc).find(([key]) => key === at)?.[1];
  }

  letGoOfMended() {
    for (const [at, { as }] of this.held) {
      if (as === undefined || as === this.saidBy(at)) continue;
      this.held.delete(at);
      this.say(at, null);
    }
    for (const at of [...this.held.keys()]) {
      if (isPart(at) || this.saidBy(at)) continue;
      this.held.delete(at); // taken out of the sheet
      this.say(at, null);
    }
  }

  // ── When nothing can be sent ───────────────────────────────────────────────────────────────────

  stop(why, words = "") {
    this.stopped = why;
    this.trouble = words;
    clearTimeout(this.timers.save);
    this.keep();
    this.tell();
    return false;
  }

  /** The line or the log-in may be back. */
  async again() {
    if (this.stopped === "refused") {
      this.stopped = "";
      return this.dirty ? this.save() : this.news();
    }
    if (this.stopped === "lapsed" || this.stopped === "another") {
      const back = await this.session.isBack().catch(() => "no");
      if (back === "another") return this.stop("another");
      if (back === "no" || !this.stopped) return false;
      this.stopped = "";
    }
    if (this.stopped) return false;
    this.trouble = "";
    return this.unanswered || this.changes() ? this.save() : this.news();
  }

  /** A last try while the window closes: under its own name, so that it may arrive twice; the stash has it too. */
  leave() {
    clearTimeout(this.timers.keep);
    if (!this.stopped) this.unanswered ??= this.letter();
    this.keep();
    if (this.stopped || !this.unanswered) return;
    const { letter } = this.unanswered;
    if (new Blob([JSON.stringify(letter)]).size > LAST_WORDS) return;
    this.session.post(this.context.addresses.save, letter, { keepalive: true }).catch(() => {});
  }

  /** Whoever goes on by a link of the bar has saved first; what cannot be saved the browser asks about. */
  async goOn(event) {
    const link = event.target.closest?.("#bar a.act:not([data-shows-findings])");
    const isElsewhere = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || isElsewhere || this.isSaved()) return;
    event.preventDefault();
    await this.flush();
    if (link.target) open(link.href, link.target, "noopener");
    else location.assign(link.href);
  }

  /** Whoever logs out has saved first; what cannot be saved stays on this machine, for nobody else. */
  async logOut(event) {
    const form = event.target;
    if (!form.matches?.("[data-logs-out], form[action$='/dang-xuat/']") || this.isSaved()) return;
    event.preventDefault();
    event.stopPropagation();
    await this.flush();
    form.submit();
  }

  // ── What the bar says ──────────────────────────────────────────────────────────────────────────

  tell() {
    if (!this.place) return;
    const [words, tone] = this.words();
    if (this.place.textContent === words && this.stopped !== "lapsed") return;
    this.place.dataset.tone = tone;
    this.place.replaceChildren(this.stopped === "lapsed" ? this.session.way() : words);
  }

  words() {
    if (this.stopped === "lapsed") return ["", "seal"];
    if (this.stopped === "another") return ["Người khác đã đăng nhập trên máy này: chữ chưa lưu chỉ gửi khi anh/chị đăng nhập lại.", "seal"];
    const saved = this.isSaved();
    if (this.stopped) return [saved ? this.trouble : `Chưa lưu. ${this.trouble}`, "seal"];
    if (saved) return [`Đã lưu ${this.savedAt}`, ""];
    if (this.full) return ["Chưa lưu, và bộ nhớ của trình duyệt đã đầy: đừng đóng trang này trước khi thấy Đã lưu.", "seal"];
    if (this.trouble) return [this.trouble, "waiting"];
    if (this.busy) return ["Đang lưu…", ""];
    if (this.held.size && !this.changes()) return ["Chưa lưu hết: xem chỗ được đánh dấu trên văn bản.", "seal"];
    return ["Chưa lưu", ""];
  }
}

/** Who else is here, and how much the check finds. */
function meet({ others, findings }) {
  const notice = document.getElementById("others");
  notice.hidden = !others.length;
  notice.firstElementChild.textContent = others.join(" ");
  if (findings) document.getElementById("findings").textContent = `(${findings.is.length})`;
}

const sentences = (told) => (told.problems ?? []).map(({ message }) => message).join(" ");
