/**
 * What was typed before the script was there: the page of the server could be written in at once. Each line is held
 * against what the draft says; what stands there beside it is taken over as a change of the officer's own.
 */

import { blocksOf, newKey } from "sheet/blocks";
import { schema } from "sheet/schema";

const { nodes } = schema;

/**
 * @param {any} change  a transaction of the state as it was opened
 * @param {Element} page  the sheet as the server set it, with what was typed since
 */
export function takeUp(change, page) {
  const blocks = new Map(blocksOf(change.doc).map(([key, node]) => [key, node]));
  const text = page.querySelector(".text");
  let last = null;
  for (const piece of text ? [...text.childNodes] : []) {
    const key = piece.dataset?.anchor;
    const block = blocks.get(key);
    blocks.delete(key);
    if (block?.type === nodes.line) taken(change, key, block, wordsOf(piece));
    else if (!key || (key === last && key !== "citations")) addLine(change, last, wordsOf(piece));
    if (key && key !== "citations") last = key;
  }
  return change;
}

const wordsOf = (piece) => {
  const copy = piece.cloneNode(true);
  if (copy.nodeType === Node.ELEMENT_NODE) for (const marker of copy.querySelectorAll(".marker, .call")) marker.remove();
  return copy.textContent.replaceAll("\u00a0", " ").replace(/\s+/gu, " ").trim();
};

/** Only what differs goes over; blanks, capitals and the end mark are the printer's. */
function taken(change, key, block, words) {
  const was = block.textContent;
  if (bare(was) === bare(words)) return;
  const letters = (text) => text.replaceAll("\u00a0", " ").toLowerCase();
  const [old, now] = [letters(was), letters(words)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  let typed = words.slice(start, words.length - end);
  if (!end && /\.\/\.$/u.test(typed)) typed = typed.replace(/\.?\/\.$/u, "");
  const pos = placeIn(change.doc, key) + 1;
  change.insertText(typed, pos + start, pos + was.length - end);
}

const bare = (text) => text.replace(/\s+/gu, " ").trim().toLowerCase().replace(/[.;,]*(?:\.\/\.)?$/u, "");

const placeIn = (doc, key) => blocksOf(doc).find(([one]) => one === key)[2];

function addLine(change, after, words) {
  if (!words) return;
  const line = nodes.line.create({ key: newKey() }, schema.text(words));
  if (after) {
    const pos = placeIn(change.doc, after);
    change.insert(pos + change.doc.nodeAt(pos).nodeSize, line);
    return;
  }
  const body = change.doc.firstChild.child(1);
  const start = 2 + change.doc.firstChild.child(0).nodeSize;
  let at = start;
  body.forEach((node) => {
    if (node.type === nodes.citation) at += node.nodeSize;
  });
  change.insert(at, line);
}
