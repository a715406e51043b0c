/**
 * How lines look beside what they say: bold titles, head rows, what stays on one line, the end mark of the text.
 * All of it decoration: the words are never changed.
 */

import { pm } from "editor";
import { binder } from "sheet/binding";
import { children } from "sheet/blocks";
import { byLine, HOLDERS } from "sheet/by_line";
import { CALM, isCalm } from "sheet/calm";
import { idOf, isItem } from "sheet/lists";
import { schema } from "sheet/schema";
import { leadIn, titlesIn } from "sheet/titles";

const { nodes, marks } = schema;
const { Decoration, DecorationSet } = pm.view;
const key = new pm.state.PluginKey("looks");

export const looks = (context) => {
  const paper = { ...binder(context.draft.binding), enclosed: context.draft.enclosed ?? "" };
  const draw = drawing(paper);
  return new pm.state.Plugin({
    key,
    state: {
      init: (_, state) => draw(state.doc),
      apply(change, was, before, after) {
        if (!change.docChanged && !change.getMeta(CALM)) return was;
        const view = context.view();
        return draw(change.doc, view && !isCalm(view) ? held(was, change, before, after) : null);
      },
    },
    props: { decorations: (state) => key.getState(state).set },
  });
};

/** What is decorated within a line or table is asked for once in the life of its node. */
function drawing(paper) {
  const withins = new WeakMap();
  const within = (node) => {
    if (!withins.has(node)) withins.set(node, DecorationSet.create(node, decorated(node, paper)));
    return withins.get(node);
  };
  return (doc, untouched = null) => {
    const looksOf = new Map(looked(doc, paper).map(({ node, look }) => [node, look]));
    if (untouched) looksOf.set(untouched.node, untouched.look);
    const set = byLine(doc, (node) => {
      const look = looksOf.get(node);
      if (look === undefined) return undefined;
      return { attrs: look && attributesOf(look, node.attrs.key, paper.enclosed), within: node === untouched?.node ? untouched.within : within(node) };
    });
    return { set, looksOf };
  };
}

/** The line in which somebody composes, with the look it had, moved along with its letters; null where it is another line. */
function held({ set, looksOf }, change, before, after) {
  const [was, is] = [childAt(before.selection.$head), childAt(after.selection.$head)];
  const look = was && looksOf.get(was.node);
  if (!is || look === undefined) return null;
  const stood = set.find(was.from, was.to).filter(({ from, to }) => from > was.from && to < was.to);
  const letters = DecorationSet.create(before.doc, stood)
    .map(change.mapping, change.doc)
    .find(is.from, is.to)
    .filter(({ from }) => change.doc.resolve(from).parent.isTextblock)
    .map(({ from, to }) => joint(from - is.from - 1, to - is.from - 1));
  return { node: is.node, look, within: DecorationSet.create(is.node, [...rowLooks(is.node), ...letters]) };
}

/** The line, table, title or ground at a place: {node, from, to}. */
function childAt($pos) {
  for (let depth = 1; depth <= $pos.depth; depth++) {
    const node = $pos.node(depth);
    if (!HOLDERS.has(node.type)) return { node, from: $pos.before(depth), to: $pos.after(depth) };
  }
  return null;
}

/** Every line and row with its look as a word list: what changes it is the line itself or its neighbours. */
function looked(doc, paper) {
  const found = [];
  doc.forEach((sheet) => {
    if (sheet.type === nodes.annex) {
      found.push({ node: sheet, look: sheet.firstChild.attrs.landscape ? "wide" : "" }, ...lookedIn(sheet, paper));
    } else {
      const [head, body, foot] = children(sheet);
      found.push({ node: head.firstChild, look: "" }, ...lookedIn(body, paper), ...listed(foot, nodes.recipient));
    }
  });
  return found;
}

