/**
 * Every block has a key of its own (design: one-text, decision 4). Whatever was done, afterwards
 * no key stands twice, the block that stood there keeps its own, no target lies on two blocks, and what called a note that
 * is gone calls nothing: the server would take the call away, and a step back would bring the note alone.
 */

import { pm } from "editor";
import { newKey } from "sheet/blocks";
import { DEEPEST } from "sheet/numbering";
import { isBlock, schema } from "sheet/schema";

const { nodes, marks } = schema;

export const keys = () =>
  new pm.state.Plugin({
    appendTransaction(transactions, before, after) {
      if (!transactions.some((one) => one.docChanged)) return null;
      const change = after.tr;
      const keepers = keepersIn(after.doc, before.doc, (place) =>
        transactions.reduce((at, one) => one.mapping.map(at, 1), place),
      );
      giveKeys(change, after.doc, keepers);
      giveMarks(change, after.doc, keepers);
      dropCalls(change, before.doc, after.doc);
      return change.docChanged ? change : null;
    },
  });

/** The blocks of a document with their places, each looked at once. */
function placed(doc) {
  const found = [];
  doc.descendants((node, pos) => {
    if (isBlock(node)) found.push([node, pos]);
    return !node.isTextblock && node.type !== nodes.row;
  });
  return found;
}

/** For each key, the place of the block that keeps it. */
function keepersIn(doc, docBefore, mapped) {
  const rivals = new Map();
  for (const [node, pos] of placed(doc)) {
    if (!node.attrs.key) continue;
    if (!rivals.has(node.attrs.key)) rivals.set(node.attrs.key, []);
    rivals.get(node.attrs.key).push(pos);
  }
  const stood = [...rivals.values()].some((places) => places.length > 1)
    ? new Map(placed(docBefore).map(([node, pos]) => [node.attrs.key, pos]))
    : new Map();
  const keepers = new Map();
  for (const [key, places] of rivals) keepers.set(key, keeperOf(doc, places, stood.get(key), mapped));
  return keepers;
}

/** Enter at the very start leaves the key with the text; else what stood there keeps it. */
function keeperOf(doc, places, stood, mapped) {
  if (places.length === 1) return places[0];
  const here = stood === undefined ? places[0] : (places.find((place) => place === mapped(stood)) ?? places[0]);
  const next = here + doc.nodeAt(here).nodeSize;
  const isSplitAtItsStart = !doc.nodeAt(here).content.size && places.includes(next) && doc.nodeAt(next).content.size;
  return isSplitAtItsStart ? next : here;
}

function giveKeys(change, doc, keepers) {
  for (const [node, pos] of placed(doc)) {
    if (keepers.get(node.attrs.key) === pos) continue;
    const isNewRow = node.type === nodes.row && !node.attrs.key;
    const level = isNewRow ? Math.min(doc.resolve(pos).parent.attrs.level + 1, DEEPEST) : node.attrs.level;
    change.setNodeMarkup(pos, null, { ...node.attrs, key: newKey(), level }, node.marks);
  }
}

/** A target that was split stays with the half that has its first word; one that was copied gets an id of its own. */
function giveMarks(change, doc, keepers) {
  const owners = ownersOf(doc, keepers);
  let above = new Set(); // targets that reach the end of the words before
  for (const [block, start] of placed(doc)) {
    if (block.type === nodes.table) continue;
    const fresh = new Map();
    const ends = new Set();
    block.descendants((piece, offset) => {
      if (!piece.isText) return;
      const from = start + 1 + offset;
      for (const mark of piece.marks) {
        if (mark.type !== marks.target) continue;
        if (offset + piece.nodeSize === block.content.size) ends.add(mark.attrs.id);
        if (owners.get(mark.attrs.id) === start) continue;
        change.removeMark(from, from + piece.nodeSize, mark);
        if (above.has(mark.attrs.id)) continue;
        if (!fresh.has(mark.attrs.id)) fresh.set(mark.attrs.id, newKey());
        const id = fresh.get(mark.attrs.id);
        change.addMark(from, from + piece.nodeSize, marks.target.create({ id, data: { ...mark.attrs.data, id } }));
      }
    });
    above = ends;
  }
}

function dropCalls(change, docBefore, doc) {
  const notes = (of) => new Set(placed(of).flatMap(([{ attrs }]) => (attrs.type === "note" ? [attrs.key] : [])));
  const there = notes(doc);
  const gone = new Set([...notes(docBefore)].filter((key) => !there.has(key)));
  if (!gone.size) return;
  doc.descendants((piece, pos) => {
    for (const mark of piece.marks) {
      if (mark.type === marks.anchor && gone.has(mark.attrs.id)) change.removeMark(pos, pos + piece.nodeSize, mark);
    }
  });
}

/** For each target the place of the block it belongs to: the one that kept its key, else the first it lies on. */
function ownersOf(doc, keepers) {
  const owners = new Map();
  for (const [block, start] of placed(doc)) {
    if (block.type === nodes.table) continue;
    const kept = keepers.get(block.attrs.key) === start;
    block.descendants((piece) => {
      for (const mark of piece.marks) {
        if (mark.type !== marks.target) continue;
        const owner = owners.get(mark.attrs.id);
        if (!owner || (kept && !owner.kept)) owners.set(mark.attrs.id, { start, kept });
      }
    });
  }
  return new Map([...owners].map(([id, { start }]) => [id, start]));
}
