/** Copy, cut and paste. What is pasted is read as blocks and laid in one step; one Ctrl+Z takes all of it back. */

import { pm } from "editor";
import { stateNow } from "sheet/calm";
import { children, newKey, nodesFrom } from "sheet/blocks";
import { blocksFromHtml, blocksFromLines } from "sheet/clipboard";
import { lettersOf } from "sheet/clipboard_words";
import { putHome, toTheText } from "sheet/homing";
import { levelBelow, lineAt } from "sheet/lines";
import { schema } from "sheet/schema";
import { partsIn } from "sheet/whole_paper";

const { nodes } = schema;
const { Slice, Fragment } = pm.model;
const { Selection, TextSelection } = pm.state;
const OURS = "application/x-van-ban";
const BOUND = new Set(["upper", "group", "indicator"]); // of a target: to what only its own draft has above it
const MOST_BLOCKS = 2_500;
const LONGEST_SENT = 1_000_000; // letters of plain text that the server is asked to mend
const WAITS = 4_000; // ms for its answer; then the lines go in as they are
const key = new pm.state.PluginKey("paste");
const contexts = new WeakMap(); // view → what its modules know
let pastes = 0; // that were given to the server to mend

export const paste = (context) => {
  let isRaw = false;
  return new pm.state.Plugin({
    key,
    view(view) {
      contexts.set(view, context);
      return {};
    },
    // Where each paste that the server is mending will stand, whatever is typed or pasted meanwhile.
    state: { init: () => new Map(), apply: waitingAfter },
    props: {
      handleDOMEvents: {
        keydown(_, event) {
          if (event.key.toLowerCase() === "v") isRaw = event.shiftKey && (event.ctrlKey || event.metaKey);
          return false;
        },
        paste(view, event) {
          event.preventDefault();
          pasted(view, event.clipboardData, isRaw, context);
          isRaw = false;
          return true;
        },
        copy: (view, event) => copied(view, event, context),
        cut(view, event) {
          if (!copied(view, event, context)) return false;
          const backspace = new KeyboardEvent("keydown", { key: "Backspace" });
          view.someProp("handleKeyDown", (handle) => handle(view, backspace));
          return true;
        },
        drop(view, event) {
          if (view.dragging) return false; // words of the sheet itself
          event.preventDefault();
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
          if (at) view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(at.pos))));
          pasted(view, event.dataTransfer, false, context);
          return true;
        },
      },
    },
  });
};

// ── Copy ─────────────────────────────────────────────────────────────────────────────────────────

/** Our own form for this desk, a page with numbers as words for Word, and plain lines. */
function copied(view, event, context) {
  const { selection } = view.state;
  if (selection.empty) return false;
  const slice = selection.content();
  const lines = linesOf(slice.content);
  event.preventDefault();
  event.clipboardData.clearData();
  event.clipboardData.setData(OURS, JSON.stringify({ document: context.draft.document, ...slice.toJSON() }));
  event.clipboardData.setData("text/plain", lines.map(({ text }) => text).join("\n"));
  event.clipboardData.setData("text/html", lines.map(({ html }) => html).join("\n"));
  return true;
}

function linesOf(content) {
  const found = [];
  content.descendants((node) => {
    if (node.type === nodes.table) found.push(tableLine(node));
    else if (node.isTextblock) found.push(textLine(node));
    else if (node.isText) found.push({ text: node.text, html: escaped(node) });
    return !node.isTextblock && node.type !== nodes.table;
  });
  return found;
}

function textLine(node) {
  const marker = node.attrs.marker ? `${node.attrs.marker} ` : "";
  const words = children(node).map(escaped).join("");
  return { text: marker + node.textContent, html: `<p>${plain(marker)}${words}</p>` };
}

