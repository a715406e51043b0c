/** The headings beside the sheet: a press jumps there, a drag moves the part with all that stands under it. */

import { pm } from "editor";
import { children } from "sheet/blocks";
import { isTitle } from "sheet/kinds";
import { moveTo } from "sheet/lines";
import { schema } from "sheet/schema";

const { nodes } = schema;
const HEADS = new Set(["annex", "chapter", "part", "article", "clause"]);
const SHOWN = 80; // letters
const DRAGGED = "application/x-de-muc";

/** @typedef {{key: string, words: string, depth: number, pos: number}} Heading */

/** @returns {Heading[]} */
export function headings(doc) {
  const found = [];
  const levels = [];
  doc.descendants((node, pos) => {
    if (node.type === nodes.line && HEADS.has(node.attrs.type)) {
      const { key, type, marker, level } = node.attrs;
      while (levels.length && levels.at(-1) >= level) levels.pop();
      const words = shortened(`${marker} ${node.textContent}`.trim());
      if (words && (type !== "clause" || isTitle(node.textContent.trim()))) found.push({ key, words, depth: levels.length, pos });
      levels.push(level);
    }
    return !node.isTextblock && node.type !== nodes.table;
  });
  return found;
}

const shortened = (words) => (words.length > SHOWN ? `${words.slice(0, words.lastIndexOf(" ", SHOWN))}…` : words);

export const outline = () =>
  new pm.state.Plugin({
    view(view) {
      const list = document.getElementById("outline");
      let shown = "";
      const show = () => {
        const found = headings(view.state.doc);
        const said = JSON.stringify(found.map(({ key, words, depth }) => [key, words, depth]));
        if (said !== shown) list.replaceChildren(...found.map(item));
        shown = said;
        current(view, list, found);
      };
      listen(view, list);
      toggled(document.getElementById("shows-outline"), list);
      show();
      let timer = 0;
      return {
        update(_, before) {
          if (before.doc === view.state.doc && before.selection.eq(view.state.selection)) return;
          clearTimeout(timer);
          timer = setTimeout(show, 150);
        },
      };
    },
  });

/** The outline is there where the window has room for it, and wherever somebody asks for it. */
function toggled(button, list) {
  const desk = document.getElementById("desk");
  const told = () => button.setAttribute("aria-pressed", String(getComputedStyle(list.parentElement).display !== "none"));
  told();
  button.addEventListener("click", () => {
    desk.dataset.outline = button.getAttribute("aria-pressed") === "true" ? "no" : "yes";
    told();
  });
}

function item({ key, words, depth }) {
  const made = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words;
  made.draggable = true; // the button itself cannot be dragged in every browser
  made.dataset.key = key;
  made.dataset.depth = depth;
  made.append(button);
  return made;
}

function current(view, list, found) {
  const at = view.state.selection.head;
  const here = found.findLast(({ pos }) => pos <= at)?.key;
  for (const button of list.querySelectorAll("button")) {
    if (button.parentElement.dataset.key === here) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
}

/** The caret to the start of a block, and the block to the middle of the window. */
function jump(view, pos) {
  const change = view.state.tr.setSelection(pm.state.Selection.near(view.state.doc.resolve(pos + 1)));
  view.dispatch(change);
  view.focus();
  const dom = view.nodeDOM(pos);
  (dom instanceof Element ? dom : dom?.parentElement)?.scrollIntoView({ block: "center" });
}

/** From a part to the next one, or the one before. */
export const toHeading = (way) => (state, dispatch, view) => {
  const at = state.selection.head;
  const found = headings(state.doc);
  const next = way > 0 ? found.find(({ pos }) => pos > at) : found.findLast(({ pos }) => pos + 1 < at);
  if (next && view) jump(view, next.pos);
  return true;
};

function listen(view, list) {
  const place = (key) => headings(view.state.doc).find((heading) => heading.key === key)?.pos;
  let dragged = "";
  list.addEventListener("click", ({ target }) => {
    const pos = place(target.closest("li")?.dataset.key);
    if (pos !== undefined) jump(view, pos);
  });
  list.addEventListener("dragstart", (event) => {
    dragged = event.target.closest?.("li")?.dataset.key ?? "";
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData(DRAGGED, dragged); // no words: dropped on the paper it inserts nothing
  });
  list.addEventListener("dragover", (event) => {
    if (dragged && event.target.closest("li")) event.preventDefault();
  });
  list.addEventListener("drop", (event) => {
    const [from, to] = [place(dragged), place(event.target.closest("li")?.dataset.key)];
    event.preventDefault();
    dragged = "";
    if (from !== undefined && to !== undefined) drop(view, from, to);
  });
}

/** Before the heading it was dropped on; dragged downwards, behind what stands under that. */
function drop(view, from, to) {
  const [$from, $to] = [view.state.doc.resolve(from), view.state.doc.resolve(to)];
  if ($from.parent !== $to.parent) return;
  const text = $from.parent;
  const isDown = to > from;
  const level = text.child($to.index()).attrs.level;
  let target = $to.index();
  if (isDown) {
    const rest = children(text).slice(target + 1);
    const next = rest.findIndex((node) => node.attrs.level <= level);
    target = next < 0 ? text.childCount : target + 1 + next;
  }
  moveTo(view.state, view.dispatch, { text, start: $from.start(), place: $from.index() }, target);
}
