/** Tables: their columns as shares of the text's width, rows and cells added, taken away and joined. */

import { pm } from "editor";
import { children, emptyRow, newKey } from "sheet/blocks";
import { levelBelow, lineAt } from "sheet/lines";
import { schema } from "sheet/schema";
import { askSize } from "sheet/table_size";

const { nodes } = schema;
const { TextSelection, Selection } = pm.state;
const { isInTable, selectedRect, TableMap } = pm.tables;
const WHOLE = 100; // per cent
const MOST_COLUMNS = 20;
const LEAST_SHARE = 4;
const STEP = 2; // per cent of the text's width by which a key widens a column

export const tables = () => pm.tables.tableEditing();

// ── Acts ─────────────────────────────────────────────────────────────────────────────────────────

/** Asks how large it is to be. */
function newTable(state, dispatch, view) {
  if (!canHaveTable(state)) return false;
  if (dispatch) askSize(view, (rows, columns) => insertTable(rows, columns)(view.state, view.dispatch));
  return true;
}

function canHaveTable(state) {
  const line = lineAt(state.selection.$head);
  return Boolean(line) && line.node.attrs.type !== "annex";
}

/** A table with a head row behind the line; an empty line gives way to it. */
const insertTable = (count, across) => (state, dispatch) => {
  const line = lineAt(state.selection.$head);
  if (!canHaveTable(state)) return false;
  const level = levelBelow(line.text, line.place + 1);
  const shares = even(across).map((share) => [share, "left"]);
  const rows = Array.from({ length: count }, () => nodes.row.create({ key: newKey(), level: level + 1 }, emptyRow(across).content));
  const table = nodes.table.create({ key: newKey(), level, columns: shares, head_rows: count > 1 ? 1 : 0 }, rows);
  const end = line.pos + line.node.nodeSize;
  const isLast = !state.doc.resolve(end).nodeAfter;
  const after = isLast ? [nodes.line.create({ key: newKey(), level })] : [];
  const isEmpty = !line.node.content.size && !line.node.attrs.marker;
  const from = isEmpty ? line.pos : end;
  const change = state.tr.replaceWith(from, end, [table, ...after]);
  dispatch(change.setSelection(TextSelection.near(change.doc.resolve(from + 4))).scrollIntoView());
  return true;
};

const even = (count) => Array.from({ length: count }, (_, place) => Math.floor(WHOLE / count) + (place < WHOLE % count ? 1 : 0));

/** A command of pm.tables, and the columns of the table as they are then. */
const withShares = (command, changed) => (state, dispatch) => {
  if (!isInTable(state)) return false;
  const rect = selectedRect(state);
  const columns = changed(rect.table.attrs.columns, rect);
  if (columns.length > MOST_COLUMNS) return false;
  return command(state, dispatch && ((change) => {
    const table = change.doc.nodeAt(rect.tableStart - 1);
    if (table?.type === nodes.table && columns.length) change.setNodeAttribute(rect.tableStart - 1, "columns", columns);
    dispatch(change.scrollIntoView());
  }));
};

const added = (place) => (columns, rect) => {
  const [, align] = columns[Math.max(place(rect) - 1, 0)] ?? [0, "left"];
  const share = Math.max(Math.round(WHOLE / (columns.length + 1)), LEAST_SHARE);
  return asWhole([...columns.slice(0, place(rect)), [share, align], ...columns.slice(place(rect))]);
};

/** The shares as per cent of the whole, none too narrow to write in. */
function asWhole(columns) {
  const sum = columns.reduce((all, [share]) => all + share, 0);
  return columns.map(([share, align]) => [Math.max(Math.round((share / sum) * WHOLE), LEAST_SHARE), align]);
}

const without = (columns, rect) => {
  const left = columns.filter((_, place) => place < rect.left || place >= rect.right);
  return left.length ? asWhole(left) : [];
};

const onlyInTable = (command) => (state, dispatch) => isInTable(state) && command(state, dispatch);

function deleteTable(state, dispatch) {
  const table = pm.tables.findTable(state.selection.$head);
  if (!table) return false;
  if (!dispatch) return true;
  const { parent } = state.doc.resolve(table.pos);
  const isAlone = children(parent).filter(({ type }) => type !== nodes.citation).length === 1;
  const line = isAlone ? nodes.line.create({ key: newKey() }) : [];
  const change = state.tr.replaceWith(table.pos, table.pos + table.node.nodeSize, line);
  dispatch(change.setSelection(Selection.near(change.doc.resolve(table.pos), -1)).scrollIntoView());
  return true;
}

