/** Find and replace, as in Word: what is found is lit, Enter goes on, "Thay tất cả" is one step back. */

import { pm } from "editor";
import { schema } from "sheet/schema";

const { Decoration, DecorationSet } = pm.view;
const { TextSelection } = pm.state;
const key = new pm.state.PluginKey("find");

/** @typedef {{from: number, to: number}} Found */

export const find = (context) =>
  new pm.state.Plugin({
    key,
    state: {
      init: () => ({ words: "", found: [], set: DecorationSet.empty }),
      apply(change, was) {
        const words = change.getMeta(key) ?? was.words;
        if (words === was.words && !change.docChanged) return was;
        return lit(change.doc, words);
      },
    },
    props: { decorations: (state) => key.getState(state).set },
    view: (view) => panel(view, context),
  });

function lit(doc, words) {
  const found = places(doc, words);
  const set = found.length
    ? DecorationSet.create(doc, found.map(({ from, to }) => Decoration.inline(from, to, { class: "found" })))
    : DecorationSet.empty;
  return { words, found, set };
}

/**
 * Every place of the words, whatever their case; no-break blanks are blanks.
 * @returns {Found[]}
 */
export function places(doc, words) {
  const sought = folded(words);
  if (!sought) return [];
  const found = [];
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    const text = folded(node.textContent);
    for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length)) {
      found.push({ from: pos + 1 + at, to: pos + 1 + at + sought.length });
    }
    return false;
  });
  return found;
}

/** Letter for letter as long as the text: a letter whose small form is longer stays as it is. */
const folded = (text) =>
  Array.from(text.replaceAll("\u00a0", " "), (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  }).join("");

/** Opens the panel, with the chosen words in it. */
export const openFind = (replacing) => (state) => {
  const form = document.getElementById("find");
  const { from, to, empty } = state.selection;
  form.hidden = false;
  form.classList.toggle("replacing", replacing || form.classList.contains("replacing"));
  if (!empty && to - from < 100) form.elements.words.value = state.doc.textBetween(from, to, " ");
  form.elements.words.select();
  form.elements.words.dispatchEvent(new Event("input"));
  form.elements.words.focus();
  return true;
};

function panel(view, context) {
  const form = document.getElementById("find");
  const { words, other } = form.elements;
  const count = form.querySelector("output");
  const stored = () => key.getState(view.state);
  let done = ""; // what was replaced, until something else is sought

  function tell() {
    const { found } = stored();
    const at = found.findIndex(({ from }) => from === view.state.selection.from);
    const said = !words.value ? "" : found.length ? `${at >= 0 ? `${at + 1}/` : ""}${found.length} chỗ` : done || "Không thấy";
    if (count.textContent !== said) count.textContent = said;
  }
  function go(way) {
    const { found } = stored();
    if (!found.length) return;
    const { from, to } = view.state.selection;
    const next = way > 0 ? found.find((one) => one.from >= to) : found.findLast((one) => one.to <= from);
    const { from: start, to: end } = next ?? found.at(way > 0 ? 0 : -1);
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, start, end)).scrollIntoView());
  }
  function replace() {
    const { from, to } = view.state.selection;
    const isHere = stored().found.some((one) => one.from === from && one.to === to);
    if (isHere) view.dispatch(replaced(view.state.tr, { from, to }, other.value));
    go(1);
  }
  function replaceAll() {
    const { found } = stored();
    const change = pm.history.closeHistory(view.state.tr);
    for (const one of [...found].reverse()) replaced(change, one, other.value);
    done = found.length ? `Đã thay ${found.length} chỗ` : "";
    if (found.length) view.dispatch(change);
    context.tell(`Đã thay ${found.length} chỗ. Ctrl+Z lấy lại tất cả.`, "success");
  }
  function close() {
    form.hidden = true;
    view.dispatch(view.state.tr.setMeta(key, ""));
    view.focus();
  }
  const acts = { next: () => go(1), before: () => go(-1), replace, replaceAll, close };

  words.addEventListener("input", () => (done = ""));
  words.addEventListener("input", () => view.dispatch(view.state.tr.setMeta(key, words.value)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    acts[event.submitter?.value ?? "next"]();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    if (event.key !== "Enter" || event.target.tagName !== "INPUT") return;
    event.preventDefault();
    if (event.target === other) replace();
    else go(event.shiftKey ? -1 : 1);
  });
  return { update: tell };
}

/** The words in the look and with the marks of those they replace. */
function replaced(change, { from, to }, words) {
  if (!words) return change.delete(from, to);
  const marks = change.doc.resolve(from).marksAcross(change.doc.resolve(to)) ?? [];
  return change.replaceWith(from, to, schema.text(words, change.doc.nodeAt(from)?.marks ?? marks));
}