function tableLine(table) {
  const rows = children(table).map((row) => children(row));
  const paragraph = (one) => `<p>${children(one).map(escaped).join("")}</p>`;
  const cell = (one) => {
    const { colspan, rowspan } = one.attrs;
    return `<td colspan="${colspan}" rowspan="${rowspan}">${children(one).map(paragraph).join("")}</td>`;
  };
  return {
    text: rows.map((cells) => cells.map((one) => children(one).map((said) => said.textContent).join(" ")).join("\t")).join("\n"),
    html: `<table border="1">${rows.map((cells) => `<tr>${cells.map(cell).join("")}</tr>`).join("")}</table>`,
  };
}

const plain = (text) => text.replace(/[&<>]/gu, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign]);

function escaped(piece) {
  const has = (name) => piece.marks.some((mark) => mark.type.name === name);
  const words = has("italic") ? `<i>${plain(piece.text)}</i>` : plain(piece.text);
  return has("bold") ? `<b>${words}</b>` : words;
}

// ── Paste ────────────────────────────────────────────────────────────────────────────────────────

async function pasted(view, data, isRaw, context) {
  const ours = data.getData(OURS);
  const text = withDashes(data.getData("text/plain"));
  const html = withLines(data.getData("text/html"), text);
  const images = [...data.files].filter(({ type }) => type.startsWith("image/")).length;
  const slice = isRaw ? null : sliceFrom(ours, context);
  if (slice) return layOurs(view, slice, context);
  const how = { raw: isRaw, level: levelHere(view.state) };
  if (html && !(isRaw && !html.includes("<"))) {
    const read = blocksFromHtml(html, how);
    if (read.blocks.length || !text) return lay(view, { ...read, isRaw, images: read.images || (text ? 0 : images) }, text, context);
  }
  if (text && !text.includes("\n") && isWithinWords(view.state)) return layWords(view, text, context);
  if (!text) return tell({ images }, context);
  if (isRaw || !text.includes("\n")) return lay(view, { ...blocksFromLines(text, how), isRaw }, text, context);
  return layMended(view, text, how, context);
}

/** Signs that stand for a dash in the symbol faces of Word, as PDF viewers hand them over. */
const withDashes = (text) => text.replace(/^(\s*)[\uf02d\uf06f\uf076\uf0a7\uf0b7\uf0d8\uf0fc]\s*/gmu, "$1- ");

/** A PDF viewer says the same letters twice, as a page without a single line of its own: then its letters are read. */
const withLines = (html, text) => (text.includes("\n") && !LINES.test(html) ? "" : html);
const LINES = /<(?:address|article|blockquote|br|center|dd|div|dt|h[1-6]|hr|li|ol|p|pre|section|table|td|th|tr|ul)\b/iu;

/** What is typed at such a place comes behind the paste; of two pastes at one place the earlier stands first. */
function waitingAfter(change, was) {
  const { waits, laid: done, end } = change.getMeta(key) ?? {};
  if (!waits && !done && (!was.size || !change.docChanged)) return was;
  const now = new Map();
  for (const [id, place] of was) {
    const isBehind = end !== undefined && id > done && place.from === was.get(done)?.from;
    if (isBehind) now.set(id, { from: end, to: end });
    else if (id !== done) now.set(id, placeAfter(change.mapping, place, -1));
  }
  if (waits) now.set(waits.id, waits);
  return now;
}

function placeAfter(mapping, { from, to }, side) {
  if (from === to) return { from: mapping.map(from, side), to: mapping.map(from, side) };
  const start = mapping.map(from, 1);
  return { from: start, to: Math.max(start, mapping.map(to, -1)) };
}

const isWithinWords = ({ selection: { $from, $to } }) => $from.parent.content.size > $to.pos - $from.pos;

/** Ctrl+Shift+V as a button: the letters of the clipboard as they are, line by line. */
export const pasteRaw = (state, dispatch, view) => {
  navigator.clipboard
    .readText()
    .then((text) => text && lay(view, { ...blocksFromLines(text, { raw: true, level: levelHere(view.state) }), isRaw: true }, text, contexts.get(view)))
    .catch(() => contexts.get(view).tell("Trình duyệt không cho trang này đọc bảng tạm: bấm Ctrl+Shift+V để dán nguyên."));
  return true;
};

