/**
 * The pages that the paper will have, reckoned from the lines on the sheet by the paper's own rules: the height of a
 * page, two lines of a paragraph together, headings with what follows, rows whole, the closing held to the last lines.
 * Breaks are drawn over the sheet; nothing in the text moves for them.
 */

import { pm } from "editor";
import { isCalm } from "sheet/calm";

const PAUSE = 250; // ms of quiet before the pages are counted anew
const TOGETHER = 2; // lines: orphans and widows
const KEEPS_NEXT = new Set(["chapter", "part"]);
const KEEPS_NEXT_WHEN = ["titling", "point"];

export const pages = () =>
  new pm.state.Plugin({
    view(view) {
      const layer = document.createElement("div");
      layer.className = "page-breaks";
      layer.setAttribute("aria-hidden", "true");
      view.dom.parentElement.append(layer);
      let timer = 0;
      const later = () => {
        clearTimeout(timer);
        timer = setTimeout(() => (isCalm(view) ? show(view, layer) : later()), PAUSE);
      };
      const seen = new ResizeObserver(later);
      seen.observe(view.dom);
      document.fonts.ready.then(later);
      return {
        update(_, before) {
          if (before.doc !== view.state.doc) later();
          else if (!before.selection.eq(view.state.selection)) tell(view, layer);
        },
        destroy() {
          clearTimeout(timer);
          seen.disconnect();
          layer.remove();
        },
      };
    },
  });

/** @type {WeakMap<any, {tops: number[]}>} */
const counted = new WeakMap();

function show(view, layer) {
  if (view.isDestroyed || view.composing) return;
  const sheets = [...view.dom.querySelectorAll(":scope > .sheet")];
  const isNarrow = getComputedStyle(layer).display === "none";
  const { top: origin, left } = layer.getBoundingClientRect();
  const breaks = isNarrow ? [] : sheets.flatMap((sheet, place) => breaksOf(sheet, place > 0, left));
  layer.replaceChildren(...breaks.filter(({ number }) => number > 1).map((one) => mark(one, origin)));
  counted.set(view, { tops: breaks.map(({ top }) => top - origin) });
  tell(view, layer);
}

function mark({ top, left, width, number, of }, origin) {
  const made = document.createElement("div");
  made.className = "page-break";
  made.style.top = `${top - origin}px`;
  made.style.left = `${left}px`;
  made.style.width = `${width}px`;
  made.dataset.page = of ? `${of}, trang ${number}` : `Trang ${number}`;
  return made;
}

/** "Trang 2/5": where the caret stands, of how many. */
function tell(view, layer) {
  const place = document.getElementById("pages");
  const known = counted.get(view);
  if (!place || !known?.tops.length) return;
  const at = view.coordsAtPos(view.state.selection.head).top - layer.getBoundingClientRect().top;
  const page = Math.max(known.tops.filter((top) => top <= at + 2).length, 1);
  place.textContent = `Trang ${page}/${known.tops.length}`;
}

// ── Where pages end ──────────────────────────────────────────────────────────────────────────────

/** The first places of the pages of one sheet, in px of the window; `origin`: from where their left edges are counted. */
function breaksOf(sheet, isAnnex, origin) {
  const style = getComputedStyle(sheet);
  const box = sheet.getBoundingClientRect();
  const scale = box.width / sheet.offsetWidth;
  const inside = parseFloat(style.minHeight) - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
  const units = unitsOf(sheet, scale);
  const starts = filled(units, inside * scale).map((place) => units[place].y);
  const left = box.left - origin;
  const of = isAnnex ? "Phụ lục" : "";
  return starts.map((top, place) => ({ top, left, width: box.width, number: place + 1, of: place ? of : "" }));
}

/**
 * What stands on the sheet piece by piece: {y: its top on the screen, top and bottom as in the PDF, may: a page may end
 * before it, foot: height that its notes take at the foot of its page, head: height of head rows that a page repeats}.
 */
function unitsOf(sheet, scale) {
  let taller = 0;
  return piecesOf(sheet, scale).map((piece) => {
    const top = piece.top - taller;
    taller += piece.taller ?? 0;
    return { ...piece, y: piece.top, top, bottom: piece.bottom - taller };
  });
}

