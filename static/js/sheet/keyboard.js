/** The keyboard as in Word. Each key is one step that Ctrl+Z takes back. */

import { pm } from "editor";
import { isCalm } from "sheet/calm";
import { children, newKey } from "sheet/blocks";
import { isTitle, markedLine } from "sheet/kinds";
import { asKind, bare, become, deeper, levelBelow, lineAt, make, move, newPart, renumber, shallower, shift } from "sheet/lines";
import { nextMarker } from "sheet/numbering";
import { pastTable } from "sheet/tables";
import { schema } from "sheet/schema";

const { nodes, marks } = schema;
const { TextSelection, Selection, AllSelection } = pm.state;
const { chainCommands, toggleMark } = pm.commands;
const { undo, redo, closeHistory } = pm.history;
const { Fragment } = pm.model;
const key = new pm.state.PluginKey("keyboard"); // whether the kind of document rests on grounds

/** Letters alone: one paragraph of them after another. */
const LISTED = new Set([nodes.citation, nodes.addressee, nodes.recipient, nodes.signature_line]);
const NO_MEANING = { task: null, charge: null, source: null, declined: null, more: null };

// ── Enter ────────────────────────────────────────────────────────────────────────────────────────

const enter = asOneStep(chainCommands(
  removeAcross, endList, typedHeading, typedGround, splitLine, endGrounds, splitListed, toGrounds, leaveHead, splitCell,
));

/** However fast somebody types on, one step back takes no more than one line. */
function asOneStep(command) {
  return (state, dispatch, view) => command(state, dispatch && ((change) => dispatch(closeHistory(change))), view);
}

/** Enter on an empty marked line ends the list. */
function endList(state, dispatch) {
  const line = lineAt(state.selection.$head);
  if (!line || line.node.content.size || !line.node.attrs.marker || line.node.attrs.type === "annex") return false;
  dispatch?.(become(state.tr, line, bare));
  return true;
}

/** "Chương I", "Phụ lục": known only when the line is done, for a sentence may begin so. */
function typedHeading(state, dispatch) {
  const { $head, empty } = state.selection;
  const line = lineAt($head);
  if (!line || !empty || line.node.attrs.marker || line.node.attrs.type !== "paragraph") return false;
  if ($head.parentOffset < line.node.content.size) return false;
  const said = markedLine(line.node.textContent);
  if (said.type !== "chapter" && said.type !== "annex") return false;
  if (dispatch) {
    const cut = line.node.content.size - said.text.length;
    const change = become(closeHistory(state.tr), line, said).delete(line.pos + 1, line.pos + 1 + cut);
    if (said.text) splitAt(change, change.mapping.map($head.pos), { ...line, node: change.doc.nodeAt(line.pos) });
    dispatch(change.scrollIntoView());
  }
  return true;
}

/** "Căn cứ …;" before any other line is what the document rests on. */
function typedGround(state, dispatch) {
  const { $head, empty } = state.selection;
  const line = lineAt($head);
  if (!line || !empty || line.text.type !== nodes.body || $head.parentOffset < line.node.content.size) return false;
  const isFirst = children(line.text).slice(0, line.place).every(({ type }) => type === nodes.citation);
  if (!isFirst || line.node.attrs.marker || !GROUND.test(line.node.textContent)) return false;
  if (dispatch) {
    const ground = nodes.citation.create(null, schema.text(line.node.textContent));
    const next = nodes.line.create({ key: newKey(), level: 1 });
    const change = closeHistory(state.tr).replaceWith(line.pos, line.pos + line.node.nodeSize, [ground, next]);
    const at = line.pos + ground.nodeSize + 1;
    dispatch(change.setSelection(TextSelection.create(change.doc, at)).scrollIntoView());
  }
  return true;
}

const GROUND = /^(?:Căn cứ|Theo đề nghị|Xét đề nghị|Thực hiện)\s.*;$/u;