/** A row less; with the last one the table goes. */
const deleteRow = onlyInTable((state, dispatch) => {
  const { top, bottom, map, table, tableStart } = selectedRect(state);
  if (bottom - top === map.height) return deleteTable(state, dispatch);
  return pm.tables.deleteRow(state, dispatch && ((change) => {
    const heads = Math.min(table.attrs.head_rows, change.doc.nodeAt(tableStart - 1).childCount);
    dispatch(change.setNodeAttribute(tableStart - 1, "head_rows", heads));
  }));
});

const deleteColumn = onlyInTable((state, dispatch) => {
  const { left, right, map } = selectedRect(state);
  if (right - left === map.width) return deleteTable(state, dispatch);
  return withShares(pm.tables.deleteColumn, without)(state, dispatch);
});

/** The rows down to this one are printed on each page; pressed on the last of them, none is. */
const headRows = onlyInTable((state, dispatch) => {
  const { bottom, table, tableStart } = selectedRect(state);
  const heads = table.attrs.head_rows === bottom ? 0 : bottom;
  dispatch?.(state.tr.setNodeAttribute(tableStart - 1, "head_rows", heads));
  return true;
});

/** The column of the caret wider by a part of the text's width, its neighbour narrower. */
const wider = (by) =>
  onlyInTable((state, dispatch) => {
    const { right, table, tableStart } = selectedRect(state);
    const columns = asWhole(table.attrs.columns);
    const [at, beside] = right < columns.length ? [right - 1, right] : [right - 1, right - 2];
    if (beside < 0) return false;
    const kept = Math.min(Math.max(by, LEAST_SHARE - columns[at][0]), columns[beside][0] - LEAST_SHARE);
    const change = { [at]: kept, [beside]: -kept };
    const now = columns.map(([share, align], place) => [share + (change[place] ?? 0), align]);
    dispatch?.(state.tr.setNodeAttribute(tableStart - 1, "columns", now));
    return true;
  });

const evenColumns = onlyInTable((state, dispatch) => {
  const { table, tableStart } = selectedRect(state);
  const shares = even(table.attrs.columns.length);
  const now = table.attrs.columns.map(([, align], place) => [shares[place], align]);
  dispatch?.(state.tr.setNodeAttribute(tableStart - 1, "columns", now));
  return true;
});

const ALIGNS = ["left", "center", "right"];

/** The chosen cells: left, centre, right in turn. */
const align = onlyInTable((state, dispatch) => {
  const rect = selectedRect(state);
  const cells = rect.map.cellsInRect(rect).map((at) => rect.tableStart + at);
  const columns = rect.table.attrs.columns;
  const now = state.doc.nodeAt(cells[0]).attrs.align ?? columns[rect.left]?.[1] ?? "left";
  const next = ALIGNS[(ALIGNS.indexOf(now) + 1) % ALIGNS.length];
  if (dispatch) dispatch(cells.reduce((change, at) => change.setNodeAttribute(at, "align", next), state.tr));
  return true;
});

/** @type {Record<string, [string, Function]>} */
export const TABLE_KEYS = {
  "Mod-Alt-t": ["Bảng mới: chọn số hàng, số cột", newTable],
  "Mod-Alt-ArrowDown": ["Thêm hàng dưới", onlyInTable(pm.tables.addRowAfter)],
  "Mod-Alt-ArrowUp": ["Thêm hàng trên", onlyInTable(pm.tables.addRowBefore)],
  "Mod-Alt-ArrowRight": ["Thêm cột phải", withShares(pm.tables.addColumnAfter, added((rect) => rect.right))],
  "Mod-Alt-ArrowLeft": ["Thêm cột trái", withShares(pm.tables.addColumnBefore, added((rect) => rect.left))],
  "Alt-Shift-ArrowRight": ["Cột rộng hơn", wider(STEP)],
  "Alt-Shift-ArrowLeft": ["Cột hẹp hơn", wider(-STEP)],
  "Mod-Alt-d": ["Chia đều các cột", evenColumns],
  "Mod-Alt-Backspace": ["Bỏ hàng", deleteRow],
  "Mod-Alt-Shift-Backspace": ["Bỏ cột", deleteColumn],
  "Mod-Alt-Delete": ["Bỏ cả bảng", deleteTable],
  "Mod-Alt-m": ["Gộp ô đã chọn", onlyInTable(pm.tables.mergeCells)],
  "Mod-Alt-Shift-m": ["Tách ô", onlyInTable(pm.tables.splitCell)],
  "Mod-Alt-h": ["Hàng tiêu đề, in lại ở mỗi trang", headRows],
  "Mod-Alt-e": ["Căn ô trái, giữa, phải", align],
};

