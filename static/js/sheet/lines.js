/** What can be done to a line: give it a kind, a marker, a level; take them away; move it. Each is one transaction. */

import { pm } from "editor";
import { children, newKey } from "sheet/blocks";
import { DEEPEST, firstBelow, levelOf, nextMarker } from "sheet/numbering";
import { schema } from "sheet/schema";

const { nodes } = schema;
const { TextSelection } = pm.state;
const HEADS = new Set(["annex", "chapter", "part", "article", "clause"]);
const USUAL_LEVEL = { annex: 0, chapter: 0, part: 1, article: 2, clause: 2 };
const FIRST = { annex: "Phụ lục", chapter: "Chương I", part: "I.", article: "Điều 1.", clause: "1." };

/** The line where the caret stands: {node, pos, text (its parent), place}, or null. */
export function lineAt($pos) {
  for (let depth = $pos.depth; depth > 0; depth--) {
    if ($pos.node(depth).type === nodes.line) {
      return { node: $pos.node(depth), pos: $pos.before(depth), text: $pos.node(depth - 1), place: $pos.index(depth - 1) };
    }
  }
  return null;
}

/** The lines and tables of a text before a place, the nearest first. */
const above = (text, place) => children(text).slice(0, place).reverse().filter((node) => node.type !== nodes.citation);

const isHead = (node) => node.type === nodes.line && HEADS.has(node.attrs.type);

/** One below the heading above; where the heading itself is told by its kind, the usual level of that. */
export function levelBelow(text, place) {
  const head = above(text, place).find(isHead);
  return Math.min((head?.attrs.level ?? 0) + 1, DEEPEST);
}

/** The attributes of a line as its kind and marker would have it. */
export function asKind(line, { type, marker }) {
  const { node, text, place } = line;
  const told = type === "clause" ? levelOf(marker) : 0;
  const level = HEADS.has(type) ? told || USUAL_LEVEL[type] : levelBelow(text, place);
  const stays = node.attrs.type === type ? node.attrs : { ...node.attrs, landscape: false };
  return { ...stays, type, marker, level, centred: type === "paragraph" && !marker && node.attrs.centred };
}

/** Sets kind and marker of one line. */
export function become(change, line, kind) {
  return change.setNodeMarkup(line.pos, null, asKind(line, kind));
}

export const bare = { type: "paragraph", marker: "" };

/** What a line of this kind is numbered as here: after its sibling above, else as the first. */
function markerFor(line, type) {
  const sibling = above(line.text, line.place).find((node) => isHead(node) && node.attrs.type === type && node.attrs.marker);
  if (type === "clause") return clauseMarker(line) ?? FIRST.clause;
  return sibling ? nextMarker(sibling.attrs.marker) : FIRST[type];
}

/** Clauses begin anew under each heading of a higher kind. */
function clauseMarker({ text, place }) {
  for (const node of above(text, place)) {
    if (!isHead(node)) continue;
    return node.attrs.type === "clause" ? nextMarker(node.attrs.marker) || null : null;
  }
  return null;
}

/** The lines of a selection. */
export function linesIn(state) {
  const { from, to } = state.selection;
  const found = [];
  state.doc.nodesBetween(from, to, (node, pos) => {
    if (node.type === nodes.line) found.push(lineAt(state.doc.resolve(pos + 1)));
    return !node.isTextblock && node.type !== nodes.table;
  });
  return found;
}

/** A command that makes the chosen lines of a kind; pressed again it takes the kind away. */
export const make = (type, marker = "") => (state, dispatch) => {
  const chosen = linesIn(state);
  if (!chosen.length) return false;
  if (!dispatch) return true;
  const change = state.tr;
  const isMade = ({ node }) => node.attrs.type === type && (type !== "paragraph" || node.attrs.marker === marker);
  const undone = (marker || type !== "paragraph") && chosen.every(isMade);
  for (const { pos } of chosen) {
    const line = lineAt(change.doc.resolve(pos + 1));
    const said = type === "paragraph" ? marker : markerFor(line, type);
    become(change, line, undone ? bare : { type, marker: said });
  }
  dispatch(change.scrollIntoView());
  return true;
};

// ── Deeper and shallower ─────────────────────────────────────────────────────────────────────────

/** Tab: what stands one deeper here, running on from its sibling there. */
export function deeper(line) {
  const [before] = above(line.text, line.place).filter((node) => node.type === nodes.line);
  const { type, marker, level } = line.node.attrs;
  if (before && isHead(before) && before.attrs.level > level && before.attrs.marker && isHead(line.node)) {
    return { type: before.attrs.type, marker: nextMarker(before.attrs.marker) };
  }
  if (type === "paragraph") return firstBelow("paragraph", marker);
  const over = before && isHead(before) ? before : null;
  return firstBelow(over?.attrs.type ?? type, over?.attrs.marker ?? marker);
}

/** Shift+Tab: what the heading above would be followed by. */
export function shallower(line) {
  const { marker, level, type } = line.node.attrs;
  if (type === "paragraph" && marker === "+") return { type: "paragraph", marker: "-" };
  const over = above(line.text, line.place).find((node) => isHead(node) && node.attrs.level < level);
  if (!over || !over.attrs.marker || over.attrs.type === "annex") return bare;
  return { type: over.attrs.type, marker: nextMarker(over.attrs.marker) };
}