function splitLine(state, dispatch) {
  const { $from, $to } = state.selection;
  const line = lineAt($from);
  if (!line || !$from.sameParent($to)) return false;
  if (dispatch) {
    const change = state.tr.deleteSelection();
    splitAt(change, $from.pos, { ...line, node: change.doc.nodeAt(line.pos) });
    dispatch(change.scrollIntoView());
  }
  return true;
}

function splitAt(change, at, line) {
  const isAtEnd = at === line.pos + 1 + line.node.content.size;
  const isAtStart = at === line.pos + 1 && !isAtEnd;
  const attrs = { ...line.node.attrs, ...NO_MEANING, ...(isAtStart ? {} : following(line, isAtEnd)), key: newKey() };
  if (isAtStart) {
    change.insert(line.pos, nodes.line.create(startedAbove(line)));
    return;
  }
  change.split(at, 1, [{ type: nodes.line, attrs }]);
  const made = change.mapping.maps.length && lineAt(change.doc.resolve(Math.min(at + 2, change.doc.content.size)));
  if (made && attrs.type === "paragraph" && line.node.attrs.type !== "paragraph") {
    change.setNodeAttribute(made.pos, "level", levelBelow(made.text, made.place));
  }
}

/** Enter before the first letter: an empty line above, of the same list. */
function startedAbove({ node }) {
  const { type, marker, level } = node.attrs;
  return { type: type === "paragraph" ? type : "paragraph", marker: type === "paragraph" ? marker : "", level, key: newKey() };
}

/** A list goes on with the next marker; what follows a title is a paragraph. */
function following({ node }, isAtEnd) {
  const { type, marker, centred } = node.attrs;
  if (type === "clause" && marker) return { marker: nextMarker(marker) };
  if (type === "article" && !(isAtEnd && isTitle(node.textContent))) return { marker: nextMarker(marker) };
  if (type === "paragraph") return { centred: centred && !isAtEnd };
  if (isAtEnd || type === "annex") return { ...bare, centred: false, landscape: false };
  return { marker: nextMarker(marker) };
}

/** A citation, a recipient, a line of the signature: the next of its kind; an empty last citation becomes the text. */
function splitListed(state, dispatch) {
  const { $from, $to } = state.selection;
  if (!LISTED.has($from.parent.type) || !$from.sameParent($to)) return false;
  const isEmptyCitation = $from.parent.type === nodes.citation && !$from.parent.content.size;
  if (isEmptyCitation) return citationBecomesText(state, dispatch);
  if (dispatch) {
    const change = state.tr.deleteSelection();
    const attrs = $from.parent.attrs.more === undefined ? null : { ...$from.parent.attrs, more: null };
    change.split($from.pos, 1, [{ type: $from.parent.type, attrs }]);
    dispatch(change.scrollIntoView());
  }
  return true;
}

function citationBecomesText(state, dispatch) {
  const { $from } = state.selection;
  const after = $from.after();
  if (state.doc.resolve(after).nodeAfter?.type === nodes.citation) return false;
  if (dispatch) {
    const line = nodes.line.create({ key: newKey(), level: 1 });
    const change = state.tr.replaceWith($from.before(), after, line);
    dispatch(change.setSelection(TextSelection.create(change.doc, $from.before() + 1)).scrollIntoView());
  }
  return true;
}

/** Behind the last ground: a full stop ends them, and what ends with a colon is the text. */
function endGrounds(state, dispatch) {
  const ground = lastGround(state.selection);
  if (!ground) return false;
  const isOne = !ground.node.textContent.endsWith(":");
  if (isOne && !ground.node.textContent.endsWith(".")) return false;
  if (dispatch) {
    const change = closeHistory(state.tr);
    if (!isOne) change.replaceWith(ground.pos, ground.end, nodes.line.create({ key: newKey(), level: 1 }, ground.node.content));
    const next = change.doc.nodeAt(ground.end);
    const isFree = next?.type === nodes.line && !next.content.size && !next.attrs.marker;
    if (!isFree) change.insert(ground.end, nodes.line.create({ key: newKey(), level: 1 }));
    dispatch(change.setSelection(TextSelection.create(change.doc, ground.end + 1)).scrollIntoView());
  }
  return true;
}