/** A few words among others, with the blanks at their ends. */
function layWords(view, said, context) {
  const { text, dropped } = lettersOf(said.replace(/[\t\r]+/gu, " "));
  view.dispatch(pm.history.closeHistory(view.state.tr).insertText(text).setMeta("paste", true).scrollIntoView());
  tell({ dropped }, context);
}

const levelHere = (state) => {
  const line = lineAt(state.selection.$from);
  return line ? levelBelow(line.text, line.place) - 1 : 0;
};

/** The server mends broken lines; where it does not answer, they stay as they are. */
async function layMended(view, text, how, context) {
  const { from, to } = view.state.selection;
  const id = ++pastes;
  view.dispatch(view.state.tr.setMeta(key, { waits: { id, from, to } }));
  const lines = await mended(text, context);
  if (view.isDestroyed) return;
  const caret = stateNow(view).selection;
  const place = key.getState(view.state).get(id) ?? caret;
  const change = view.state.tr;
  const [$from, $to] = [change.doc.resolve(place.from), change.doc.resolve(place.to)];
  const isThere = caret.$from.sameParent($from);
  view.dispatch(change.setSelection(TextSelection.between($from, $to)).setMeta("addToHistory", false));
  lay(view, blocksFromLines(lines, how), text, context, { id, caret: isThere ? null : caret.getBookmark() });
  view.dispatch(view.state.tr.setMeta(key, { laid: id }));
}

async function mended(text, { addresses }) {
  const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value;
  if (!addresses.mend || !token || text.length > LONGEST_SENT || !navigator.onLine) return text;
  try {
    const answer = await fetch(addresses.mend, {
      method: "POST",
      headers: { "X-CSRFToken": token },
      body: new URLSearchParams({ text }),
      redirect: "error",
      signal: AbortSignal.timeout(WAITS),
    });
    return answer.ok ? await answer.text() : text;
  } catch {
    return text;
  }
}

/** What was copied on a sheet; null where there is none that this sheet can read: then its HTML or letters are. */
function sliceFrom(said, { draft }) {
  if (!said) return null;
  try {
    const isForeign = JSON.parse(said).document !== draft.document;
    const slice = Slice.fromJSON(schema, JSON.parse(said, (name, value) => (isForeign && BOUND.has(name) ? undefined : value)));
    linesIn(slice.content).forEach((node) => node.check());
    return slice;
  } catch {
    return null;
  }
}

function layOurs(view, slice, context) {
  const lines = linesIn(slice.content);
  if (isTooMuch(view.state, lines.length)) {
    refuse(linesOf(slice.content).map(({ text }) => text).join("\n"), lines.length, context);
  } else if (!pm.tables.handlePaste(view, null, slice)) {
    const isWords = lines.length < 2 && slice.openStart > 0;
    view.dispatch((isWords ? laidWords(view.state, slice, lines) : laid(pm.history.closeHistory(view.state.tr), lines)).scrollIntoView());
  }
}

/** A stretch within one line comes without what that line was. */
function laidWords(state, slice, [line]) {
  const change = pm.history.closeHistory(state.tr).deleteSelection();
  return change.replaceWith(change.selection.from, change.selection.from, line ? line.content : slice.content);
}

/** Lines and tables of what was copied; words of head and foot as lines. */
function linesIn(content) {
  const lines = [];
  content.descendants((node) => {
    if (node.type === nodes.table || node.type === nodes.line) lines.push(node);
    else if (node.isTextblock && node.content.size) lines.push(nodes.line.create({ key: newKey() }, node.content));
    return !node.isTextblock && node.type !== nodes.table;
  });
  return lines;
}

/**
 * Lays what was read, or refuses it whole when the draft would grow past what it may hold.
 * @param {{id: number, caret: any} | null} waited  of a paste that waited: the caret goes back to where one typed meanwhile
 */
