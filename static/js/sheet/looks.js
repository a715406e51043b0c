/**
 * How lines look beside what they say: bold titles, head rows, what stays on one line, the end mark of the text.
 * All of it decoration: the words are never changed. Only lines that changed are looked at anew.
 */

import { pm } from "editor";
import { binder } from "sheet/binding";
import { CALM, caretLine, isCalm } from "sheet/calm";
import { idOf, isItem } from "sheet/lists";
import { schema } from "sheet/schema";
import { leadIn, titlesIn } from "sheet/titles";

const { nodes, marks } = schema;
const { Decoration, DecorationSet } = pm.view;
const key = new pm.state.PluginKey("looks");

export const looks = (context) => {
  const paper = { ...binder(context.draft.binding), enclosed: context.draft.enclosed ?? "" };
  return new pm.state.Plugin({
    key,
    state: {
      init: (_, state) => renewed({ set: DecorationSet.empty, known: new Map() }, state.doc, paper, null),
      apply(change, was, _, state) {
        if (!change.docChanged && !change.getMeta(CALM)) return was;
        const mapped = { ...was, set: was.set.map(change.mapping, change.doc) };
        const view = context.view();
        const untouched = view && !isCalm(view) ? caretLine(state) : null;
        return renewed(mapped, change.doc, paper, untouched);
      },
    },
    props: { decorations: (state) => key.getState(state).set },
  });
};

/** `untouched`: the line in which somebody composes. */
function renewed({ set, known }, doc, paper, untouched) {
  const now = new Map();
  const fresh = [];
  for (const { node, pos, look } of looked(doc, paper)) {
    const isHeld = untouched && untouched.from >= pos && untouched.to <= pos + node.nodeSize;
    if (isHeld) continue; // unknown next time: looked at anew
    now.set(node, look);
    if (known.get(node) === look) continue;
    set = set.remove(ofNode(set, node, pos));
    fresh.push(...decorated(node, pos, look, paper));
  }
  return { set: fresh.length ? set.add(doc, fresh) : set, known: now };
}

/** The decorations of a line or table; of an annex its own alone, for its lines have theirs. */
function ofNode(set, node, pos) {
  const end = pos + node.nodeSize;
  const isOwn = ({ from, to }) => (node.type === nodes.annex ? from === pos && to === end : from >= pos && to <= end);
  return set.find(pos, end).filter(isOwn);
}

/** Every line and row with its look as a word list: what changes it is the line itself or its neighbours. */
function looked(doc, paper) {
  const found = [];
  doc.forEach((sheet, at) => {
    if (sheet.type === nodes.annex) {
      found.push({ node: sheet, pos: at, look: sheet.firstChild.attrs.landscape ? "wide" : "" });
      found.push(...lookedIn(sheet, at + 1, paper));
      return;
    }
    const body = at + 1 + sheet.child(0).nodeSize;
    const foot = body + sheet.child(1).nodeSize;
    found.push({ node: sheet.child(0).firstChild, pos: at + 2, look: "" });
    found.push(...lookedIn(sheet.child(1), body + 1, paper), ...listed(sheet.child(2), nodes.recipient, foot + 1));
  });
  return found;
}

/** Citations and recipients: ";" behind each, "." behind the last, where nothing was typed. */
function listed(parent, type, start) {
  const items = [];
  parent.forEach((node, offset) => {
    if (node.type === type) items.push({ node, pos: start + offset, look: "" });
  });
  for (const item of items) {
    const words = item.node.textContent.trim();
    const isEnded = !words || /[.;,]$/u.test(words);
    if (!isEnded) item.look = item === items.at(-1) ? "listed-last" : "listed";
  }
  return items;
}