/** Past the edge of a table that has no line there: a line to write in. */
export const pastTable = (way) => (state, dispatch, view) => {
  const table = pm.tables.findTable(state.selection.$head);
  if (!table || !state.selection.empty || !isAtEdge(state, table, way, view)) return false;
  const at = way < 0 ? table.pos : table.pos + table.node.nodeSize;
  const $at = state.doc.resolve(at);
  const beside = way < 0 ? $at.nodeBefore : $at.nodeAfter;
  if (beside && beside.type !== nodes.table && beside.type !== nodes.citation) return false;
  if ($at.parent.type === nodes.annex && !beside) return false;
  if (dispatch) {
    const change = state.tr.insert(at, nodes.line.create({ key: newKey(), level: table.node.attrs.level }));
    dispatch(change.setSelection(TextSelection.create(change.doc, at + 1)).scrollIntoView());
  }
  return true;
};

function isAtEdge({ selection: { $head } }, table, way, view) {
  const map = TableMap.get(table.node);
  const cell = pm.tables.cellAround($head);
  const row = map.findCell(cell.pos - table.start);
  const isEdgeRow = way < 0 ? row.top === 0 : row.bottom === map.height;
  return isEdgeRow && (!view || view.endOfTextblock(way < 0 ? "up" : "down"));
}

// ── How it is shown ──────────────────────────────────────────────────────────────────────────────

const GRIP = 5; // px on either side of a line between columns

/** A table with its columns: the shares of the draft. The lines between them can be dragged. */
export function withColumns(node, view, getPos) {
  const dom = document.createElement("table");
  const columns = document.createElement("colgroup");
  const rows = document.createElement("tbody");
  let shown = node;
  dom.className = "grid";
  dom.append(columns, rows);
  const show = (table) => {
    shown = table;
    dom.dataset.key = table.attrs.key;
    draw(table.attrs.columns);
  };
  const draw = (shares) =>
    columns.replaceChildren(
      ...shares.map(([share]) => Object.assign(document.createElement("col"), { width: `${share}%` })),
    );
  const store = (shares) => view.dispatch(view.state.tr.setNodeAttribute(getPos(), "columns", shares));
  dom.addEventListener("pointermove", (event) => {
    dom.classList.toggle("resizing", lineUnder(dom, shown, event.clientX) > 0);
  });
  dom.addEventListener("pointerdown", (event) => {
    const line = lineUnder(dom, shown, event.clientX);
    if (line <= 0 || event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    drag(dom, shown.attrs.columns, line, event, draw, store);
  });
  show(node);
  return {
    dom,
    contentDOM: rows,
    update(changed) {
      if (changed.type !== node.type) return false;
      show(changed);
      return true;
    },
    ignoreMutation: (change) => change.type !== "selection" && !rows.contains(change.target),
  };
}

/** The number of the line between columns under the pointer; 0 for none. */
function lineUnder(dom, table, x) {
  const { left, width } = dom.getBoundingClientRect();
  const sum = table.attrs.columns.reduce((all, [share]) => all + share, 0);
  let at = left;
  return table.attrs.columns.slice(0, -1).findIndex(([share]) => Math.abs((at += (share / sum) * width) - x) <= GRIP) + 1;
}

function drag(dom, columns, line, start, draw, store) {
  const { width } = dom.getBoundingClientRect();
  const sum = columns.reduce((all, [share]) => all + share, 0);
  const [before, after] = [columns[line - 1][0], columns[line][0]];
  let now = columns;
  const moved = (event) => {
    const by = Math.round(((event.clientX - start.clientX) / width) * sum);
    const kept = Math.min(Math.max(by, LEAST_SHARE - before), after - LEAST_SHARE);
    now = columns.map(([share, align], place) => [share + (place === line - 1 ? kept : place === line ? -kept : 0), align]);
    draw(now);
  };
  const done = () => {
    removeEventListener("pointermove", moved);
    removeEventListener("pointerup", done);
    if (now !== columns) store(now);
  };
  addEventListener("pointermove", moved);
  addEventListener("pointerup", done);
}