function lay(view, read, text, context, waited = null) {
  if (isTooMuch(view.state, read.blocks.length)) return refuse(text, read.blocks.length, context);
  const { change, done, left } = put(view.state, read, text, context);
  if (change.docChanged) {
    if (waited) change.setMeta(key, { laid: waited.id, end: change.selection.to });
    if (waited?.caret) change.setSelection(waited.caret.map(change.mapping).resolve(change.doc));
    else change.scrollIntoView();
    view.dispatch(change.setMeta("paste", true));
  }
  tell({ ...read, done, left }, context);
}

/** Lines into the text where the caret stands; head and end of a paper to their places. */
function put(state, { blocks, isRaw }, text, { draft }) {
  const change = pm.history.closeHistory(state.tr);
  const { $from } = change.selection;
  const isInTable = $from.parent.type === nodes.cell_paragraph;
  const isInHead = HEADED.has($from.parent.type);
  const on = { typeName: draft.facts?.type_name ?? "", isAtTop: isInHead || isFirst($from) };
  const parts = blocks.length > 1 && !isInTable && !isRaw ? partsIn(blocks, on) : null;
  const isPaper = parts && parts.blocks.length < blocks.length;
  const made = nodesFrom(isPaper ? parts.blocks : blocks);
  if (isInHead && (isPaper || (made.length > 1 && !made.every(isPlain)))) {
    const start = toTheText(change);
    change.setSelection(TextSelection.create(change.doc, start));
  }
  if (made.length) laid(change, made, /^[ \u00a0]/u.test(text), /[ \u00a0]$/u.test(text));
  return { change, ...(isPaper ? putHome(change, parts) : { done: [], left: [] }) };
}

const HEADED = new Set([nodes.title, nodes.addressee, nodes.citation]);

/** The first line of the text, with nothing in it. */
function isFirst($from) {
  const line = lineAt($from);
  return Boolean(line) && !line.node.content.size && children(line.text).slice(0, line.place).every(({ type }) => type === nodes.citation);
}

const isTooMuch = (state, more) => {
  let stands = 0;
  state.doc.descendants((node) => {
    if (node.attrs.key) stands += 1;
    return !node.isTextblock;
  });
  return stands + more > MOST_BLOCKS;
};

/** Nothing is inserted; the words are offered as a file, so that none is lost. */
function refuse(text, count, context) {
  const [many, most] = [count, MOST_BLOCKS].map((number) => number.toLocaleString("vi"));
  const notice = context.tell(
    `Chưa dán: ${many} đoạn, cùng phần đang có, quá ${most} đoạn một văn bản giữ được. ` +
      "Tách thành văn bản khác hoặc dán từng phần. ",
    "seal",
  );
  Promise.resolve(notice).then((shown) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
    link.download = "doan-da-dan.txt";
    link.textContent = "Tải phần vừa dán";
    (shown?.querySelector("p") ?? shown)?.append(link);
  });
}

function tell({ images = 0, dropped = 0, done = [], left: unsaid = [] }, { tell: say }) {
  if (done.length || unsaid.length) say(homeSaid(done, unsaid));
  const left = [];
  if (images) left.push(`${images} ảnh (văn bản hành chính chỉ in chữ và bảng; gửi ảnh kèm riêng)`);
  if (dropped) left.push(`${dropped} hình vẽ nhỏ (emoji)`);
  if (left.length) say(`Đã dán chữ. Không đưa vào: ${left.join("; ")}.`);
}

const homeSaid = (done, left) =>
  [
    done.length && `Đã đưa vào chỗ của nó: ${done.join(", ")}.`,
    left.length && `Không lấy, vì hệ thống tự in hoặc văn bản đã có: ${left.map((line) => `“${line}”`).join("; ")}.`,
    "Ctrl+Z lấy lại như trước khi dán.",
  ]
    .filter(Boolean)
    .join(" ");

// ── Into the document ────────────────────────────────────────────────────────────────────────────

/**
 * @param {any[]} made  lines and tables
 * @param {boolean} begins  with a blank, @param {boolean} ends  with one: words among words
 */
