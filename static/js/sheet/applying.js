/** Puts blocks and parts of others into the sheet, each where it belongs: as little is replaced as can be, so that the
 * caret and what can be undone stay. */

import { blocksOf, children, emptyRow, lineFrom, newKey, rowFrom, signatureFrom, tableFrom } from "sheet/blocks";
import { schema } from "sheet/schema";

const { nodes } = schema;

const find = (doc, key) => blocksOf(doc).find(([one]) => one === key);

export const nodeFrom = (block, rows = []) =>
  block.type === "table" ? tableFrom(block, rows) : block.type === "row" ? rowFrom(block) : lineFrom(block);

// ── One block ────────────────────────────────────────────────────────────────────────────────────

/** Makes the block at `pos` say what `fresh` says; a table keeps its rows. */
export function putBlock(change, pos, node, fresh) {
  if (node.type !== fresh.type || node.type === nodes.row) {
    change.replaceWith(pos, pos + node.nodeSize, fresh);
    return;
  }
  if (JSON.stringify(node.attrs) !== JSON.stringify(fresh.attrs)) change.setNodeMarkup(pos, null, fresh.attrs);
  if (node.type === nodes.line) putWords(change, pos + 1, node, fresh);
}

function putWords(change, start, node, fresh) {
  const from = node.content.findDiffStart(fresh.content);
  if (from === null) return;
  let { a, b } = node.content.findDiffEnd(fresh.content);
  const overlap = from - Math.min(a, b);
  if (overlap > 0) [a, b] = [a + overlap, b + overlap];
  change.replaceWith(start + from, start + a, fresh.content.cut(from, b));
}

/** Takes a block out; a body is never without a line, a table never without a row. */
export function takeOut(change, key) {
  const found = find(change.doc, key);
  if (!found) return;
  const [, node, pos] = found;
  const $pos = change.doc.resolve(pos);
  const parent = $pos.parent;
  const isLast = children(parent).filter((one) => one.type !== nodes.citation).length === 1;
  if (!isLast) change.delete(pos, pos + node.nodeSize);
  else if (parent.type === nodes.annex) change.delete($pos.before(), $pos.after());
  else if (node.type === nodes.row) change.replaceWith(pos, pos + node.nodeSize, emptyRow(node.childCount));
  else change.replaceWith(pos, pos + node.nodeSize, nodes.line.create({ key: newKey() }));
}

/**
 * Puts a new block behind the first of `after` that is on the sheet; with none of them at the end.
 * @returns {boolean}  false for a row whose table is not there
 */
export function putIn(change, node, after) {
  const place = node.type === nodes.row ? placeOfRow(change.doc, after) : placeOfBlock(change.doc, after);
  if (place === null) return false;
  const [only, ...more] = blocksOf(change.doc);
  const isEmptyBody = !only && !more.length;
  change.insert(place, node);
  if (isEmptyBody) takeOutPlaceToType(change, place + node.nodeSize, place);
  return true;
}

/** The empty line of an empty body makes room for the first block. */
function takeOutPlaceToType(change, after, before) {
  const body = change.doc.firstChild.child(1);
  const start = change.doc.firstChild.firstChild.nodeSize + 2;
  body.forEach((node, offset) => {
    const at = start + offset;
    if (node.type === nodes.line && !node.content.size && (at === after || at + node.nodeSize === before)) {
      change.delete(at, at + node.nodeSize);
    }
  });
}

function placeOfRow(doc, after) {
  for (const key of after) {
    const found = find(doc, key);
    if (!found) continue;
    const [, node, pos] = found;
    if (node.type === nodes.row) return pos + node.nodeSize;
    if (node.type === nodes.table) return pos + 1;
  }
  return null;
}

function placeOfBlock(doc, after) {
  const body = doc.firstChild.child(1);
  const start = doc.firstChild.firstChild.nodeSize + 2;
  const citations = children(body).filter((node) => node.type === nodes.citation);
  if (!after.length) return start + citations.reduce((size, node) => size + node.nodeSize, 0);
  for (const key of after) {
    const found = find(doc, key);
    if (!found) continue;
    const [, node, pos] = found;
    return node.type === nodes.row ? doc.resolve(pos).after() : pos + node.nodeSize;
  }
  const last = doc.lastChild;
  return last.type === nodes.annex ? doc.content.size - 1 : start + body.content.size;
}

/** Moves a block that is on the sheet behind another one. */
export function moveBehind(change, key, after) {
  const [, node, pos] = find(change.doc, key);
  takeOut(change, key);
  if (find(change.doc, key)) return change.setNodeMarkup(pos, null, node.attrs); // alone in its place
  putIn(change, node, after);
}

/** Keys before a block on the sheet, the nearest first. */
export function keysBefore(doc, key) {
  const keys = blocksOf(doc).map(([one]) => one);
  return keys.slice(0, Math.max(0, keys.indexOf(key))).reverse();
}

// ── Head and foot ────────────────────────────────────────────────────────────────────────────────

const words = (type, text, attrs) => type.create(attrs, text ? schema.text(text) : null);

const MADE = {
  title: (said) => [words(nodes.title, said)],
  addressees: (said) => said.map((text) => words(nodes.addressee, text)),
  citations: (said) => said.map(({ text, ...more }) => words(nodes.citation, text, { more: filled(more) })),
  recipients: (said) =>
    said.map(({ text, purpose = "act", unit = null, ...more }) =>
      words(nodes.recipient, text, { purpose, unit, more: filled(more) }),
    ),
  signature: signatureFrom,
};
const TYPES = {
  title: [nodes.title],
  addressees: [nodes.addressee],
  citations: [nodes.citation],
  recipients: [nodes.recipient],
  signature: [nodes.signature_line, nodes.signer],
};
const HOME = { title: 0, addressees: 0, citations: 1, recipients: 2, signature: 2 }; // head, body, foot
const filled = (object) => (Object.keys(object).length ? object : null);

/** From where to where a part stands on the sheet. */
export function rangeOf(doc, name) {
  const sheet = doc.firstChild;
  const parent = sheet.child(HOME[name]);
  let at = 2;
  for (let place = 0; place < HOME[name]; place++) at += sheet.child(place).nodeSize;
  let from = null;
  let to = at;
  parent.forEach((node, offset) => {
    if (TYPES[name].includes(node.type)) {
      from ??= at + offset;
      to = at + offset + node.nodeSize;
    } else if (from === null && name === "addressees" && node.type === nodes.title) {
      to = at + offset + node.nodeSize;
    }
  });
  return { from: from ?? to, to };
}

export function putPart(change, name, said) {
  const { from, to } = rangeOf(change.doc, name);
  change.replaceWith(from, to, MADE[name](said));
}
