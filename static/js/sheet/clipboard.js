/**
 * What a clipboard says, as blocks: Word, LibreOffice, web pages. Every word arrives; looks that no paper has do not.
 *
 * Word puts list items there as plain paragraphs with `mso-list` and the number as text; it is read before anything is
 * cleaned. Styles are read from an attribute of another name, for the page's own policy refuses inline ones.
 */

import { newKey } from "sheet/blocks";
import { lettersOf, Words } from "sheet/clipboard_words";
import { markedLine } from "sheet/kinds";
import { DEEPEST, LETTERS, levelOf, roman } from "sheet/numbering";

const setOf = (names) => new Set(names.trim().split(/\s+/u));
const BLOCKS = setOf(`
  ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM
  H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE UL
`);
const SILENT = setOf(`
  SCRIPT STYLE HEAD TITLE META LINK TEMPLATE NOSCRIPT IFRAME OBJECT EMBED SVG MATH AUDIO VIDEO CANVAS DEL XML
`);
const IMAGES = new Set(["IMG", "PICTURE", "V:IMAGEDATA"]);
const MOST_COLUMNS = 20;
const HEADS = new Set(["annex", "chapter", "part", "article", "clause"]);
const USUAL_LEVEL = { annex: 0, chapter: 0, part: 1, article: 2, clause: 2 };

/**
 * @typedef {{blocks: object[], images: number, dropped: number}} Read
 * @param {string} html
 * @param {{raw?: boolean, level?: number}} how  raw: line breaks stay; level: of the heading above
 * @returns {Read}
 */
export function blocksFromHtml(html, { raw = false, level = 0 } = {}) {
  const page = new DOMParser().parseFromString(inert(html), "text/html");
  const reading = new Reading(raw);
  reading.noteFeet(page.body);
  reading.walk(page.body, {});
  reading.endLine();
  return { blocks: leveled(reading.done(), level), images: reading.images, dropped: reading.dropped };
}

const KEPT = setOf("align class colspan href id name rowspan start style type value width");
/** Every stretch of a tag is bounded: a page of signs that never close is read once, not once for each of them. */
const TAG = /<([a-z][\w:-]{0,40})(?![\w:-])([^<>"']*(?:(?:"[^"]{0,2000}"|'[^']{0,2000}')[^<>"']*){0,60})>/giu;
const ATTRIBUTE = /\s([\w:.-]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]+))?/gu;

/** Nothing in it is loaded, run or refused: only what tells how words stand is left, styles under another name. */
const inert = (html) =>
  ["script", "style", "xml"].reduce(without, html).replace(TAG, (_, tag, told) => `<${tag}${told.replace(ATTRIBUTE, attribute)}>`);

function without(html, name) {
  const opens = new RegExp(`<${name}\\b`, "giu");
  const closes = new RegExp(`</${name}\\s*>`, "giu");
  let [kept, at] = ["", 0];
  for (;;) {
    opens.lastIndex = at;
    closes.lastIndex = opens.exec(html)?.index ?? html.length;
    const from = closes.lastIndex;
    if (!closes.exec(html)) return kept + html.slice(at);
    kept += html.slice(at, from);
    at = closes.lastIndex;
  }
}