function lookedIn(text, start, { isRagged }) {
  const lines = listed(text, nodes.citation, start);
  text.forEach((node, offset) => {
    if (node.type === nodes.citation) return;
    if (node.type === nodes.line) lines.push({ node, pos: start + offset, ...node.attrs, text: node.textContent });
    else {
      lines.push({ node, pos: start + offset, ...node.attrs, type: "table", text: "" });
    }
  });
  const blocks = lines.filter(({ type }) => type);
  const bold = titlesIn(blocks);
  const heads = leadIn(blocks);
  blocks.forEach((line, place) => {
    line.look = lookOf(line, bold.has(place), heads.has(place), line === blocks.at(-1));
    if (isRagged(line.text)) line.look += " ragged";
    if (line.type === "annex" && !/^\(\s*Kèm theo\b/u.test(blocks[place + 1]?.text ?? "")) line.look += " enclosed";
  });
  return lines;
}

function lookOf({ node, type, marker }, isBold, heads, isLast) {
  const looks = [];
  const isAllBold = isAll(node, marks.bold);
  if (type === "chapter" || type === "part") looks.push("bold");
  else if (isBold || isAllBold) looks.push("bold");
  if (type === "clause" && (isBold || isAllBold)) looks.push("titling");
  else if (type === "clause" && heads && !/^\d/u.test(marker)) looks.push("point");
  if (isItem(node.attrs, isBold || isAllBold)) looks.push("item");
  if (isAll(node, marks.italic)) looks.push("italic");
  if (isLast) looks.push(endOf(node, type));
  return looks.join(" ");
}

function isAll(node, mark) {
  if (!node.isTextblock || !node.content.size) return false;
  let all = true;
  node.forEach((piece) => {
    if (piece.text.trim() && !mark.isInSet(piece.marks)) all = false;
  });
  return all;
}

/** "./." at the very end of the text: printed in place of the last full stop. */
function endOf(node, type) {
  if (type === "table" || type === "note" || !node.textContent.trim()) return "ends-below";
  const text = node.textContent.trimEnd();
  if (text.endsWith("./.")) return "ends-itself";
  return text.endsWith(".") && !text.endsWith("..") ? "ends-stop" : "ends-bare";
}

function decorated(node, pos, look, { stretches, enclosed }) {
  const end = pos + node.nodeSize;
  const made = [];
  if (look) made.push(Decoration.node(pos, end, attributesOf(look, node.attrs.key, enclosed)));
  if (node.type === nodes.annex) return made;
  if (node.type === nodes.table) return [...made, ...tableLooks(node, pos, stretches)];
  return [...made, ...joined(node, pos, stretches)];
}

function attributesOf(look, key, enclosed) {
  if (look.includes("enclosed")) return { class: look, "data-enclosed": enclosed };
  if (look.includes("titling")) return { class: look, role: "heading", "aria-level": "3" };
  return look.includes("item") ? { class: look, role: "listitem", id: idOf(key) } : { class: look };
}

function joined(textblock, pos, stretches, longest) {
  return stretches(textblock.textContent, longest).map(([from, to]) =>
    Decoration.inline(pos + 1 + from, pos + 1 + to, { class: "joined" }),
  );
}

const LETTERS_OF_A_LINE = 70; // in a table as wide as the text; the paper binds cells by the same figures
const MOST_IN_A_CELL = 35;

function tableLooks(table, pos, stretches) {
  const made = [];
  table.forEach((row, offset, number) => {
    const rowAt = pos + 1 + offset;
    if (number < table.attrs.head_rows) made.push(Decoration.node(rowAt, rowAt + row.nodeSize, { class: "head" }));
    let column = 0;
    const whole = table.attrs.columns.reduce((sum, [part]) => sum + part, 0) || 1;
    row.forEach((cell, within) => {
      const share = table.attrs.columns.slice(column, column + cell.attrs.colspan).reduce((sum, [part]) => sum + part, 0);
      column += cell.attrs.colspan;
      cell.forEach((paragraph, deep) => {
        const longest = Math.min(MOST_IN_A_CELL, Math.floor((share * LETTERS_OF_A_LINE) / whole));
        made.push(...joined(paragraph, rowAt + 1 + within + 1 + deep, stretches, longest));
      });
    });
  });
  return made;
}