/** The last ground, with the caret behind its words; null elsewhere. */
function lastGround({ $head, empty }) {
  const node = $head.parent;
  if (!empty || node.type !== nodes.citation || !node.content.size || $head.parentOffset < node.content.size) return null;
  const end = $head.after();
  return $head.doc.resolve(end).nodeAfter?.type === nodes.citation ? null : { node, pos: $head.before(), end };
}

/** From the title to a first ground, where the kind of document rests on some and has none yet. */
function toGrounds(state, dispatch) {
  const { $head } = state.selection;
  if ($head.parent.type !== nodes.title || !key.getState(state)) return false;
  const at = $head.after(2) + 1;
  if ($head.node(2).childCount > 1 || state.doc.nodeAt(at)?.type === nodes.citation) return false;
  if (dispatch) {
    const change = closeHistory(state.tr).insert(at, nodes.citation.create());
    dispatch(change.setSelection(TextSelection.create(change.doc, at + 1)).scrollIntoView());
  }
  return true;
}

/** From the title to what comes below it. */
function leaveHead(state, dispatch) {
  const { $head } = state.selection;
  if ($head.parent.type !== nodes.title && $head.parent.type !== nodes.signer) return false;
  const next = Selection.findFrom(state.doc.resolve($head.after()), 1, true);
  if (next) dispatch?.(state.tr.setSelection(next).scrollIntoView());
  return true;
}

function splitCell(state, dispatch) {
  if (state.selection.$head.parent.type !== nodes.cell_paragraph) return false;
  return pm.commands.splitBlock(state, dispatch);
}

// ── Backspace and Delete ─────────────────────────────────────────────────────────────────────────

const isAtStart = ({ selection: { empty, $head } }) => empty && $head.parentOffset === 0;

/** At the start: the marker goes first, then the line joins the one above. */
function takeMarkerAway(state, dispatch) {
  const line = lineAt(state.selection.$head);
  if (!line || !isAtStart(state)) return false;
  if (line.node.attrs.type === "paragraph" && !line.node.attrs.marker) return false;
  dispatch?.(become(closeHistory(state.tr), line, bare).scrollIntoView());
  return true;
}

function joinAbove(state, dispatch) {
  if (!isAtStart(state)) return false;
  const { $head } = state.selection;
  if ($head.depth < 2 || $head.parent.type === nodes.cell_paragraph) return false;
  const $start = state.doc.resolve($head.before());
  return joined(state, dispatch, $start.nodeBefore, $head.parent, $start.pos);
}

function joinBelow(state, dispatch) {
  const { $head, empty } = state.selection;
  if (!empty || $head.parentOffset < $head.parent.content.size || $head.parent.type === nodes.cell_paragraph) return false;
  const $end = state.doc.resolve($head.after());
  return joined(state, dispatch, $head.parent, $end.nodeAfter, $end.pos);
}

/** The upper survives and takes over what hangs on the lower; an empty one gives way. */
function joined(state, dispatch, upper, lower, at) {
  if (!upper || !lower) return true;
  const change = state.tr;
  if (upper.type === lower.type && upper.isTextblock) {
    if (upper.content.size || !lower.content.size || upper.attrs.marker) joinLines(change, upper, lower, at);
    else change.delete(at - upper.nodeSize, at);
  } else if (!lower.content.size && lower.isTextblock && canGo(change.doc.resolve(at), lower)) {
    change.delete(at, at + lower.nodeSize).setSelection(Selection.near(change.doc.resolve(at), -1));
  } else if (!upper.content.size && upper.isTextblock && canGo(change.doc.resolve(at - upper.nodeSize), upper)) {
    change.delete(at - upper.nodeSize, at);
  } else {
    const isUp = state.selection.head > at;
    change.setSelection(Selection.near(change.doc.resolve(at), isUp ? -1 : 1));
  }
  dispatch?.(change.scrollIntoView());
  return true;
}