function attribute(_, name, value = '""') {
  const known = name.toLowerCase();
  if (!KEPT.has(known) || (known === "href" && !/^["']?#/u.test(value))) return "";
  return known === "style" ? ` data-style=${value}` : ` ${known}=${value}`;
}

/** @returns {Read} plain lines, each of which says what it is; rows of tables have " | " between their cells */
export function blocksFromLines(text, { level = 0 } = {}) {
  const blocks = [];
  let dropped = 0;
  let rows = [];
  const closeTable = () => {
    if (rows.length) blocks.push(...tableOf(rows, 0, []));
    rows = [];
  };
  for (const said of text.split(/\r\n?|\n/u)) {
    const line = lettersOf(said);
    dropped += line.dropped;
    const cells = cellsIn(line.text);
    if (cells) {
      rows.push({ cells: cells.map((cell) => ({ paragraphs: [cell ? [[cell, false, false, []]] : []] })) });
      continue;
    }
    closeTable();
    if (line.text.trim()) blocks.push(saidBlock([[line.text.trim(), false, false, []]]));
  }
  closeTable();
  return { blocks: leveled(blocks, level), images: 0, dropped };
}

function cellsIn(line) {
  if (!/(?:^|\s)\|(?:\s|$)/u.test(line)) return null;
  const cells = line.split(/(?:^|\s)\|(?=\s|$)/u).map((cell) => cell.trim());
  if (!cells[0] && cells.length > 1) cells.shift();
  if (!cells.at(-1) && cells.length > 1) cells.pop();
  return cells;
}

/** Each block one below the heading above it, as typing would have it. */
function leveled(blocks, level) {
  let above = level;
  for (const block of blocks) {
    if (HEADS.has(block.type)) {
      block.level ??= USUAL_LEVEL[block.type];
      above = block.level;
    } else block.level = Math.min(above + (block.type === "row" ? 2 : 1), DEEPEST);
  }
  return blocks;
}

// ── Reading a page ───────────────────────────────────────────────────────────────────────────────

class Reading {
  constructor(raw) {
    this.raw = raw;
    this.blocks = [];
    this.words = new Words();
    this.line = {};
    this.images = 0;
    this.dropped = 0;
    this.notes = new Map(); // id of a foot → key of its note
    this.feet = [];
    this.lists = []; // of open <ol> and <ul>
  }

  /** Feet of Word and LibreOffice, wherever they stand, become notes; what calls them is told by their ids. */
  noteFeet(body) {
    for (const foot of body.querySelectorAll('div[id^="ftn"], div[id^="edn"], div[id^="sdfootnote"], li[id^="fn"]')) {
      const own = foot.querySelector('a[href^="#_ftnref"], a[href^="#_ednref"], a.sdfootnotesym');
      if (!own) continue;
      const key = newKey();
      const marker = own.textContent.replace(/[[\]\s]/gu, "").slice(0, 40) || "*";
      own.remove();
      this.notes.set(foot.id, key);
      this.feet.push({ key, marker, foot });
      foot.remove();
    }
  }

  done() {
    const made = this.blocks;
    for (const { key, marker, foot } of this.feet) {
      const note = new Reading(this.raw);
      note.walk(foot, {});
      note.endLine();
      const runs = note.blocks.flatMap((block, place) => (place ? [[" ", false, false, []], ...runsOf(block)] : runsOf(block)));
      const calls = made.findIndex((block) => JSON.stringify(block).includes(key));
      const row = calls >= 0 ? made.findIndex((block, at) => at > calls && block.type !== "row") : -1;
      const at = calls < 0 ? made.length : made[calls].type === "row" ? (row < 0 ? made.length : row) : calls + 1;
      made.splice(at, 0, { key, type: "note", level: 0, marker, runs });
    }
    return made;
  }

  walk(element, look) {
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) this.say(node, look);
      else if (node.nodeType === Node.ELEMENT_NODE) this.enter(node, look);
    }
  }

  say(node, look) {
    const { text, dropped } = lettersOf(node.data);
    this.dropped += dropped;
    this.words.add(look.pre ? text : text.replace(/[ \t\r\n\f]+/gu, " "), look.bold, look.italic);
  }

  enter(element, look) {
    const tag = element.tagName.toUpperCase();
    const style = styleOf(element);
    if (SILENT.has(tag) || isHidden(style)) return;
    if (IMAGES.has(tag)) this.images += 1;
    else if (tag === "BR") this.breakLine(look);
    else if (tag === "TABLE") this.table(element);
    else if (isNumberOfWord(style)) this.line.marker = this.markerSaid(element);
    else if (this.calls(element)) this.words.call(this.calls(element));
    else if (BLOCKS.has(tag)) this.block(element, tag, style, lookOf(element, tag, style, look));
    else this.walk(element, lookOf(element, tag, style, look));
  }

  block(element, tag, style, look) {
    this.endLine();
    if (tag === "OL" || tag === "UL") this.lists.push(listOf(element, this.lists.length));
    const isItem = tag === "LI" && this.lists.length > 0;
    if (isItem) this.line = { marker: markerOfItem(this.lists.at(-1), element), depth: this.lists.length };
    const inWord = /mso-list:[^;]*level(\d)/u.exec(style);
    if (inWord) this.line = { depth: Number(inWord[1]) };
    const centred = look.centred || isCentred(element, style);
    if (centred) this.line.centred = true;
    this.walk(element, { ...look, centred, pre: look.pre || tag === "PRE" || /white-space:\s*pre/u.test(style) });
    this.endLine(isItem && !this.words.isEmpty);
    if (tag === "OL" || tag === "UL") this.lists.pop();
  }

  /** A soft break: mended to a blank where the sentence goes on, else a line of its own; as it stands when raw. */
  breakLine(look) {
    if (look.inCell) this.words.add("\n", false, false);
    else if (this.raw) this.endLine();
    else this.words.add("\n", look.bold, look.italic);
  }

  endLine() {
    const { marker, depth, centred } = this.line;
    const lines = this.raw ? [this.words.runs()] : this.words.mended();
    const filled = lines.filter((runs) => runs.length);
    filled.forEach((runs, place) => {
      const block = place === 0 && marker ? markedBlock(marker, runs, depth) : saidBlock(runs);
      if (centred && block.type === "paragraph" && !block.marker) block.centred = true;
      this.blocks.push(block);
    });
    this.words = new Words();
    if (filled.length || !marker) this.line = {};
  }

  markerSaid(element) {
    const said = element.textContent.replace(/[\s\u00a0]+/gu, "");
    return /^[\p{L}\p{N}]/u.test(said) && !/^[o§]$/u.test(said) ? said : "-";
  }

  /** The key of the note that an element calls, or "". */
  calls(element) {
    const [, id] = /#_?((?:ftn|edn)\d+|sdfootnote\d+)(?:sym)?$/u.exec(element.getAttribute("href") ?? "") ?? [];
    return element.tagName === "A" ? (this.notes.get(id) ?? "") : "";
  }

  // ── Tables ───────────────────────────────────────────────────────────────────────────────────

  table(element) {
    this.endLine();
    const filled = [...element.rows].filter(({ cells }) => cells.length);
    const rows = filled.map(({ cells }) => ({ cells: Array.from(cells, (cell) => this.cell(cell)) }));
    if (!rows.length) return;
    if (rows.length === 1 && rows[0].cells.length === 1) {
      this.walk(filled[0].cells[0], {}); // a frame around text
      this.endLine();
      return;
    }
    this.blocks.push(...tableOf(rows, headRows(element), widthsOf(element)));
  }

  cell(element) {
    const inner = new Reading(this.raw);
    inner.notes = this.notes;
    inner.walk(element, { bold: element.tagName === "TH" });
    inner.endLine();
    this.images += inner.images;
    this.dropped += inner.dropped;
    const paragraphs = inner.blocks.flatMap(paragraphsOf);
    return {
      paragraphs: paragraphs.length ? paragraphs : [[]],
      ...(element.colSpan > 1 && { across: Math.min(element.colSpan, MOST_COLUMNS) }),
      ...(element.rowSpan > 1 && { down: Math.min(element.rowSpan, 500) }),
    };
  }
}

function runsOf({ type, marker, runs = [] }) {
  return marker && type !== "note" ? [[`${marker} `, false, false, []], ...runs] : runs;
}

/** A block inside a cell as paragraphs of that cell; a table in a table row by row. */
function paragraphsOf(block) {
  if (block.type === "table") return [];
  if (block.type !== "row") return [runsOf(block)];
  const said = block.cells.flatMap(({ paragraphs }) => paragraphs).filter((runs) => runs.length);
  return said.length ? [said.flatMap((runs, place) => (place ? [[" ", false, false, []], ...runs] : runs))] : [];
}

const styleOf = (element) => (element.getAttribute("data-style") ?? "").replace(/\s*([:;])\s*/gu, "$1").toLowerCase();
const isHidden = (style) => /(?:^|;)(?:display:none|visibility:hidden|mso-hide:all|mso-element:comment)/u.test(style);
const isNumberOfWord = (style) => /mso-list:ignore/u.test(style);
const isCentred = (element, style) =>
  element.tagName === "CENTER" || /^center$/iu.test(element.getAttribute("align")) || /text-align:center/u.test(style);

function lookOf(element, tag, style, look) {
  const weight = /font-weight:(\w+)/u.exec(style)?.[1];
  const slope = /font-style:(\w+)/u.exec(style)?.[1];
  const isBold = weight ? /^bold/u.test(weight) || Number(weight) >= 600 : look.bold || /^(?:B|STRONG|H[1-6]|TH)$/u.test(tag);
  const isItalic = slope ? slope === "italic" || slope === "oblique" : look.italic || /^(?:I|EM|CITE|DFN)$/u.test(tag);
  return { ...look, bold: isBold, italic: isItalic };
}

// ── Lists of web pages ───────────────────────────────────────────────────────────────────────────

const listOf = (element, depth) => ({
  isNumbered: element.tagName === "OL",
  type: element.getAttribute("type") ?? typeIn(styleOf(element)),
  next: Number(element.getAttribute("start") ?? 1) || 1,
  depth,
});

const TYPES = { "lower-alpha": "a", "lower-latin": "a", "upper-roman": "I" };
const typeIn = (style) => TYPES[/list-style(?:-type)?:([\w-]+)/u.exec(style)?.[1]] ?? "1";

function markerOfItem(list, item) {
  if (!list.isNumbered) return list.depth ? "+" : "-";
  const number = Number(item.getAttribute("value")) || list.next;
  list.next = number + 1;
  if (list.type === "I") return `${roman(number)}.`;
  if (list.type === "a" || list.type === "A") return `${LETTERS[(number - 1) % LETTERS.length]})`;
  return `${number}.`;
}

// ── Blocks ───────────────────────────────────────────────────────────────────────────────────────

/** A line whose number came from a list; its depth in the list tells its level where the number does not. */
function markedBlock(marker, runs, depth = 1) {
  const { type, marker: known } = markedLine(`${marker} A`);
  if (!known) {
    const isNumber = /^[\p{L}\p{N}]/u.test(marker);
    return isNumber
      ? saidBlock([[`${marker} `, false, false, []], ...runs])
      : { key: newKey(), type: "paragraph", marker: depth > 2 ? "+" : "-", runs };
  }
  const level = type === "clause" ? Math.max(levelOf(known), Math.min(1 + depth, 4)) : undefined;
  const dash = { "–": "-", "—": "-", "•": "-", "*": "-" }[known] ?? known;
  return { key: newKey(), type, marker: dash, runs, ...(level !== undefined && { level }) };
}

/** A line that says itself what it is: "I. MỤC ĐÍCH", "Điều 2.", "- …". */
function saidBlock(runs) {
  const text = runs.map(([said]) => said).join("");
  const { type, marker, text: rest } = markedLine(text);
  if (!marker) return { key: newKey(), type: "paragraph", marker: "", runs };
  const dash = { "–": "-", "—": "-", "•": "-", "*": "-" }[marker] ?? marker;
  return {
    key: newKey(),
    type,
    marker: dash,
    runs: withoutStart(runs, text.trimEnd().length - rest.length),
    ...(type === "clause" && { level: levelOf(marker) || 2 }),
  };
}

function withoutStart(runs, letters) {
  let left = letters;
  const kept = [];
  for (const [text, ...look] of runs) {
    const rest = text.slice(left);
    left = Math.max(left - text.length, 0);
    if (rest) kept.push([rest, ...look]);
  }
  return kept;
}

function headRows(table) {
  const heads = table.tHead?.rows.length ?? 0;
  if (heads) return heads;
  const first = table.rows[0];
  const isHead = first && table.rows.length > 1 && [...first.cells].every((cell) => isAllBold(cell));
  return isHead ? 1 : 0;
}

function isAllBold(cell) {
  if (cell.tagName === "TH") return true;
  const words = cell.textContent.trim();
  const bold = [...cell.querySelectorAll("b, strong, [data-style]")].filter(
    (piece) => /^(?:B|STRONG)$/u.test(piece.tagName) || /font-weight:(?:bold|[6-9]00)/u.test(styleOf(piece)),
  );
  return words !== "" && bold.map((piece) => piece.textContent.trim()).includes(words);
}

function widthsOf(table) {
  const columns = [...table.querySelectorAll("col")];
  const cells = columns.length ? columns : [...(table.rows[0]?.cells ?? [])].filter((cell) => cell.colSpan === 1);
  return cells.map((cell) => parseFloat(cell.getAttribute("width") ?? /(?:^|;)width:([\d.]+)/u.exec(styleOf(cell))?.[1] ?? ""));
}

/** A table and its rows; cells past the last column that a page holds go into that one, no word is lost. */
function tableOf(rows, heads, widths) {
  const narrow = rows.map(({ cells }) => ({ cells: withinPage(cells) }));
  const widest = narrow.reduce((most, { cells }) => Math.max(most, columnsOf(cells)), 1);
  const columns = sharesOf(Math.min(widest, MOST_COLUMNS), widths).map((share) => [share, "left"]);
  const table = { key: newKey(), type: "table", columns, head_rows: Math.min(heads, rows.length) };
  return [table, ...narrow.map(({ cells }) => ({ key: newKey(), type: "row", cells }))];
}

const columnsOf = (cells) => cells.reduce((sum, { across = 1 }) => sum + across, 0);

function withinPage(cells) {
  const kept = cells.slice(0, MOST_COLUMNS);
  for (const { paragraphs } of cells.slice(MOST_COLUMNS)) kept.at(-1).paragraphs.push(...paragraphs);
  let room = MOST_COLUMNS;
  return kept.map((cell, place) => {
    const across = Math.max(Math.min(cell.across ?? 1, room - (kept.length - 1 - place)), 1);
    room -= across;
    const { across: _, ...rest } = cell;
    return across > 1 ? { ...rest, across } : rest;
  });
}

function sharesOf(count, widths) {
  const isSaid = widths.length === count && widths.every((width) => width > 0);
  const parts = isSaid ? widths : Array.from({ length: count }, () => 1);
  const sum = parts.reduce((all, part) => all + part, 0);
  return parts.map((part) => Math.max(Math.round((part / sum) * 100), 1));
}
