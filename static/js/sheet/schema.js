/**
 * The document of the sheet: blocks are flat, level and marker are attributes, meaning hangs on words.
 *
 * doc   = sheet annex*          a sheet of its own for each annex, as on paper
 * sheet = head text foot
 * annex = (line | table)+       its first line is the annex's own block ("Phụ lục I", title)
 *
 * The marker of a line is drawn by CSS from `data-marker`: no caret ever stands in it, no input method touches it.
 */

import { pm } from "editor";

/** The shape of this schema; a save names it (plans/drafting/sheet/shape.py has the same number). */
export const SHAPE = 1;

const HEADINGS = { chapter: "h2", part: "h2", annex: "h2", article: "h3" };
const ROLES = { paragraph: "prose", annex: "annex-title" };

/** What every block has beside its words; `more`: fields of its data that only the server knows. */
const OF_A_BLOCK = {
  key: { default: "" },
  level: { default: 3 },
  source: { default: null },
  declined: { default: null },
  task: { default: null },
  charge: { default: null },
  more: { default: null },
};

const given = (attributes) => Object.fromEntries(Object.entries(attributes).filter(([, value]) => value));

/** @param {import("editor").Node} node */
function lineInDom(node) {
  const { key, type, marker, centred } = node.attrs;
  const role = ROLES[type] ?? type;
  return [
    HEADINGS[type] ?? "p",
    given({
      class: centred ? `${role} centred` : role,
      "data-key": key,
      "data-type": type,
      "data-marker": marker,
    }),
    0,
  ];
}

function letters(className, extra = {}) {
  return { content: "text*", marks: "", toDOM: () => ["p", { class: className }, 0], ...extra };
}

const nodes = {
  doc: { content: "sheet annex*" },
  text: { inline: true },
  sheet: { content: "head body foot", isolating: true, toDOM: () => ["section", { class: "sheet" }, 0] },
  annex: {
    content: "(line | table)+",
    isolating: true,
    toDOM: () => ["section", { class: "sheet annex" }, ["div", { class: "text" }, 0]],
  },
  head: { content: "title addressee*", toDOM: () => ["div", { class: "head-words" }, 0] },
  title: letters("title"),
  addressee: letters("addressee", { attrs: { more: { default: null } } }),
  body: { content: "citation* (line | table)+", toDOM: () => ["div", { class: "text" }, 0] },
  citation: letters("citation italic", { attrs: { more: { default: null } } }),
  line: {
    group: "block",
    content: "text*",
    marks: "_",
    attrs: {
      ...OF_A_BLOCK,
      type: { default: "paragraph" },
      marker: { default: "" },
      centred: { default: false },
      landscape: { default: false },
    },
    toDOM: lineInDom,
  },
  table: {
    group: "block",
    content: "row+",
    tableRole: "table",
    isolating: true,
    attrs: { ...OF_A_BLOCK, columns: { default: [] }, head_rows: { default: 0 }, made_from: { default: "" } },
    toDOM: (node) => ["table", given({ class: "grid", "data-key": node.attrs.key }), ["tbody", 0]],
  },
  row: {
    content: "cell*",
    tableRole: "row",
    attrs: { ...OF_A_BLOCK, level: { default: 4 } },
    toDOM: (node) => ["tr", given({ "data-key": node.attrs.key }), 0],
  },
  cell: {
    content: "cell_paragraph+",
    tableRole: "cell",
    isolating: true,
    attrs: { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null }, align: { default: null } },
    toDOM: ({ attrs: { colspan, rowspan, align } }) => [
      "td",
      given({
        class: align,
        colspan: colspan > 1 && String(colspan),
        rowspan: rowspan > 1 && String(rowspan),
      }),
      0,
    ],
  },
  cell_paragraph: { content: "text*", marks: "_", toDOM: () => ["p", 0] },
  foot: { content: "recipient* signature_line* signer", toDOM: () => ["div", { class: "foot-words" }, 0] },
  recipient: letters("recipient", {
    attrs: { purpose: { default: "act" }, unit: { default: null }, more: { default: null } },
  }),
  signature_line: letters("signature-line"),
  signer: letters("signer"),
};

const marks = {
  bold: { toDOM: () => ["b", 0] },
  italic: { toDOM: () => ["i", 0] },
  target: {
    attrs: { id: {}, data: { default: null } },
    excludes: "",
    inclusive: false,
    toDOM: (mark) => ["span", { class: "mark-target", "data-mark": mark.attrs.id }, 0],
  },
  anchor: {
    attrs: { id: {} },
    excludes: "",
    inclusive: false,
    toDOM: (mark) => ["span", { class: "mark-anchor", "data-mark": mark.attrs.id }, 0],
  },
};

export const schema = new pm.model.Schema({ nodes, marks });

/** Blocks of the draft: lines, tables and their rows. */
export const isBlock = ({ type }) => BLOCKS.has(type);

const BLOCKS = new Set([schema.nodes.line, schema.nodes.table, schema.nodes.row]);
