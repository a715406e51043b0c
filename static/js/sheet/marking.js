/** Meaning hung on words by hand: the words that are selected are a target, this line is a task, these units have it. */

import { pm } from "editor";
import { ask, reasonOf } from "sheet/asking";
import { dataOf, newKey } from "sheet/blocks";
import { stateNow } from "sheet/calm";
import { blockAt, contextOf, declined, keyAt, meaningFrom, stretchesOf, targetsAt, UNITS } from "sheet/meaning";
import { decline, proposalsIn, proposalsOn, take } from "sheet/proposals";

const key = new pm.state.PluginKey("marking");

export const marking = (context) => new pm.state.Plugin({ key, state: { init: () => context, apply: (_, was) => was } });

/** @type {Record<string, [string, Function]>} */
export const MEANING_KEYS = {
  "Alt-Enter": ["Nhận điều đề xuất ở dòng này", takeHere],
  "Alt-Shift-Enter": ["Nhận tất cả đề xuất", takeAll],
  "Alt-k": ["Không phải chỉ tiêu, nhiệm vụ", declineHere],
  "Alt-c": ["Chữ đang chọn là chỉ tiêu", markTarget],
  "Alt-v": ["Dòng này là nhiệm vụ", markAs("task")],
  "Alt-g": ["Đề mục này giao việc cho đơn vị", markAs("charge")],
  "Alt-p": ["Sang ô ý nghĩa bên cạnh", (state, dispatch) => (dispatch ? key.getState(state).toPanel?.() : true) ?? true],
};

const here = (state) => keyAt(state.selection.$head);

function takeHere(state, dispatch, view) {
  const list = proposalsOn(state, here(state));
  if (list.length && dispatch) take(view, list);
  return list.length > 0;
}

export function takeAll(state, dispatch, view) {
  const list = proposalsIn(state);
  if (list.length && dispatch) take(view, list);
  return list.length > 0;
}

/** Of what is proposed here the first; else of what the caret stands on. */
function declineHere(state, dispatch, view) {
  const block = here(state);
  const [proposal] = proposalsOn(state, block);
  const hangs = proposal ? null : hanging(state, block);
  if (!proposal && !hangs) return false;
  if (dispatch && proposal) decline(view, proposal);
  if (dispatch && hangs) dispatch(declined(state, block, ...hangs));
  return true;
}

/** @returns {[string, string?] | null} the kind, and of a target its id */
function hanging(state, block) {
  const found = blockAt(state.doc, block);
  if (!found) return null;
  const { head } = state.selection;
  for (const [id, { spans }] of targetsAt(found.node, found.pos)) {
    if (spans.some(([from, to]) => from <= head && head <= to)) return ["target", id];
  }
  const { task, charge } = found.node.attrs;
  return task ? ["task"] : charge ? ["charge"] : null;
}

// ── By hand ──────────────────────────────────────────────────────────────────────────────────────

function markTarget(state, dispatch, view) {
  const block = here(state);
  const found = blockAt(state.doc, block);
  if (!found) return false;
  const { from, to, empty } = state.selection;
  const proposed = empty ? proposalsOn(state, block).filter(({ kind }) => kind === "target") : [];
  const [start, end] = empty ? wholeOf(found, from) : [from, to];
  if (!proposed.length && start === end) return false;
  if (!dispatch) return true;
  if (proposed.length) return take(view, proposed);
  const id = newKey();
  act(view, block, `marked:${block}:${id}`, (data) => withIdOn(data, found, start, end, id));
  return true;
}

/** Without a selection all words of the line, or of the paragraph of a cell, but for its last sign. */
function wholeOf({ node, pos }, at) {
  const [from, , line] = stretchesOf(node, pos).find(([start, end]) => start <= at && at <= end) ?? [at, at, null];
  return [from, from + (line?.textContent.replace(/[\s;.,]+$/u, "").length ?? 0)];
}

/** The same block, `id` on the runs between two places of the document. */
function withIdOn(data, { node, pos }, start, end, id) {
  const stretches = stretchesOf(node, pos);
  const laid = (runs, [from]) => {
    let at = from;
    return runs.flatMap(([text, bold, italic, ids]) => {
      const [left, right] = [start - at, end - at].map((place) => Math.min(Math.max(place, 0), text.length));
      at += text.length;
      const pieces = [[text.slice(0, left), ids], [text.slice(left, right), [...ids, id]], [text.slice(right), ids]];
      return pieces.filter(([piece]) => piece).map(([piece, on]) => [piece, bold, italic, on]);
    });
  };
  if (!data.cells) return { ...data, runs: laid(data.runs ?? [], stretches[0]) };
  let number = 0;
  const cells = data.cells.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map((runs) => laid(runs, stretches[number++])) }));
  return { ...data, cells };
}

function markAs(kind) {
  return (state, dispatch, view) => {
    const block = here(state);
    const found = blockAt(state.doc, block);
    if (!found || found.node.attrs[kind]) return false;
    if (dispatch) act(view, block, `${kind}:${block}`);
    return true;
  };
}

/**
 * An act that the server knows how to do (plans/drafting/acts.py), on the line as it stands here; the answer is one
 * change of the document.
 */
export async function act(view, block, what, prepared = (data) => data) {
  const context = key.getState(view.state);
  const blocks = contextOf(view.state.doc, new Set([block])).map((data) => (data.key === block ? prepared(data) : data));
  const answer = await ask(context.addresses.margin, { blocks, keys: [block], act: what });
  if (answer.status !== 200) return void context.tell(reasonOf(answer));
  applied(view, context, answer.told);
}

/** @returns {boolean} whether the line still had the words that were sent */
export function applied(view, context, { block, units }) {
  const change = meaningFrom(stateNow(view), block);
  if (!change) {
    context.tell("Chữ của đoạn vừa đổi: làm lại một lần nữa.");
    return false;
  }
  view.dispatch(pm.history.closeHistory(change).setMeta(UNITS, units ?? {}));
  return true;
}

/** The line under the caret as data, for what looks at it whole. */
export const lineData = (state, block) => {
  const found = blockAt(state.doc, block);
  return found ? dataOf(found.node) : null;
};