function laid(change, made, begins = false, ends = false) {
  if (!change.selection.empty) change.deleteSelection();
  const { $from } = change.selection;
  const line = lineAt($from);
  if ($from.parent.type === nodes.cell_paragraph) return intoCell(change, $from, made);
  if (!line) return intoWords(change, $from, made);
  if (made.length === 1 && isPlain(made[0])) {
    const blank = (isThere) => (isThere && line.node.content.size ? Fragment.from(schema.text(" ")) : Fragment.empty);
    return change.replaceWith($from.pos, $from.pos, blank(begins).append(made[0].content).append(blank(ends)));
  }
  return intoText(change, line, $from, made);
}

const isPlain = ({ type, attrs }) =>
  type === nodes.line && attrs.type === "paragraph" && !attrs.marker && !attrs.centred;

/** Into a line of text: what stands before the caret goes on with the first paragraph, what stands behind with the last. */
function intoText(change, line, $from, made) {
  const before = line.node.content.cut(0, $from.parentOffset);
  const after = line.node.content.cut($from.parentOffset);
  const rows = [...made];
  const { attrs } = line.node;
  let behind = 0; // the caret
  if (before.size && isPlain(rows[0])) rows[0] = line.node.copy(before.append(rows[0].content));
  else if (before.size) rows.unshift(line.node.copy(before));
  else if (after.size) behind = rows[rows.push(line.node.copy(after)) - 1].nodeSize;
  else if (isPlain(rows[0]) && (attrs.marker || attrs.type !== "paragraph")) rows[0] = line.node.copy(rows[0].content);
  if (before.size && after.size) {
    const last = rows.at(-1);
    const isOneLine = isPlain(last);
    if (isOneLine) rows[rows.length - 1] = last.copy(last.content.append(after));
    else rows.push(nodes.line.create({ key: newKey(), level: levelBelow(line.text, line.place) }, after));
    behind = isOneLine ? after.size : rows.at(-1).nodeSize;
  }
  const end = line.pos + line.node.nodeSize;
  change.replaceWith(line.pos, end, rows);
  const last = line.pos + rows.reduce((sum, node) => sum + node.nodeSize, 0) - behind;
  return change.setSelection(Selection.near(change.doc.resolve(Math.min(last - 1, change.doc.content.size)), -1));
}

function intoCell(change, $from, made) {
  const paragraphs = made.flatMap((node) => (node.type === nodes.table ? rowsAsWords(node) : [withMarker(node)]));
  if (paragraphs.length === 1) return change.replaceWith($from.pos, $from.pos, paragraphs[0]);
  const slice = new Slice(Fragment.from(paragraphs.map((content) => nodes.cell_paragraph.create(null, content))), 1, 1);
  return change.replace($from.pos, $from.pos, slice);
}

function withMarker({ attrs, content }) {
  return attrs.marker ? Fragment.from(schema.text(`${attrs.marker} `)).append(content) : content;
}

const rowsAsWords = (table) =>
  children(table)
    .map((row) => children(row).map((cell) => cell.textBetween(0, cell.content.size, " ")).join(" ").trim())
    .filter(Boolean)
    .map((words) => Fragment.from(schema.text(words)));

/** Into title, citation, recipient or signature: letters alone, a line each where the place holds several. */
function intoWords(change, $from, made) {
  const contents = made.flatMap((node) => (node.type === nodes.table ? rowsAsWords(node) : [withMarker(node)]));
  const lines = contents.map((content) => content.textBetween(0, content.size, " "));
  const holdsMore = ![nodes.title, nodes.signer].includes($from.parent.type);
  if (!holdsMore || lines.length === 1) return change.insertText(lines.join(" "), $from.pos);
  const one = (words) => $from.parent.type.create($from.parent.attrs, words ? schema.text(words) : null);
  return change.replace($from.pos, $from.pos, new Slice(Fragment.from(lines.map(one)), 1, 1));
}
