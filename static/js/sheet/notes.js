/**
 * Footnotes as in Word: called behind the caret, written below the line that calls, numbered in the order of the calls.
 * On the sheet a note stands where its block stands; the paper sets it at the foot of the page that calls it.
 */

import { pm } from "editor";
import { newKey } from "sheet/blocks";
import { DEEPEST } from "sheet/numbering";
import { schema } from "sheet/schema";

const { nodes, marks } = schema;
const { Decoration, DecorationSet } = pm.view;
const { Selection, TextSelection } = pm.state;
const CALLERS = new Set([nodes.line, nodes.cell_paragraph]);
const TEXTS = new Set([nodes.body, nodes.annex]);
const key = new pm.state.PluginKey("notes");

const isNote = (node) => node.type === nodes.line && node.attrs.type === "note";

/** A note for the chosen words or the letter before the caret; the caret goes into it. */
function addNote(state, dispatch) {
  const { $from, $to, empty } = state.selection;
  const caller = $from.parent;
  if (!$from.sameParent($to) || !CALLERS.has(caller.type) || isNote(caller) || (empty && !$from.parentOffset)) return false;
  if (!dispatch) return true;
  const depth = Array.from({ length: $from.depth }, (_, at) => at).find((at) => TEXTS.has($from.node(at).type)) + 1;
  const level = Math.min($from.node(depth).attrs.level + 1, DEEPEST);
  const note = nodes.line.create({ key: newKey(), type: "note", level, marker: "1" });
  const change = pm.history.closeHistory(state.tr);
  const from = empty ? $from.pos - 1 : $from.pos;
  change.insert(behindNotes(state.doc, $from.after(depth)), note);
  change.addMark(from, $to.pos, marks.anchor.create({ id: note.attrs.key })).removeStoredMark(marks.anchor);
  numbered(change);
  const { pos } = standing(change.doc).get(note.attrs.key);
  dispatch(change.setSelection(TextSelection.create(change.doc, pos + 1)).scrollIntoView());
  return true;
}

function behindNotes(doc, at) {
  for (let next = doc.resolve(at).nodeAfter; next && isNote(next); next = doc.resolve(at).nodeAfter) at += next.nodeSize;
  return at;
}

/** key → {node, pos} of every note. */
function standing(doc) {
  const found = new Map();
  doc.descendants((node, pos) => {
    if (isNote(node)) found.set(node.attrs.key, { node, pos });
    return !node.isTextblock && node.type !== nodes.table;
  });
  return found;
}

/** Where each note is called last: key → place behind its last letter, in the order of the calls. */
function callsOf(doc, notes) {
  const calls = new Map();
  doc.descendants((piece, pos) => {
    for (const { type, attrs } of piece.marks) {
      if (type === marks.anchor && notes.has(attrs.id)) calls.set(attrs.id, pos + piece.nodeSize);
    }
  });
  return calls;
}

/** Notes that are numbered run on in the order of their calls; those with a sign of their own keep it. */
function numbered(change) {
  const notes = standing(change.doc);
  let number = 0;
  for (const called of callsOf(change.doc, notes).keys()) {
    const { node, pos } = notes.get(called);
    if (!/^\d*$/u.test(node.attrs.marker)) continue;
    number += 1;
    if (node.attrs.marker !== String(number)) change.setNodeAttribute(pos, "marker", String(number));
  }
}

/** Enter at the end of a note leads back to where it is called. */
function back(state, dispatch) {
  const { $head, empty } = state.selection;
  if (!empty || !isNote($head.parent) || $head.parentOffset < $head.parent.content.size) return false;
  const called = callsOf(state.doc, standing(state.doc)).get($head.parent.attrs.key);
  if (called === undefined) return false;
  dispatch?.(state.tr.setSelection(Selection.near(state.doc.resolve(called), -1)).scrollIntoView());
  return true;
}

/** The marker behind the letter that calls: drawn as every marker is, so that no caret stands in it. */
function drawn(doc) {
  const notes = standing(doc);
  if (!notes.size) return DecorationSet.empty;
  const signs = new Map(); // where a call ends → markers
  for (const [called, end] of callsOf(doc, notes)) {
    signs.set(end, [...(signs.get(end) ?? []), notes.get(called).node.attrs.marker]);
  }
  return DecorationSet.create(doc, [...signs].map(([end, said]) => sign(end, said.join(","))));
}

const sign = (end, marker) => Decoration.inline(end - 1, end, { class: "calls", "data-call": marker });

/** @type {Record<string, [string, Function]>} */
export const NOTE_KEYS = { "Mod-Alt-f": ["Chú thích cuối trang; Enter ở cuối chú thích: trở về chỗ gọi", addNote] };

export const notes = () =>
  new pm.state.Plugin({
    key,
    state: {
      init: (_, state) => drawn(state.doc),
      apply: (change, was) => (change.docChanged ? drawn(change.doc) : was),
    },
    props: {
      decorations: (state) => key.getState(state),
      handleKeyDown: pm.keymap.keydownHandler({ Enter: back }),
    },
  });