function joinLines(change, upper, lower, at) {
  if (upper.type === nodes.line) {
    const taken = { task: upper.attrs.task ?? lower.attrs.task, charge: upper.attrs.charge ?? lower.attrs.charge };
    change.setNodeMarkup(at - upper.nodeSize, null, { ...upper.attrs, ...taken });
  }
  change.join(at);
}

/** Whether a parent can do without this child: a text keeps a line. */
function canGo($before, node) {
  const { parent } = $before;
  return parent.canReplace($before.index(), $before.index() + 1) && (node.type !== nodes.line || countLines(parent) > 1);
}

const countLines = (text) => children(text).filter(({ type }) => type === nodes.line || type === nodes.table).length;

/** What was chosen across head, text and foot goes word by word: none of the three may swallow another. */
function removeAcross(state, dispatch) {
  const { $from, $to, empty } = state.selection;
  if (empty || (!(state.selection instanceof AllSelection) && $from.sharedDepth($to.pos) >= $from.depth - 1)) return false;
  if (state.selection instanceof TextSelection && isOneText($from, $to)) return false;
  if (dispatch) dispatch(withoutChosen(state).scrollIntoView());
  return true;
}

function isOneText($from, $to) {
  const shared = $from.node($from.sharedDepth($to.pos));
  const ends = [$from.parent, $to.parent];
  return (shared.type === nodes.body || shared.type === nodes.annex) && ends.every(({ type }) => type === nodes.line);
}

function withoutChosen(state) {
  const change = state.tr;
  const { from, to } = state.selection;
  const pieces = [];
  state.doc.nodesBetween(from, to, (node, pos) => {
    if (node.isTextblock) pieces.push([node, pos]);
  });
  for (const [node, pos] of pieces.reverse()) {
    const [start, end] = [Math.max(from, pos + 1), Math.min(to, pos + 1 + node.content.size)];
    if (end > start) change.delete(start, end);
    if (from <= pos + 1 && to >= pos + node.nodeSize - 1) leaveOut(change, pos);
  }
  return change.setSelection(Selection.near(change.doc.resolve(change.mapping.map(from)), 1));
}

/** A line of which nothing is left goes; the last one of a text stays, without what it was. */
function leaveOut(change, pos) {
  const $at = change.doc.resolve(pos);
  const node = $at.nodeAfter;
  if (node.type === nodes.cell_paragraph) return;
  if (canGo($at, node)) change.delete(pos, pos + node.nodeSize);
  else if (node.type === nodes.line) change.setNodeMarkup(pos, null, { key: node.attrs.key, level: 1 });
}

const backspace = chainCommands(removeAcross, pm.commands.deleteSelection, takeMarkerAway, joinAbove);
const remove = chainCommands(removeAcross, pm.commands.deleteSelection, joinBelow);

// ── Typing ───────────────────────────────────────────────────────────────────────────────────────

const BEGINNINGS = /^(?:[IVXLC]{1,7}\.|\d{1,2}(?:\.\d{1,2}){0,3}[.)]|[a-zđ]\)|[-–—+•*]|Điều \d{1,3}[a-zđ]?[.:])$/iu;
const CHAPTERS = /^(?:Chương|Phần|Mục) (?:[IVXLC]{1,7}|\d{1,3})[.:]? $/iu;
const DASHES = { "–": "-", "—": "-", "•": "-", "*": "-" };