function piecesOf(sheet, scale) {
  const text = sheet.querySelector(".text");
  const lines = [...text.children].filter((child) => !isNoteAtFoot(child, sheet));
  const units = [...piecesAbove(sheet, text)];
  lines.forEach((child, place) => {
    const isHeld = units.length === 0 || keepsNext(lines[place - 1]);
    units.push(...(child.tagName === "TABLE" ? rowsOf(child, isHeld, scale) : linesOf(child, isHeld, sheet, scale)));
  });
  const closing = sheet.querySelector(".foot-words");
  if (closing) {
    heldToTheEnd(units, lines);
    units.push({ ...edges(closing), may: false });
  }
  return units;
}

function piecesAbove(sheet, text) {
  const pieces = [...sheet.querySelectorAll(":scope > .heads, :scope > .type, .head-words > *, .deciding")];
  return pieces.filter((piece) => !text.contains(piece)).map((piece) => ({ ...edges(piece), may: false }));
}

const edges = (element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return { top, bottom };
};

const keepsNext = (child) =>
  Boolean(child) &&
  (KEEPS_NEXT.has(child.dataset.type) ||
    KEEPS_NEXT_WHEN.some((look) => child.classList.contains(look)) ||
    (child.dataset.type === "article" && child.classList.contains("bold")));

function linesOf(child, isHeld, sheet, scale) {
  const { top, bottom } = child.getBoundingClientRect();
  const height = parseFloat(getComputedStyle(child).lineHeight) * scale;
  const count = Math.max(Math.round((bottom - top) / height), 1);
  const foot = notesUnder(child, sheet);
  return Array.from({ length: count }, (_, line) => ({
    top: top + line * height,
    bottom: line === count - 1 ? bottom : top + (line + 1) * height,
    may: line === 0 ? !isHeld : line >= TOGETHER && count - line >= TOGETHER,
    foot: line === count - 1 ? foot : 0,
    of: child,
  }));
}

const HAIR = 2 / 3; // px: the rule of a table in the PDF; the screen draws a whole one

function rowsOf(table, isHeld, scale) {
  const heads = [...table.rows].filter((row) => row.classList.contains("head"));
  const drawn = parseFloat(getComputedStyle(table.rows[0]?.cells[0] ?? table).borderTopWidth) || HAIR;
  const taller = (drawn - HAIR) * scale;
  const head = heads.reduce((sum, row) => sum + row.getBoundingClientRect().height, 0);
  return [...table.rows].map((row, place) => ({
    ...edges(row),
    may: place === 0 ? !isHeld : place > heads.length && !isUnderGroup(table.rows[place - 1]),
    head: place > heads.length ? head : 0,
    taller,
    of: table,
  }));
}

const isUnderGroup = (row) => row.cells.length === 1 && row.cells[0].colSpan > 1;

/** The closing never begins a page alone: the last paragraph comes with it, and the one before with that. */
function heldToTheEnd(units, lines) {
  const last = new Set(lines.slice(-1));
  for (const unit of units) if (last.has(unit.of) && unit.top === firstTop(units, unit.of)) unit.may = false;
}

const firstTop = (units, of) => units.find((unit) => unit.of === of).top;

// Notes that are called stand at the foot of the page that calls them, wherever they stand on the sheet.
const isNoteAtFoot = (child, sheet) => child.dataset.type === "note" && callsOf(sheet, child.dataset.key).length > 0;

const callsOf = (sheet, key) =>
  [...sheet.querySelectorAll(`[data-mark="${CSS.escape(key)}"]`)].filter((call) => !call.closest("td"));

const ABOVE_NOTES = 12.5; // px: rule, margin and padding of the foot

function notesUnder(child, sheet) {
  let height = 0;
  for (const call of child.querySelectorAll(".mark-anchor")) {
    const note = sheet.querySelector(`.note[data-key="${CSS.escape(call.dataset.mark)}"]`);
    if (note && callsOf(sheet, note.dataset.key).at(-1) === call) height += note.getBoundingClientRect().height + 2.7;
  }
  return height;
}

/** Fills page after page; gives the place of the first piece of each. */
export function filled(units, room) {
  const starts = units.length ? [0] : [];
  let first = 0;
  let foot = 0;
  for (let place = 0; place < units.length; place++) {
    const unit = units[place];
    const notes = foot + (unit.foot ?? 0);
    const needs = unit.bottom - units[first].top + (units[first].head ?? 0) + notes + (notes ? ABOVE_NOTES : 0);
    if (needs <= room + 0.5 || place === first) {
      foot = notes;
      continue;
    }
    let cut = place;
    while (cut > first && !units[cut].may) cut--;
    if (cut === first) cut = place;
    starts.push(cut);
    first = cut;
    foot = 0;
    place = cut - 1;
  }
  return starts;
}
