/** The sheet: the draft on its paper, to be typed in. Takes up what was typed before it was there. */

import { pm } from "editor";
import { annexes } from "sheet/annexes";
import { bar } from "sheet/bar";
import { docFrom, draftFrom } from "sheet/blocks";
import { calm } from "sheet/calm";
import { takeUp } from "sheet/early";
import { find } from "sheet/find";
import { findings } from "sheet/findings";
import { keyboard } from "sheet/keyboard";
import { keys } from "sheet/keys";
import { lists } from "sheet/lists";
import { looks } from "sheet/looks";
import { margin } from "sheet/margin";
import { marking } from "sheet/marking";
import { notes } from "sheet/notes";
import { outline } from "sheet/outline";
import { pages } from "sheet/pages";
import { panel } from "sheet/panel";
import { paste } from "sheet/paste";
import { proposals } from "sheet/proposals";
import { choices, saving } from "sheet/saving";
import { tables, withColumns } from "sheet/tables";

const { EditorState } = pm.state;

/** In order: the first one to know what to do with a key or a paste does it. */
const WORDS = [calm, keys, annexes, looks, notes, bar, keyboard, baseKeys, tables, paste, undoing, find, outline, pages, lists];
const MEANING = [findings, proposals, marking, margin, panel];
const STEPS = 10_000; // to be taken back
const PLUGINS = [...WORDS, ...MEANING, saving, choices];

/** What the browser's own keys would break, and what every editor does alike. */
function baseKeys() {
  return pm.keymap.keymap(pm.commands.baseKeymap);
}

/** Everything done in this window: more steps than a day of typing has, and no more than the memory of a small machine bears. */
function undoing() {
  return pm.history.history({ depth: STEPS, newGroupDelay: 700 });
}

/**
 * What the modules of the sheet know of each other.
 * @typedef {{draft: object, officer: number, addresses: DOMStringMap, tell: Function, view: () => any}} Context
 */

/** @returns {Context} */
export function openSheet(place, draft) {
  let view = null;
  const context = {
    draft,
    officer: draft.officer,
    addresses: document.getElementById("desk").dataset,
    tell: (words, tone = "waiting") => import("page").then(({ toast }) => toast(words, tone)),
    view: () => view,
  };
  const state = EditorState.create({
    doc: docFrom(draft.content),
    plugins: PLUGINS.map((plugin) => plugin(context)),
  });
  const opened = takeUp(state.tr, place);
  const heads = place.querySelector(".heads");
  const type = place.querySelector(".type");
  const deciding = place.querySelector(".deciding");
  view = new pm.view.EditorView((made) => place.replaceChildren(made), {
    state,
    attributes: {
      class: "paper",
      role: "textbox",
      "aria-multiline": "true",
      "aria-label": "Văn bản đang soạn",
      spellcheck: "false",
      lang: "vi",
    },
    nodeViews: {
      sheet: () => withLetterhead(heads, type),
      table: withColumns,
      ...(deciding && { head: () => withWhoDecides(deciding) }),
    },
  });
  place.removeAttribute("contenteditable");
  if (opened.docChanged) view.dispatch(opened);
  return context;
}

/** The first sheet: the letterhead as the server set it, not to be typed in, above the words. */
function withLetterhead(...pieces) {
  const dom = document.createElement("section");
  dom.className = "sheet";
  dom.append(...pieces.filter(Boolean).map(still));
  return around(dom, "");
}

/** Title and addressees, and below them who decides, as the server set it. */
function withWhoDecides(deciding) {
  const view = around(document.createElement("div"), "head-words");
  view.dom.append(still(deciding));
  return view;
}

/** What was set by the server, not to be typed in. */
function still(piece) {
  const copy = piece.cloneNode(true);
  copy.contentEditable = "false";
  return copy;
}

/** A view that has its words as the last piece of `dom`. */
function around(dom, className) {
  const words = document.createElement("div");
  words.className = className;
  dom.append(words);
  return { dom, contentDOM: words, ignoreMutation: (change) => !words.contains(change.target) };
}

const place = document.getElementById("sheet");
let composing = false;
place.addEventListener("compositionstart", () => (composing = true));
place.addEventListener("compositionend", () => (composing = false));

/** An input method that composes on the page of the server is left to end its word. */
function whenStill(act) {
  if (composing) place.addEventListener("compositionend", () => setTimeout(act), { once: true });
  else act();
}

/** Resolves once the sheet is there to be typed in. @type {Promise<Context>} */
export const opened = new Promise((resolve) => {
  whenStill(() => resolve(openSheet(place, JSON.parse(document.getElementById("draft").textContent))));
});

/** The draft as the sheet says it now. */
export const draftNow = async () => draftFrom((await opened).view().state.doc);
