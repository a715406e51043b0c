/** Head and end of a pasted paper (sheet/whole_paper) go where they stand on this one; each is part of the paste's one step. */

import { rangeOf, putPart } from "sheet/applying";
import { newKey } from "sheet/blocks";
import { partsOf } from "sheet/known";
import { schema } from "sheet/schema";

const { nodes } = schema;
const same = (one, other) => folded(one) === folded(other);
const folded = (text) => text.toLowerCase().replace(/[\s.;,]+/gu, " ").trim();

/**
 * @param {any} change
 * @param {import("sheet/whole_paper").Parts} parts
 * @returns {{done: string[], left: string[]}}  what went home, and what did not, in words
 */
export function putHome(change, parts) {
  const done = [];
  const left = [...parts.left];
  const stands = partsOf(change.doc);
  if (parts.title && !same(parts.title, stands.title)) {
    putPart(change, "title", parts.title);
    done.push(stands.title ? `trích yếu (thay “${stands.title}”)` : "trích yếu");
  }
  const addressees = parts.addressees.filter((text) => !stands.addressees.some((one) => same(one, text)));
  if (addressees.length) {
    putPart(change, "addressees", [...stands.addressees.filter(Boolean), ...addressees]);
    done.push("Kính gửi");
  }
  const grounds = added(change, "citations", nodes.citation, parts.citations);
  if (grounds) done.push(`${grounds} căn cứ`);
  const receivers = added(change, "recipients", nodes.recipient, parts.recipients);
  if (receivers) done.push(`${receivers} nơi nhận`);
  sign(change, stands.signature, parts.signature, done, left);
  return { done, left };
}

/** Behind those that stand; an empty line gives way, what stands already is not said twice. */
function added(change, name, type, texts) {
  const { from, to } = rangeOf(change.doc, name);
  const kept = [];
  change.doc.nodesBetween(from, to, (node) => void (node.type === type && node.textContent.trim() && kept.push(node)));
  const fresh = texts.filter((text) => !kept.some((node) => same(node.textContent, text)));
  const made = fresh.map((text) => type.create(null, schema.text(text)));
  if (made.length || kept.length) change.replaceWith(from, to, [...kept, ...made]);
  return fresh.length;
}

function sign(change, stands, { lines, name }, done, left) {
  if (!lines.length && !name) return;
  const isEmpty = !stands.name && !stands.lines.some(Boolean);
  if (isEmpty) {
    putPart(change, "signature", { lines, name });
    done.push("người ký");
  } else {
    const known = [...stands.lines, stands.name];
    left.push(...[...lines, name].filter((line) => line && !known.some((one) => same(one, line))));
  }
}

/** The caret to the start of the text, on a line of its own; an empty line of a ground goes. */
export function toTheText(change) {
  const { from, to } = rangeOf(change.doc, "citations");
  const last = change.doc.resolve(to).nodeBefore;
  if (from < to && last.type === nodes.citation && !last.content.size) change.delete(to - last.nodeSize, to);
  const at = rangeOf(change.doc, "citations").to;
  const first = change.doc.nodeAt(at);
  const isFree = first?.type === nodes.line && !first.content.size && !first.attrs.marker;
  if (!isFree) change.insert(at, nodes.line.create({ key: newKey(), level: 1 }));
  return at + 1;
}
