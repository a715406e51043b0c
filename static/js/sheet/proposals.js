/**
 * What the words propose to be: shown beside them, hollow, until a person takes it or says that it is not so.
 * The server reads the lines that changed, 600 ms after the last key; never a word is changed, and the caret's line is
 * not even decorated while an input method composes there.
 */

import { pm } from "editor";
import { ask } from "sheet/asking";
import { byLine } from "sheet/by_line";
import { CALM, caretLine, isCalm, stateNow } from "sheet/calm";
import { blockAt, contextOf, declined, spansOf, stretchesOf, targetsAt, touched, UNITS, withTarget } from "sheet/meaning";
import { schema } from "sheet/schema";

const { Decoration, DecorationSet } = pm.view;
const AFTER = 600; // ms without a key

/** Meta: {list, keys}: what was answered about these blocks (`keys` null: about all). */
const TOLD = "proposals told";
const key = new pm.state.PluginKey("proposals");

/**
 * @typedef {{block: string, kind: "target" | "task" | "charge", mark: object, stretches: any[], words: string}} Proposal
 *   `words`: of the block when it was asked about; other words, other proposals
 */

/** @returns {Proposal[]} in the order in which they were told */
export const proposalsIn = (state) => key.getState(state)?.list ?? [];

export const proposalsOn = (state, block) => proposalsIn(state).filter((one) => one.block === block);

export const proposals = (context) =>
  new pm.state.Plugin({
    key,
    state: {
      init: () => ({ list: [], set: DecorationSet.empty }),
      apply(change, was, before, state) {
        let { list } = was;
        const told = change.getMeta(TOLD);
        if (told) list = [...list.filter(({ block }) => told.keys && !told.keys.has(block)), ...told.list];
        if (change.docChanged || told) list = list.filter((one) => stillSo(state.doc, one));
        if (list.length === was.list.length && !told) list = was.list;
        if (list === was.list && !change.docChanged && !change.getMeta(CALM)) return was;
        const view = context.view();
        const held = view && !isCalm(view) ? caretLine(state) : null;
        return { list, set: held ? was.set.map(change.mapping, change.doc) : decorated(state.doc, list) };
      },
    },
    props: { decorations: (state) => key.getState(state).set },
    view: (view) => asking(context, view),
  });

const seen = new WeakMap(); // proposal → the node it was last found true of, and what is lit there

/** Whether the block still stands there in the words that were asked about, and carries nothing of the kind. */
function stillSo(doc, one) {
  const found = blockAt(doc, one.block);
  if (!found) return false;
  if (seen.get(one)?.node === found.node) return true;
  if (!isFree(found, one)) return false;
  seen.set(one, { node: found.node, lit: one.kind === "target" ? litIn(found.node, one) : [] });
  return true;
}

function isFree({ node, pos }, { kind, mark, words }) {
  if (wordsAt({ node, pos }) !== words) return false;
  const { attrs } = node;
  if (attrs.declined?.includes(kind)) return false;
  return kind === "target" ? !targetsAt(node, pos).has(mark.id) : !attrs.task && !attrs.charge;
}

const wordsAt = ({ node, pos }) => stretchesOf(node, pos).map(([, , line]) => line.textContent).join("\n");

/** Counted from the first letter of the line or row. */
const litIn = (node, { stretches, mark }) =>
  (spansOf(node, -1, stretches, mark.id) ?? []).map(([from, to]) => Decoration.inline(from, to, { class: "proposed" }));

function decorated(doc, list) {
  const lit = new Map(); // line or row → what is lit in it
  for (const one of list) {
    const { node, lit: spans } = seen.get(one) ?? {};
    if (spans?.length) lit.set(node, [...(lit.get(node) ?? []), ...spans]);
  }
  if (!lit.size) return DecorationSet.empty;
  return byLine(doc, (node) => ({ within: node.type === schema.nodes.table ? inTable(node, lit) : withinOf(node, lit.get(node)) }));
}

const drawn = new WeakMap(); // line → {spans, set}: a set stays the same as long as what is lit does

function withinOf(node, spans) {
  if (!spans) return undefined;
  const was = drawn.get(node);
  if (was?.spans.length === spans.length && spans.every((one, place) => one === was.spans[place])) return was.set;
  drawn.set(node, { spans, set: DecorationSet.create(node, spans) });
  return drawn.get(node).set;
}

function inTable(table, lit) {
  const made = [];
  table.forEach((row, offset) => {
    for (const { from, to } of lit.get(row) ?? []) made.push(Decoration.inline(offset + 1 + from, offset + 1 + to, { class: "proposed" }));
  });
  return DecorationSet.create(table, made);
}

// ── Taking and declining ─────────────────────────────────────────────────────────────────────────

/** One change for all of them; Ctrl+Z takes it back at once. */
export function take(view, list) {
  const { state } = view;
  const change = list.reduce((one, proposal) => taken(one, state.doc, proposal), state.tr);
  if (!change.docChanged) return false;
  view.dispatch(pm.history.closeHistory(change));
  return true;
}

function taken(change, doc, { block, kind, mark, stretches }) {
  const found = blockAt(doc, block);
  if (!found) return change;
  if (kind !== "target") return change.setNodeAttribute(found.pos, kind, mark);
  return withTarget(change, spansOf(found.node, found.pos, stretches, mark.id) ?? [], mark);
}

/** Says of a block once and for all that it is none. */
export function decline(view, { block, kind }) {
  const change = declined(view.state, block, kind);
  if (change) view.dispatch(change);
}

// ── Asking ───────────────────────────────────────────────────────────────────────────────────────

function asking(context, view) {
  let waiting = new Set();
  let timer = 0;
  let isBusy = false;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(go, AFTER);
  };

  async function go() {
    if (isBusy || view.isDestroyed || !waiting.size) return;
    if (!isCalm(view)) return later();
    const keys = waiting;
    waiting = new Set();
    isBusy = true;
    await tellOf(keys);
    isBusy = false;
    if (waiting.size) later();
  }

  async function tellOf(keys) {
    const asked = view.state.doc;
    const data = { blocks: contextOf(asked, keys), keys: [...keys] };
    const { status, told } = await ask(context.addresses.proposals, data);
    if (status !== 200) return status || keys.forEach((one) => waiting.add(one)); // the line is down: asked again with the next change
    show(told, keys, asked);
  }

  function show(told, keys, asked) {
    const list = told.proposals.map((one) => ({ ...one, words: wordsAt(blockAt(asked, one.block)) }));
    const state = stateNow(view);
    const now = list.filter((one) => stillSo(state.doc, one));
    view.dispatch(state.tr.setMeta(TOLD, { list: now, keys }).setMeta(UNITS, told.units).setMeta("addToHistory", false));
  }

  async function first() {
    const asked = view.state.doc;
    const { status, told } = await ask(context.addresses.proposals, {});
    if (status !== 200 || view.isDestroyed) return;
    const known = told.proposals.filter(({ block }) => blockAt(asked, block));
    show({ ...told, proposals: known }, null, asked);
  }

  setTimeout(first);
  return {
    update(_, before) {
      if (before.doc === view.state.doc) return;
      for (const one of touched(before.doc, view.state.doc)) waiting.add(one);
      later();
    },
    destroy: () => clearTimeout(timer),
  };
}