export const shift = (how) => (state, dispatch) => {
  const chosen = linesIn(state);
  if (!chosen.length) return false;
  if (!dispatch) return true;
  const change = state.tr;
  for (const { pos } of chosen) {
    const line = lineAt(change.doc.resolve(pos + 1));
    become(change, line, how(line));
  }
  dispatch(change.scrollIntoView());
  return true;
};

// ── Moving ───────────────────────────────────────────────────────────────────────────────────────

const levelOfBlock = (node) => (node.type === nodes.citation ? -1 : node.attrs.level);

/** The place behind what stands under a block. */
function endOf(text, place) {
  const level = levelOfBlock(text.child(place));
  let end = place + 1;
  if (text.child(place).type !== nodes.line || !isHead(text.child(place))) return end;
  while (end < text.childCount && levelOfBlock(text.child(end)) > level) end++;
  return end;
}

const startOf = (text, start, place) =>
  children(text).slice(0, place).reduce((at, node) => at + node.nodeSize, start);

/** The child of a text (line, table, citation) in which the caret stands. */
function childAt($pos) {
  for (let depth = $pos.depth; depth > 0; depth--) {
    const text = $pos.node(depth - 1);
    if (text.type === nodes.body || text.type === nodes.annex) {
      return { text, start: $pos.start(depth - 1), place: $pos.index(depth - 1) };
    }
  }
  return null;
}

/** Alt+↑ and Alt+↓: the block with what stands below it, past the block of its level or above. */
export const move = (way) => (state, dispatch) => {
  const child = childAt(state.selection.$head);
  if (!child) return false;
  const to = way < 0 ? placeAbove(child) : placeBelow(child);
  return to === null ? true : moveTo(state, dispatch, child, to);
};

function placeAbove({ text, place }) {
  const level = levelOfBlock(text.child(place));
  let to = place - 1;
  while (to > 0 && levelOfBlock(text.child(to)) > level) to--;
  return to >= 0 && mayCross(text, place, to) ? to : null;
}

function placeBelow({ text, place }) {
  const end = endOf(text, place);
  if (end >= text.childCount || !mayCross(text, place, end)) return null;
  return levelOfBlock(text.child(end)) < levelOfBlock(text.child(place)) ? end + 1 : endOf(text, end);
}

/** A citation stays among citations, a line among lines, and the first line of an annex its first. */
function mayCross(text, one, other) {
  const isCitation = (place) => text.child(place).type === nodes.citation;
  return isCitation(one) === isCitation(other) && !(text.type === nodes.annex && Math.min(one, other) === 0);
}

/** Moves the block at `place` with what stands under it before the child at `to`. */
export function moveTo(state, dispatch, { text, start, place }, to) {
  const end = endOf(text, place);
  if (to >= place && to <= end) return true;
  if (!dispatch) return true;
  const [from, until, target] = [startOf(text, start, place), startOf(text, start, end), startOf(text, start, to)];
  const offset = state.selection.head - from;
  const moved = children(text).slice(place, end);
  const change = state.tr.delete(from, until);
  const at = change.mapping.map(target);
  change.insert(at, moved);
  change.setSelection(pm.state.Selection.near(change.doc.resolve(at + offset)));
  dispatch(change.scrollIntoView());
  return true;
}

// ── Between lines ────────────────────────────────────────────────────────────────────────────────

/** Ctrl+Enter: a new part behind the line. */
export const newPart = (state, dispatch) => {
  const child = childAt(state.selection.$head);
  if (!child) return false;
  if (!dispatch) return true;
  const at = startOf(child.text, child.start, child.place + 1);
  const marker = markerFor({ text: child.text, place: child.place + 1 }, "part");
  const change = state.tr.insert(at, nodes.line.create({ key: newKey(), type: "part", level: 1, marker }));
  dispatch(change.setSelection(TextSelection.create(change.doc, at + 1)).scrollIntoView());
  return true;
};

/** Every series from its first number, under each heading anew. */
export const renumber = (state, dispatch) => {
  const child = childAt(state.selection.$head);
  if (!child) return false;
  if (!dispatch) return true;
  const change = state.tr;
  const last = new Map(); // level → {type, marker as it was, as it is}
  let at = child.start;
  for (const node of children(child.text)) {
    if (isHead(node) && node.attrs.marker) {
      for (const level of last.keys()) if (level > node.attrs.level) last.delete(level);
      const sibling = last.get(node.attrs.level);
      const runsOn = sibling && sibling.type === node.attrs.type && alike(sibling.was, node.attrs.marker);
      const begins = nextMarker(FIRST[node.attrs.type]) !== node.attrs.marker && isFirst(node.attrs.marker);
      const is = runsOn && !(begins && isFirst(node.attrs.marker)) ? nextMarker(sibling.is) : node.attrs.marker;
      if (is !== node.attrs.marker) change.setNodeAttribute(at, "marker", is);
      last.set(node.attrs.level, { type: node.attrs.type, was: node.attrs.marker, is });
    }
    at += node.nodeSize;
  }
  if (change.docChanged) dispatch(change);
  return true;
};

const shapeOf = (marker) => marker.replace(/\d+(?=[.)]?$)|[IVXLC]+(?=[.:]?$)|[a-zđ](?=\)$)/u, "#");
const alike = (one, other) => shapeOf(one) === shapeOf(other);
const isFirst = (marker) => /(?:^|[.\s])(?:1|I)[.:)]?$|^a\)$/u.test(marker);
