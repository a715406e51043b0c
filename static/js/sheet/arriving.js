/** What the server tells arrives on the sheet: others' words outside one's own undo, never in a line that is composed. */

import { blocksOf, dataOf } from "sheet/blocks";
import { keysBefore, moveBehind, nodeFrom, putBlock, putIn, putPart, takeOut } from "sheet/applying";
import { isCalm, stateNow } from "sheet/calm";
import { isKnown, noteReread, partsOf } from "sheet/known";
import { schema } from "sheet/schema";

export const SERVER = "from the server"; // meta of a transaction: no change of mine, not to be undone
const { nodes } = schema;

/** The key of the block in which the caret stands; "" outside the blocks. */
export function keyAtCaret({ selection: { $head } }) {
  for (let depth = $head.depth; depth > 0; depth--) {
    const { key } = $head.node(depth).attrs;
    if (key) return key;
  }
  return "";
}

/**
 * Takes over what the server told.
 * @param {import("sheet/known").Known} known
 * @param {{nodes: Map<string, any>, blocks: Map<string, any>, parts: Record<string, any>}} sent  what was asked to be saved
 * @param {any[]} waiting  what could not be shown yet, for `showWaiting`
 */
export function arrive(view, known, told, sent, waiting) {
  known.revision = told.revision;
  if (told.findings) known.findings = told.findings.over;
  const moved = reordered(known, told);
  for (const { key, over, block, own } of told.blocks) {
    if (over && (!block || own)) known.over.set(key, over);
    if (over && !block && sent.nodes.has(key)) known.nodes.set(key, sent.nodes.get(key));
    if (own && sent.blocks.has(key)) noteReread(known, sent.blocks.get(key), block);
  }
  for (const key of told.gone) waiting.push({ key, gone: true });
  for (const entry of told.blocks) {
    if (entry.block || moved.has(entry.key)) waiting.push({ ...entry, moved: moved.has(entry.key) });
  }
  for (const [name, { over, is }] of Object.entries(told.parts)) {
    if (is === undefined) known.parts[name] = { over, said: JSON.stringify(sent.parts[name]) };
    else waiting.push({ part: name, over, is });
  }
  showWaiting(view, known, waiting);
}

/** The server's order, and the keys that others put elsewhere. */
function reordered(known, told) {
  const moved = new Set();
  const gone = new Set(told.gone);
  const order = known.order.filter((key) => !gone.has(key));
  for (const { key, after } of told.blocks) {
    const at = order.indexOf(key);
    if (at >= 0) {
      if ((order[at - 1] ?? "") === after) continue;
      order.splice(at, 1);
      moved.add(key);
    }
    order.splice(after ? order.indexOf(after) + 1 : 0, 0, key);
  }
  known.order = order;
  return moved;
}

/** Shows what waits, but for the line that is being composed. */
export function showWaiting(view, known, waiting) {
  if (!waiting.length) return;
  const state = stateNow(view);
  const composed = isCalm(view) ? null : keyAtCaret(state);
  const [now, later] = [[], []];
  for (const one of waiting) (composed !== null && isOf(one, composed) ? later : now).push(one);
  waiting.splice(0, waiting.length, ...later);
  if (!now.length) return;
  const change = state.tr.setMeta(SERVER, true).setMeta("addToHistory", false);
  const shown = [];
  for (const one of now) show(change, known, one, now, shown);
  if (change.docChanged) view.dispatch(change);
  for (const [key, node] of blocksOf(view.state.doc)) if (shown.includes(key)) known.nodes.set(key, node);
}

const isOf = (one, composed) => (composed ? one.key === composed : Boolean(one.part));

function show(change, known, one, all, shown) {
  if (one.part) return showPart(change, known, one);
  const found = blocksOf(change.doc).find(([key]) => key === one.key);
  if (one.gone) {
    if (!found) return void known.over.delete(one.key);
    if (!isAsTold(known, found)) return; // typed into: the edit wins, and the server is told
    takeOut(change, one.key);
    known.over.delete(one.key);
    known.nodes.delete(one.key);
    return;
  }
  if (one.moved && found && !shown.includes(one.key)) move(change, known, one);
  if (!one.block || shown.includes(one.key)) return;
  if (found) showWords(change, known, one, shown);
  else showNew(change, known, one, all, shown);
}

