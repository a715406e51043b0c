/** The toolbar and the table of keys: every act is a key, and a button that names its key. */

import { pm } from "editor";
import { isCalm } from "sheet/calm";
import { openFind } from "sheet/find";
import { KEYS } from "sheet/keyboard";
import { lineAt } from "sheet/lines";
import { MEANING_KEYS } from "sheet/marking";
import { menusOf } from "sheet/menus";
import { askMilestone } from "sheet/milestones";
import { NOTE_KEYS } from "sheet/notes";
import { toHeading } from "sheet/outline";
import { pasteRaw } from "sheet/paste";
import { TABLE_KEYS } from "sheet/tables";

/** @type {Record<string, [string, Function]>} */
const PAGE_KEYS = {
  "Mod-f": ["Tìm", openFind(false)],
  "Mod-h": ["Tìm và thay", openFind(true)],
  "Alt-PageDown": ["Đề mục sau", toHeading(1)],
  "Alt-PageUp": ["Đề mục trước", toHeading(-1)],
  "Mod-s": ["Lưu ngay", () => Boolean(save())],
  "Mod-Shift-s": ["Ghi mốc, để sau này lấy lại", (state, dispatch, view) => !view || askMilestone(view, save)],
  "Mod-p": ["Bản in, để in ra giấy", printed],
  "Mod-/": ["Bảng phím này", showKeys],
  F1: ["Bảng phím này", showKeys],
};
/** The browser itself does these at their key. */
const OWN_KEYS = { "Mod-Shift-v": ["Dán nguyên, giữ từng dòng", pasteRaw] };
const GROUPS = [
  ["Gõ và sắp xếp", { ...KEYS, ...NOTE_KEYS }],
  ["Bảng", TABLE_KEYS],
  ["Chỉ tiêu, nhiệm vụ", MEANING_KEYS],
  ["Trang", { ...OWN_KEYS, ...PAGE_KEYS }],
];
const ALL = Object.assign({}, ...GROUPS.map(([, keys]) => keys));
const MAC = /Mac/u.test(navigator.platform);

/** What Ctrl+S does, a promise of whether all is saved; the module that saves sets it. */
let save = () => Promise.resolve(true);
export const savesBy = (act) => {
  save = act;
};

export const bar = () =>
  new pm.state.Plugin({
    props: {
      handleKeyDown: pm.keymap.keydownHandler(
        commandsOf({ ...TABLE_KEYS, ...NOTE_KEYS, ...MEANING_KEYS, ...PAGE_KEYS }),
      ),
    },
    view(view) {
      const place = document.getElementById("bar");
      const kinds = place.querySelector("select");
      place.addEventListener("mousedown", (event) => {
        if (event.target.closest("button[data-key]")) event.preventDefault(); // the caret stays where it is
      });
      place.addEventListener("click", (event) => {
        const button = event.target.closest("button[data-key]");
        if (!button) return;
        run(view, button.dataset.key);
        button.closest("details")?.removeAttribute("open");
      });
      menusOf(place, view);
      kinds.addEventListener("change", () => run(view, kinds.value));
      addEventListener("keydown", (event) => anywhere(view, event));
      for (const button of place.querySelectorAll("button[data-key]")) named(button);
      const update = () => isCalm(view) && told(view.state, place, kinds);
      update();
      return { update };
    },
  });

/** The paper as it will be printed prints better than a page with bars. */
function printed() {
  document.getElementById("to-print").click();
  return true;
}

const commandsOf = (keys) => Object.fromEntries(Object.entries(keys).map(([key, [, act]]) => [key, act]));

function run(view, key) {
  const [, act] = ALL[key];
  view.focus();
  act(view.state, view.dispatch, view);
}

/** Keys of the page work wherever the focus is, but in a field a letter is a letter. */
function anywhere(view, event) {
  if (event.defaultPrevented || view.dom.contains(event.target)) return;
  const isTyped = event.target.matches?.("input, textarea, select, [contenteditable]");
  if (event.key === "?" && !isTyped) showKeys();
  if (pm.keymap.keydownHandler(commandsOf(PAGE_KEYS))(view, event)) event.preventDefault();
}

function named(button) {
  const [words] = ALL[button.dataset.key];
  button.title = `${words} (${written(button.dataset.key)})`;
  if (!button.textContent.trim()) button.setAttribute("aria-label", words);
}

const NAMES = { Mod: MAC ? "⌘" : "Ctrl", ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→" };

/** "Mod-Shift-z" → "Ctrl+Shift+Z". */
export const written = (key) =>
  key
    .split(/-(?!$)/u)
    .map((part) => NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join("+");

/** Buttons pressed and greyed as the caret's place would have it. */
function told(state, place, kinds) {
  const line = lineAt(state.selection.$head);
  kinds.disabled = !line;
  kinds.value = line ? (KIND_KEYS[line.node.attrs.type] ?? "Mod-Alt-0") : "Mod-Alt-0";
  for (const button of place.querySelectorAll("button[data-key]")) {
    if (!ASKED.has(button.dataset.key)) continue;
    const can = Boolean(ALL[button.dataset.key][1](state));
    if (button.disabled === can) button.disabled = !can;
  }
  for (const [name, mark] of Object.entries({ "Mod-b": "bold", "Mod-i": "italic" })) {
    const button = place.querySelector(`button[data-key="${name}"]`);
    button?.setAttribute("aria-pressed", String(isOn(state, state.schema.marks[mark])));
  }
}

const KIND_KEYS = { part: "Mod-Alt-1", clause: "Mod-Alt-2", article: "Mod-Alt-3", chapter: "Mod-Alt-4" };
const ASKED = new Set(["Mod-z", "Mod-y", ...Object.keys(NOTE_KEYS), ...Object.keys(TABLE_KEYS)]);

function isOn(state, mark) {
  const { from, to, empty, $from } = state.selection;
  if (empty) return Boolean(mark.isInSet(state.storedMarks ?? $from.marks()));
  return state.doc.rangeHasMark(from, to, mark);
}

function showKeys() {
  const dialog = document.getElementById("keys");
  const list = dialog.querySelector("div");
  if (!list.childElementCount) list.append(...GROUPS.map(([words, keys]) => keyTable(words, keys)));
  if (!dialog.open) dialog.showModal();
  return true;
}

function keyTable(words, keys) {
  const table = document.createElement("table");
  const caption = table.createCaption();
  caption.textContent = words;
  for (const [key, [act]] of Object.entries(keys)) {
    const row = table.insertRow();
    const name = document.createElement("th");
    const sign = document.createElement("kbd");
    name.scope = "row";
    sign.textContent = written(key);
    name.append(sign);
    row.append(name);
    row.insertCell().textContent = act;
  }
  return table;
}
