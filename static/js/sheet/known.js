/** What the server knows of the draft, as it last said, and what the sheet says otherwise. */

import { blocksOf, children, dataOf, newKey, signatureLines } from "sheet/blocks";
import { SHAPE, schema } from "sheet/schema";

const { nodes } = schema;
const ANCHORS = 5; // keys before a block that say where it stands
const REREAD = ["task", "charge"];

/**
 * @typedef {object} Known
 * @property {number} revision  the state of the draft that the server told of
 * @property {string[]} order  keys of the blocks as they stand there
 * @property {Map<string, string>} over  key → digest of what stands there
 * @property {Map<string, any>} nodes  key → the node that says so
 * @property {Map<string, {was: string, is: any}>} reread  what the server read anew in marks, until the sheet shows it
 * @property {Record<string, {over: string, said: string}>} parts  head and foot
 * @property {string} findings  digest of those that were told
 */

/** @returns {Known} */
export function knownOf(draft, doc) {
  const said = partsOf(doc);
  return {
    revision: draft.revision,
    order: draft.content.blocks.map((block) => block.key),
    over: new Map(draft.content.blocks.map((block) => [block.key, block.over])),
    nodes: new Map(blocksOf(doc).map(([key, node]) => [key, node])),
    reread: new Map(),
    parts: Object.fromEntries(
      Object.entries(draft.parts).map(([name, over]) => [name, { over, said: JSON.stringify(said[name]) }]),
    ),
    findings: "",
  };
}

/** Head and foot as data, by the names of a save. */
export function partsOf(doc) {
  const [head, body, foot] = children(doc.firstChild);
  const of = (parent, type) => children(parent).filter((node) => node.type === type);
  return {
    title: head.firstChild.textContent,
    addressees: of(head, nodes.addressee).map((node) => node.textContent),
    citations: of(body, nodes.citation).map((node) => ({ text: node.textContent })),
    recipients: of(foot, nodes.recipient).map((node) => {
      const { purpose, unit } = node.attrs;
      return { text: node.textContent, ...(purpose && { purpose }), ...(unit !== null && { unit }) };
    }),
    signature: {
      lines: signatureLines(foot),
      name: foot.lastChild.textContent,
    },
  };
}

/** Whether a node says what the server knows of its block; of a table its rows are asked one by one. */
export function isKnown(known, key, node) {
  if (!known.over.has(key)) return false; // it was taken out, and that was saved: brought back, it is told whole
  const before = known.nodes.get(key);
  if (before === node) return true;
  if (!before || before.type !== node.type) return false;
  if (node.type === nodes.table && before.attrs === node.attrs) return true;
  if (JSON.stringify(dataOf(before)) !== JSON.stringify(dataOf(node))) return false;
  known.nodes.set(key, node);
  return true;
}

/**
 * What the sheet says otherwise than the server knows; null for nothing.
 * @param {Known} known
 * @param {Set<string>} held  keys and names of parts that wait for a person's choice
 */
export function changesIn(doc, known, held = new Set()) {
  const found = blocksOf(doc);
  const keys = found.map(([key]) => key);
  const there = new Set(keys);
  const stays = unmoved(known.order, keys);
  const blocks = [];
  found.forEach(([key, node], place) => {
    if (held.has(key)) return;
    const block = isKnown(known, key, node) ? null : readAnew(dataOf(node), known);
    const isMoved = !stays.has(key);
    if (!block && !isMoved) return;
    const after = keys.slice(Math.max(0, place - ANCHORS), place).reverse();
    blocks.push({ ...(block ? { block } : { key }), over: known.over.get(key) ?? "", after, ...(isMoved && { moved: true }) });
  });
  const removed = known.order.filter((key) => !there.has(key) && known.over.has(key)).map((key) => [key, known.over.get(key)]);
  const parts = changedParts(doc, known, held);
  return blocks.length || removed.length || Object.keys(parts).length ? { blocks, removed, parts } : null;
}

function changedParts(doc, known, held) {
  const parts = {};
  for (const [name, said] of Object.entries(partsOf(doc))) {
    const { over, said: before } = known.parts[name];
    if (!held.has(name) && JSON.stringify(said) !== before) parts[name] = { over, is: said };
  }
  return parts;
}

/** A save, or with no changes a question what is new. */
export function letterOf(known, changes, spot) {
  const parts = Object.fromEntries(Object.entries(known.parts).map(([name, { over }]) => [name, { over }]));
  return {
    shape: SHAPE,
    revision: known.revision,
    ...(changes && { name: newKey(), blocks: changes.blocks, removed: changes.removed }),
    parts: { ...parts, ...changes?.parts },
    findings: known.findings,
    spot,
  };
}

// ── What the server read anew in marks while one typed on ────────────────────────────────────────

/** Notes what the server made of the marks of a block that has been typed into since it was sent. */
export function noteReread(known, sent, told) {
  for (const target of told.targets ?? []) {
    const was = sent.targets?.find(({ id }) => id === target.id);
    if (was) known.reread.set(target.id, { was: JSON.stringify(was), is: target });
  }
  for (const name of REREAD) {
    known.reread.set(`${told.key} ${name}`, { was: JSON.stringify(sent[name] ?? null), is: told[name] ?? null });
  }
}

/** A block with the marks as the server read them, where the sheet has not changed them itself since. */
function readAnew(block, known) {
  const read = (name, said) => {
    const anew = known.reread.get(name);
    return anew && anew.was === JSON.stringify(said) ? anew.is : said;
  };
  const marks = Object.fromEntries(REREAD.map((name) => [name, read(`${block.key} ${name}`, block[name] ?? null)]));
  const { task, charge, ...rest } = { ...block, ...marks };
  return {
    ...rest,
    ...(rest.targets && { targets: rest.targets.map((target) => read(target.id, target)) }),
    ...(task && { task }),
    ...(charge && { charge }),
  };
}

// ── Order ────────────────────────────────────────────────────────────────────────────────────────

/** As many keys as keep their order: the longest rising run of their old places. */
function unmoved(order, keys) {
  if (order.length === keys.length && order.every((key, place) => key === keys[place])) return new Set(keys);
  const places = new Map(order.map((key, place) => [key, place]));
  const both = keys.filter((key) => places.has(key));
  const ends = []; // for each length of a run the place in `both` of its least end
  const before = both.map(() => -1);
  both.forEach((key, at) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places.get(both[ends[middle]]) < places.get(key)) low = middle + 1;
      else high = middle;
    }
    before[at] = low ? ends[low - 1] : -1;
    ends[low] = at;
  });
  const run = new Set();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at]) run.add(both[at]);
  return run;
}