/** Whether a block says what the server knows; a table with each of its rows, or it is told anew, for they need it. */
function isAsTold(known, [key, node]) {
  if (!isKnown(known, key, node)) return false;
  if (node.type !== nodes.table || rowsOf(node).every((row) => isKnown(known, row.attrs.key, row))) return true;
  known.nodes.delete(key);
  return false;
}

function move(change, known, { key, after }) {
  const before = keysBefore(change.doc, key);
  if ((before[0] ?? "") === after) return;
  moveBehind(change, key, after ? behind(known, key) : []);
}

/** Keys before a block as the server has it, the nearest first. */
const behind = (known, key) => known.order.slice(0, Math.max(0, known.order.indexOf(key))).reverse();

function showWords(change, known, { key, over, block, own }, shown) {
  const [, node, pos] = blocksOf(change.doc).find(([one]) => one === key);
  const fresh = nodeFrom(block, node.type === nodes.table ? rowsOf(node) : []);
  if (!isKnown(known, key, node) && !isSaid(node, fresh)) {
    if (!own) return; // mine stands over what was there before: the next save asks
    known.nodes.set(key, fresh);
    known.over.set(key, over);
    return showReread(change, known, key);
  }
  putBlock(change, pos, node, fresh);
  known.over.set(key, over);
  shown.push(key);
}

const isSaid = (node, fresh) => JSON.stringify(dataOf(node)) === JSON.stringify(dataOf(fresh));

/** Marks as the server read them, on words that are being typed on. */
function showReread(change, known, key) {
  const [, node, pos] = blocksOf(change.doc).find(([one]) => one === key);
  if (node.type !== nodes.line) return;
  const attrs = { ...node.attrs };
  for (const name of ["task", "charge"]) {
    const anew = known.reread.get(`${key} ${name}`);
    if (anew && anew.was === JSON.stringify(attrs[name] ?? null)) attrs[name] = anew.is;
  }
  if (JSON.stringify(attrs) !== JSON.stringify(node.attrs)) change.setNodeMarkup(pos, null, attrs);
  node.forEach((piece, offset) => {
    for (const mark of piece.marks) {
      const anew = mark.type === schema.marks.target && known.reread.get(mark.attrs.id);
      if (!anew || anew.was !== JSON.stringify(mark.attrs.data)) continue;
      const [from, to] = [pos + 1 + offset, pos + 1 + offset + piece.nodeSize];
      change.removeMark(from, to, mark).addMark(from, to, mark.type.create({ ...mark.attrs, data: anew.is }));
    }
  });
}

const rowsOf = (table) => Array.from({ length: table.childCount }, (_, place) => table.child(place));

function showNew(change, known, { key, over, block }, all, shown) {
  const rows = block.type === "table" ? rowsBehind(known, key, all) : [];
  const node = nodeFrom(block, rows.map((row) => nodeFrom(row.block)));
  if (!putIn(change, node, behind(known, key))) return; // its table was taken out here: not known, so not taken out by me
  for (const one of [{ key, over }, ...rows]) {
    known.over.set(one.key, one.over);
    shown.push(one.key);
  }
}

/** The rows of a new table: those that come with it. */
function rowsBehind(known, table, all) {
  const rows = [];
  for (const key of known.order.slice(known.order.indexOf(table) + 1)) {
    const row = all.find((one) => one.key === key && one.block?.type === "row");
    if (!row) break;
    rows.push(row);
  }
  return rows;
}

function showPart(change, known, { part, over, is }) {
  if (part === "facts") return void (known.parts.facts = { over, said: JSON.stringify(is) });
  const said = JSON.stringify(partsOf(change.doc)[part]);
  if (said !== known.parts[part].said) return; // mine stands over what was there before: the next save asks
  putPart(change, part, is);
  known.parts[part] = { over, said: JSON.stringify(partsOf(change.doc)[part]) };
}
