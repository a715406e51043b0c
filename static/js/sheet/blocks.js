/** The draft as data (the second shape of `Content`) into the document of the sheet and back, word for word. */

import { isBlock, schema } from "sheet/schema";

/**
 * @typedef {[string, boolean, boolean, string[]]} Run  text, bold, italic, ids of marks
 * @typedef {{key: string, type: string, level: number, marker?: string, runs?: Run[]}} BlockData  and what else it has
 */

const { nodes, marks } = schema;
const LINE_FIELDS = ["key", "type", "level", "marker", "centred", "landscape"];
const MEANING = ["source", "declined", "task", "charge"];
const TABLE_FIELDS = ["key", "level", "columns", "head_rows", "made_from"];
const NOT_KEPT = ["runs", "cells", "targets", "type", "over", "after"];

/** A key that no block or mark has: 96 random bits in letters that stand in addresses and forms. */
export function newKey() {
  const letters = "0123456789abcdefghijklmnopqrstuvwxyz";
  const drawn = crypto.getRandomValues(new Uint8Array(19));
  return Array.from(drawn, (value) => letters[value % letters.length]).join("");
}

// ── Data → document ──────────────────────────────────────────────────────────────────────────────

export function docFrom(content) {
  const [body, ...annexes] = parted(content.blocks ?? []);
  const sheet = nodes.sheet.create(null, [headFrom(content), bodyFrom(content, body), footFrom(content)]);
  return nodes.doc.create(null, [sheet, ...annexes.map((blocks) => nodes.annex.create(null, nodesFrom(blocks)))]);
}

/** The blocks of the body, then those of each annex, its own first. */
function parted(blocks) {
  const parts = [[]];
  for (const block of blocks) {
    if (block.type === "annex") parts.push([]);
    parts.at(-1).push(block);
  }
  return parts;
}

const words = (type, text, attrs) => type.create(attrs, text ? schema.text(text) : null);

function headFrom(content) {
  const addressees = (content.addressees ?? []).map((text) => words(nodes.addressee, text));
  return nodes.head.create(null, [words(nodes.title, content.title), ...addressees]);
}

function bodyFrom(content, blocks) {
  const citations = (content.citations ?? []).map(({ text, ...more }) => words(nodes.citation, text, { more: filled(more) }));
  const lines = blocks.length ? nodesFrom(blocks) : [nodes.line.create({ key: newKey() })];
  return nodes.body.create(null, [...citations, ...lines]);
}

function footFrom(content) {
  const { lines = [], name = "" } = content.signer ?? {};
  return nodes.foot.create(null, [
    ...(content.recipients ?? []).map(({ text, purpose = "act", unit = null, ...more }) =>
      words(nodes.recipient, text, { purpose, unit, more: filled(more) }),
    ),
    ...signatureFrom({ lines, name }),
  ]);
}

/** In whose name and who; where nothing is said yet there is a line to say it in. */
export function signatureFrom({ lines = [], name = "" }) {
  const said = lines.length ? lines : [""];
  return [...said.map((line) => words(nodes.signature_line, line)), words(nodes.signer, name)];
}

/** The lines of the signature that say something. */
export const signatureLines = (foot) =>
  children(foot).flatMap((node) => (node.type === nodes.signature_line && node.textContent ? [node.textContent] : []));

/** Lines and tables; rows go into the table above them. */
export function nodesFrom(blocks) {
  const made = [];
  for (let place = 0; place < blocks.length; place++) {
    const block = blocks[place];
    if (block.type !== "table") made.push(lineFrom(block));
    else {
      const rows = [];
      while (blocks[place + 1]?.type === "row") rows.push(rowFrom(blocks[++place]));
      made.push(tableFrom(block, rows));
    }
  }
  return made;
}

/** @param {BlockData} block */
export function lineFrom(block) {
  return nodes.line.create(attrsFrom(block, LINE_FIELDS), textFrom(block.runs, targetsOf(block)));
}

export function tableFrom(block, rows) {
  return nodes.table.create(attrsFrom(block, TABLE_FIELDS), rows.length ? rows : [emptyRow(block.columns.length)]);
}

export function emptyRow(columns) {
  const cells = Array.from({ length: columns }, () => nodes.cell.create(null, nodes.cell_paragraph.create()));
  return nodes.row.create({ key: newKey() }, cells);
}

export function rowFrom(block) {
  const targets = targetsOf(block);
  const cells = block.cells.map(({ paragraphs, across = 1, down = 1, align = null }) =>
    nodes.cell.create(
      { colspan: across, rowspan: down, align },
      (paragraphs.length ? paragraphs : [[]]).map((runs) => nodes.cell_paragraph.create(null, textFrom(runs, targets))),
    ),
  );
  return nodes.row.create(attrsFrom(block, ["key", "level"]), cells);
}