/** Citations and recipients: ";" behind each, "." behind the last, where nothing was typed. */
function listed(parent, type) {
  const items = children(parent).flatMap((node) => (node.type === type ? [{ node, look: "" }] : []));
  for (const item of items) {
    const words = item.node.textContent.trim();
    const isEnded = !words || /[.;,]$/u.test(words);
    if (!isEnded) item.look = item === items.at(-1) ? "listed-last" : "listed";
  }
  return items;
}

function lookedIn(text, { isRagged }) {
  const blocks = children(text)
    .filter(({ type }) => type !== nodes.citation)
    .map((node) => ({ node, ...node.attrs, ...(node.type === nodes.line ? saidBy(node, isRagged) : TABLE) }));
  const bold = titlesIn(blocks);
  const heads = leadIn(blocks);
  blocks.forEach((line, place) => {
    line.look = lookOf(line, bold.has(place), heads.has(place), place === blocks.length - 1);
    if (line.ragged) line.look += " ragged";
    if (line.type === "annex" && !/^\(\s*Kèm theo\b/u.test(blocks[place + 1]?.text ?? "")) line.look += " enclosed";
  });
  return [...listed(text, nodes.citation), ...blocks];
}

const TABLE = { type: "table", text: "", ragged: false, allBold: false, allItalic: false };
const sayings = new WeakMap(); // line → what its words alone say of its look

function saidBy(line, isRagged) {
  if (!sayings.has(line)) {
    const text = line.textContent;
    sayings.set(line, { text, ragged: isRagged(text), allBold: isAll(line, marks.bold), allItalic: isAll(line, marks.italic) });
  }
  return sayings.get(line);
}

function lookOf({ node, type, marker, allBold, allItalic }, isBold, heads, isLast) {
  const looks = [];
  if (type === "chapter" || type === "part") looks.push("bold");
  else if (isBold || allBold) looks.push("bold");
  if (type === "clause" && (isBold || allBold)) looks.push("titling");
  else if (type === "clause" && heads && !/^\d/u.test(marker)) looks.push("point");
  if (isItem(node.attrs, isBold || allBold)) looks.push("item");
  if (allItalic) looks.push("italic");
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

/** Within a line or a table: counted from its first letter. */
function decorated(node, paper) {
  if (node.type === nodes.annex) return [];
  if (node.type === nodes.table) return [...rowLooks(node), ...cellJoints(node, paper)];
  return joints(node, 0, paper.stretches);
}

function attributesOf(look, key, enclosed) {
  if (look.includes("enclosed")) return { class: look, "data-enclosed": enclosed };
  if (look.includes("titling")) return { class: look, role: "heading", "aria-level": "3" };
  return look.includes("item") ? { class: look, role: "listitem", id: idOf(key) } : { class: look };
}

const joint = (from, to) => Decoration.inline(from, to, { class: "joined" });

const joints = (textblock, start, stretches, room) =>
  stretches(textblock.textContent, room).map(([from, to]) => joint(start + from, start + to));

function rowLooks(node) {
  const made = [];
  node.forEach((row, offset, number) => {
    if (number < node.attrs.head_rows) made.push(Decoration.node(offset, offset + row.nodeSize, { class: "head" }));
  });
  return made;
}

function cellJoints(table, { stretches, roomOf }) {
  const made = [];
  const whole = table.attrs.columns.reduce((sum, [part]) => sum + part, 0) || 1;
  table.forEach((row, rowAt, number) => {
    let column = 0;
    row.forEach((cell, within) => {
      const share = table.attrs.columns.slice(column, column + cell.attrs.colspan).reduce((sum, [part]) => sum + part, 0);
      column += cell.attrs.colspan;
      cell.forEach((paragraph, deep) => {
        const bold = number < table.attrs.head_rows || hasBold(paragraph);
        // three doors: of the row, the cell and the paragraph
        made.push(...joints(paragraph, rowAt + within + deep + 3, stretches, roomOf(share / whole, bold)));
      });
    });
  });
  return made;
}

function hasBold(paragraph) {
  let has = false;
  paragraph.forEach((piece) => (has ||= Boolean(marks.bold.isInSet(piece.marks))));
  return has;
}