/** "1. ", "- ", "Điều 2. " at the start of a line make it what they say, before the blank is there. */
function typedBeginning(view, from, to, typed) {
  const { state } = view;
  if (typed === ":" && typedOpening(view)) return true;
  if (!view.composing && removeAcross(state)) {
    view.dispatch(withoutChosen(state).insertText(typed).scrollIntoView());
    return true;
  }
  if (view.composing || from !== to) return false;
  const $at = state.doc.resolve(from);
  const line = lineAt($at);
  if (!line || line.node.attrs.type === "annex") return false;
  const before = line.node.textBetween(0, $at.parentOffset);
  const said = typed === " " ? begun(before) : chapter(before, typed);
  if (!said) return false;
  const change = become(closeHistory(typed === " " ? state.tr : state.tr.insertText(typed, from)), line, said);
  change.delete(line.pos + 1, line.pos + 1 + before.length);
  view.dispatch(change);
  return true;
}

/** "… xây dựng Kế hoạch như sau:" behind the grounds is none of them. */
function typedOpening(view) {
  const { state } = view;
  const ground = view.composing ? null : lastGround(state.selection);
  if (!ground || !/(?:như sau|sau đây)$/u.test(ground.node.textContent)) return false;
  const words = ground.node.content.append(Fragment.from(schema.text(":")));
  const change = closeHistory(state.tr).replaceWith(ground.pos, ground.end, nodes.line.create({ key: newKey(), level: 1 }, words));
  view.dispatch(change.setSelection(TextSelection.create(change.doc, ground.end)).scrollIntoView());
  return true;
}

function begun(before) {
  if (!BEGINNINGS.test(before)) return null;
  const { type, marker } = markedLine(`${before} A`);
  return marker ? { type, marker: DASHES[marker] ?? marker } : null;
}

/** "Chương I Q…": a chapter when a title begins, a sentence when it goes on in small letters. */
function chapter(before, typed) {
  if (!CHAPTERS.test(before) || typed === typed.toLowerCase()) return null;
  const { type, marker } = markedLine(before + typed);
  return type === "chapter" ? { type, marker } : null;
}

/** Input methods hand over whole words: what they made of the line is read when they are done. */
function readComposed(view) {
  const { $head, empty } = view.state.selection;
  const line = lineAt($head);
  if (!line || !empty || line.node.attrs.marker || line.node.attrs.type !== "paragraph") return;
  const blank = line.node.textContent.indexOf(" ");
  const before = line.node.textContent.slice(0, blank);
  const said = blank > 0 && $head.parentOffset > blank && begun(before);
  if (!said) return;
  view.dispatch(become(closeHistory(view.state.tr), line, said).delete(line.pos + 1, line.pos + 2 + blank));
}

// ── All keys ─────────────────────────────────────────────────────────────────────────────────────

const inTable = (command) => (state, dispatch, view) => pm.tables.isInTable(state) && command(state, dispatch, view);
const always = (command) => (state, dispatch, view) => command(state, dispatch, view) || true;

/** Shift+Enter: a new line without a marker. */
function plainLine(state, dispatch) {
  return splitLine(state, dispatch && ((change) => {
    const line = lineAt(change.selection.$head);
    dispatch(line && line.node.attrs.marker ? change.setNodeMarkup(line.pos, null, asKind(line, bare)) : change);
  }));
}

