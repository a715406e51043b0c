/**
 * What hangs on the words, as changes of the document: a target is a mark on its words, task, charge and what a block
 * was declined to be are attributes. No word is changed here, and Ctrl+Z takes each change back.
 */

import { blocksOf, dataOf } from "sheet/blocks";
import { schema } from "sheet/schema";

const { nodes, marks } = schema;

/** Meta of a transaction: names of units by id, told by the server. */
export const UNITS = "units";

/** Where the words of a block stand: [from, to, node] of its line, or of each paragraph of its cells in order. */
export function stretchesOf(node, pos) {
  if (node.type === nodes.line) return [[pos + 1, pos + 1 + node.content.size, node]];
  const found = [];
  node.descendants((inner, offset) => {
    if (inner.type !== nodes.cell_paragraph) return true;
    const from = pos + 1 + offset + 1;
    found.push([from, from + inner.content.size, inner]);
    return false;
  });
  return found;
}

const indexes = new WeakMap(); // document → its blocks by key: asked for many times between two letters

/** @returns {{node: any, pos: number} | null} */
export function blockAt(doc, key) {
  if (!indexes.has(doc)) indexes.set(doc, new Map(blocksOf(doc).map(([one, node, pos]) => [one, { node, pos }])));
  return indexes.get(doc).get(key) ?? null;
}

/** The key of the block in which a place stands; "" in head and foot. */
export function keyAt($pos) {
  for (let depth = $pos.depth; depth > 0; depth--) {
    const node = $pos.node(depth);
    if (node.type === nodes.line || node.type === nodes.row) return node.attrs.key;
  }
  return "";
}

// ── Targets ──────────────────────────────────────────────────────────────────────────────────────

/** The words of each target of a block: id → {data, spans: [[from, to]]}. */
export function targetsAt(node, pos) {
  const found = new Map();
  for (const [from, , line] of stretchesOf(node, pos)) {
    line.forEach((piece, offset) => {
      for (const { type, attrs } of piece.marks) {
        if (type !== marks.target) continue;
        const target = found.get(attrs.id) ?? { data: attrs.data, spans: [] };
        target.spans.push([from + offset, from + offset + piece.nodeSize]);
        found.set(attrs.id, target);
      }
    });
  }
  return found;
}

/** Where the runs of each stretch carry `id`: places in the document, or null when the words are others by now. */
export function spansOf(node, pos, stretches, id) {
  const here = stretchesOf(node, pos);
  if (here.length !== stretches.length) return null;
  const spans = [];
  for (const [number, runs] of stretches.entries()) {
    const [from, , line] = here[number];
    if (line.textContent !== runs.map(([text]) => text).join("")) return null;
    let at = from;
    for (const [text, , , ids] of runs) {
      if (ids.includes(id)) spans.push([at, at + text.length]);
      at += text.length;
    }
  }
  return spans;
}

export function withTarget(change, spans, data) {
  const mark = marks.target.create({ id: data.id, data });
  for (const [from, to] of spans) change.addMark(from, to, mark);
  return change;
}

/**
 * The change that makes a block mean what the server answered; null when its words are others by now.
 * @param {any} state
 * @param {import("sheet/blocks").BlockData} data
 */
export function meaningFrom(state, data) {
  const found = blockAt(state.doc, data.key);
  if (!found) return null;
  const { node, pos } = found;
  const stretches = data.cells ? data.cells.flatMap(({ paragraphs }) => paragraphs) : [data.runs ?? []];
  const change = state.tr;
  const wanted = new Map((data.targets ?? []).map((target) => [target.id, target]));
  for (const [id, target] of targetsAt(node, pos)) {
    if (wanted.has(id)) continue;
    takeOff(change, id, target);
  }
  for (const [id, target] of wanted) {
    const spans = spansOf(node, pos, stretches, id);
    if (!spans) return null;
    const stands = targetsAt(node, pos).get(id);
    if (stands && same(stands, { data: target, spans })) continue;
    withTarget(takeOff(change, id, stands), spans, target);
  }
  for (const name of ["task", "charge", "declined"]) {
    const value = data[name] ?? null;
    if (!same(value, node.attrs[name] ?? null)) change.setNodeAttribute(pos, name, value);
  }
  return change;
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** Takes a target off its words. */
function takeOff(change, id, target) {
  if (!target) return change;
  const mark = marks.target.create({ id, data: target.data });
  for (const [from, to] of target.spans) change.removeMark(from, to, mark);
  return change;
}

/** Not a target, not a task: taken away where it stands, and proposed no more. */
export function declined(state, key, kind, id = "") {
  const found = blockAt(state.doc, key);
  if (!found) return null;
  const { node, pos } = found;
  const change = state.tr;
  if (kind === "target" && id) takeOff(change, id, targetsAt(node, pos).get(id));
  if (kind !== "target") change.setNodeAttribute(pos, kind, null);
  const all = new Set([...(node.attrs.declined ?? []), kind]);
  return change.setNodeAttribute(pos, "declined", [...all].sort());
}

// ── What stands around a line ────────────────────────────────────────────────────────────────────

/**
 * The blocks of these keys as data, with the headings above, the lines below them and the whole of their tables.
 * @param {Set<string>} keys
 */
export function contextOf(doc, keys) {
  const all = blocksOf(doc);
  const wanted = new Set();
  all.forEach(([key, node], place) => {
    if (!keys.has(key)) return;
    addAbove(all, place, wanted);
    addBelow(all, place, levelOf(node), wanted);
  });
  return all.filter((_, place) => wanted.has(place)).map(([, node]) => dataOf(node));
}

const levelOf = (node) => node.attrs.level;

/** The nearest block of each lower level; of a row its table with the rows before it. */
function addAbove(all, place, wanted) {
  let level = levelOf(all[place][1]);
  let isInTable = all[place][1].type === nodes.row;
  for (let at = place - 1; at >= 0 && (level > 0 || isInTable); at--) {
    const [, node] = all[at];
    const isHigher = levelOf(node) < level;
    if (isInTable && (node.type === nodes.row || node.type === nodes.table)) wanted.add(at);
    else if (isHigher) wanted.add(at);
    if (node.type === nodes.table) isInTable = false;
    if (isHigher && node.type !== nodes.table) level = levelOf(node);
  }
}

function addBelow(all, place, level, wanted) {
  wanted.add(place);
  for (let at = place + 1; at < all.length && levelOf(all[at][1]) > level; at++) wanted.add(at);
}

/** The keys that a change from one document to another may mean something else for: what changed, and what is below. */
export function touched(before, after) {
  const old = new Map(blocksOf(before).map(([key, node]) => [key, node]));
  const keys = new Set();
  let level = Infinity; // of a heading above that changed
  for (const [key, node] of blocksOf(after)) {
    if (levelOf(node) <= level) level = Infinity;
    if (old.get(key) !== node && node.type !== nodes.table) {
      keys.add(key);
      if (changesBelow(old.get(key), node)) level = Math.min(level, levelOf(node));
    } else if (level < Infinity) keys.add(key);
  }
  return keys;
}

/** Whether lines below are read otherwise: another heading, or another meaning of it. */
function changesBelow(was, node) {
  if (node.type !== nodes.line) return false;
  const heads = ["part", "chapter", "article", "clause"].includes(node.attrs.type) || node.attrs.charge || node.attrs.task;
  return Boolean(heads || was?.attrs.charge || was?.attrs.task);
}