function attrsFrom(block, names) {
  const known = new Set([...names, ...MEANING, ...NOT_KEPT]);
  const more = Object.fromEntries(Object.entries(block).filter(([name]) => !known.has(name)));
  const said = [...names, ...MEANING].filter((name) => name in block).map((name) => [name, block[name]]);
  return { ...Object.fromEntries(said), more: filled(more) };
}

const targetsOf = (block) => new Map((block.targets ?? []).map((target) => [target.id, target]));

function textFrom(runs, targets) {
  return (runs ?? []).map(([text, bold, italic, ids]) => schema.text(text, marksFrom(bold, italic, ids, targets)));
}

function marksFrom(bold, italic, ids, targets) {
  return [
    ...(bold ? [marks.bold.create()] : []),
    ...(italic ? [marks.italic.create()] : []),
    ...ids.map((id) => (targets.has(id) ? marks.target.create({ id, data: targets.get(id) }) : marks.anchor.create({ id }))),
  ];
}

// ── Document → data ──────────────────────────────────────────────────────────────────────────────

export function draftFrom(doc) {
  const sheet = doc.firstChild;
  const [head, body, foot] = [sheet.child(0), sheet.child(1), sheet.child(2)];
  const of = (parent, type) => children(parent).filter((node) => node.type === type);
  const text = (node) => node.textContent;
  return {
    version: 2,
    title: text(head.firstChild),
    addressees: of(head, nodes.addressee).map(text),
    citations: of(body, nodes.citation).map((node) => ({ text: text(node), ...node.attrs.more })),
    blocks: blocksOf(doc).map(([, node]) => dataOf(node)),
    recipients: of(foot, nodes.recipient).map(recipientData),
    signer: { lines: signatureLines(foot), name: text(foot.lastChild) },
  };
}

function recipientData(node) {
  const { purpose, unit, more } = node.attrs;
  return { text: node.textContent, ...(purpose && { purpose }), ...(unit !== null && { unit }), ...more };
}

/** [key, node, pos] of every block in the order of the paper; the one empty line of an empty body is none. */
export function blocksOf(doc) {
  const found = [];
  doc.descendants((node, pos, parent) => {
    if (isBlock(node) && !isPlaceToType(node, parent)) found.push([node.attrs.key, node, pos]);
    return !node.isTextblock && node.type !== nodes.row;
  });
  return found;
}

function isPlaceToType(node, parent) {
  if (parent.type !== nodes.body || node.content.size || node.attrs.marker) return false;
  return node.type === nodes.line && children(parent).every((other) => other === node || other.type === nodes.citation);
}

/** The place of a block before its node, or -1. */
export function placeOf(doc, key) {
  return blocksOf(doc).find(([one]) => one === key)?.[2] ?? -1;
}

/**
 * A block as data.
 * @returns {BlockData}
 */
export function dataOf(node) {
  const { more, ...attrs } = node.attrs;
  if (node.type === nodes.line) return { ...ordered(attrs, LINE_FIELDS), ...said(node), ...meaning(attrs), ...more };
  if (node.type === nodes.table) {
    const { key, ...rest } = ordered(attrs, TABLE_FIELDS);
    return { key, type: "table", ...rest, ...meaning(attrs), ...more };
  }
  const { key, level } = attrs;
  const targets = targetsIn(node);
  return {
    key,
    type: "row",
    level,
    cells: children(node).map(cellData),
    ...(targets.length && { targets }),
    ...meaning(attrs),
    ...more,
  };
}

function cellData(cell) {
  const { colspan, rowspan, align } = cell.attrs;
  return {
    paragraphs: children(cell).map(runsOf),
    ...(colspan > 1 && { across: colspan }),
    ...(rowspan > 1 && { down: rowspan }),
    ...(align && { align }),
  };
}

function said(node) {
  const runs = runsOf(node);
  const targets = targetsIn(node);
  return { ...(runs.length && { runs }), ...(targets.length && { targets }) };
}

/** @returns {Run[]} */
export function runsOf(node) {
  const has = (piece, type) => type.isInSet(piece.marks) !== undefined;
  return children(node).map((piece) => [
    piece.text,
    has(piece, marks.bold),
    has(piece, marks.italic),
    piece.marks.filter((mark) => "id" in mark.attrs).map((mark) => mark.attrs.id),
  ]);
}

/** The data of the targets on a block's words, in the order in which they begin. */
function targetsIn(node) {
  const found = new Map();
  node.descendants((piece) => {
    for (const mark of piece.marks) if (mark.type === marks.target) found.set(mark.attrs.id, mark.attrs.data);
  });
  return [...found.values()];
}

const meaning = (attrs) => ordered(attrs, MEANING);

function ordered(attrs, names) {
  return Object.fromEntries(names.filter((name) => says(attrs[name], name)).map((name) => [name, attrs[name]]));
}

function says(value, name) {
  if (name === "level" || name === "key") return true;
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

const filled = (object) => (Object.keys(object).length ? object : null);

/** @returns {any[]} */
export function children(node) {
  return Array.from({ length: node.childCount }, (_, place) => node.child(place));
}