/** @type {Record<string, [string, Function]>} key → what it is called, what it does */
export const KEYS = {
  Enter: ["Dòng mới, mục tiếp theo; ở mục trống: thôi danh sách", always(enter)],
  "Shift-Enter": ["Dòng mới không đánh số", chainCommands(plainLine, always(enter))],
  "Mod-Enter": ["Phần mới", newPart],
  ArrowDown: ["Dưới bảng cuối: dòng mới để gõ", pastTable(1)],
  ArrowUp: ["Trên bảng đầu: dòng mới để gõ", pastTable(-1)],
  Backspace: ["Ở đầu dòng: bỏ số, rồi nối vào dòng trên", backspace],
  Delete: ["Ở cuối dòng: nối dòng dưới", remove],
  Tab: ["Xuống một bậc; trong bảng: ô sau", chainCommands(inTable(nextCell(1)), shift(deeper), () => true)],
  "Shift-Tab": ["Lên một bậc; trong bảng: ô trước", chainCommands(inTable(nextCell(-1)), shift(shallower), () => true)],
  "Mod-b": ["Đậm", toggleMark(marks.bold)],
  "Mod-i": ["Nghiêng", toggleMark(marks.italic)],
  "Mod-z": ["Hoàn tác", undo],
  "Mod-y": ["Làm lại", redo],
  "Mod-Shift-z": ["Làm lại", redo],
  "Alt-ArrowUp": ["Chuyển đoạn lên, cùng những gì dưới đề mục", move(-1)],
  "Alt-ArrowDown": ["Chuyển đoạn xuống", move(1)],
  "Mod-Alt-1": ["Phần (I.)", make("part")],
  "Mod-Alt-2": ["Khoản (1.)", make("clause")],
  "Mod-Alt-3": ["Điều", make("article")],
  "Mod-Alt-4": ["Chương", make("chapter")],
  "Mod-Alt-0": ["Đoạn thường", make("paragraph")],
  "Mod-Shift-l": ["Gạch đầu dòng", make("paragraph", "-")],
  "Mod-a": ["Chọn cả phần chữ; lần nữa: cả văn bản", chooseText],
  "Mod-e": ["Căn giữa", centre],
  "Mod-Shift-n": ["Đánh số lại", renumber],
};

function nextCell(way) {
  return (state, dispatch) => {
    if (pm.tables.goToNextCell(way)(state, dispatch)) return true;
    if (way < 0) return true;
    return pm.tables.addRowAfter(state, dispatch && ((change) => {
      const table = pm.tables.findTable(change.selection.$head);
      const at = table.pos + table.node.nodeSize - 1 - table.node.lastChild.nodeSize;
      dispatch(change.setSelection(Selection.near(change.doc.resolve(at + 1), 1)).scrollIntoView());
    }));
  };
}

/** The lines of the text first: title, citations and signature are seldom meant. */
function chooseText(state, dispatch) {
  const { $head, from, to } = state.selection;
  const depth = Array.from({ length: $head.depth }, (_, at) => at + 1).find((at) => TEXTS.has($head.node(at).type));
  if (!depth) return pm.commands.selectAll(state, dispatch);
  const text = $head.node(depth);
  let start = $head.start(depth);
  for (const node of children(text)) {
    if (node.type !== nodes.citation) break;
    start += node.nodeSize;
  }
  const whole = TextSelection.between(state.doc.resolve(start + 1), state.doc.resolve($head.end(depth) - 1));
  if (from === whole.from && to === whole.to) return pm.commands.selectAll(state, dispatch);
  dispatch?.(state.tr.setSelection(whole));
  return true;
}

const TEXTS = new Set([nodes.body, nodes.annex]);

function centre(state, dispatch) {
  const line = lineAt(state.selection.$head);
  if (!line) return false;
  dispatch?.(state.tr.setNodeAttribute(line.pos, "centred", !line.node.attrs.centred));
  return true;
}

export const keyboard = (context) => {
  const pressed = pm.keymap.keydownHandler(
    Object.fromEntries(Object.entries(KEYS).map(([name, [, command]]) => [name, command])),
  );
  return new pm.state.Plugin({
    key,
    state: { init: () => context.draft.facts?.cites ?? false, apply: (_, was) => was },
    props: {
      handleKeyDown: (view, event) => !event.isComposing && pressed(view, event),
      handleTextInput: typedBeginning,
      handleDOMEvents: {
        compositionend(view) {
          setTimeout(() => !view.isDestroyed && isCalm(view) && readComposed(view), 320);
          return false;
        },
        compositionstart(view) {
          removeAcross(view.state, view.dispatch);
          return false;
        },
      },
    },
  });
};
