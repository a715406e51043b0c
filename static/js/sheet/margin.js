/**
 * The margin says what a line means: a figure for a target, who and when for a task, a shape for a finding; what is only
 * proposed stands there hollow. Notes are buttons on a layer beside the paper: the words under the caret are not touched.
 */

import { pm } from "editor";
import { blocksOf } from "sheet/blocks";
import { chargeChip, chipOf, figureOf } from "sheet/figures";
import { findingsIn, SHAPES } from "sheet/findings";
import { targetsAt, UNITS } from "sheet/meaning";
import { proposalsIn, take } from "sheet/proposals";
import { schema } from "sheet/schema";

const { nodes } = schema;
const key = new pm.state.PluginKey("margin");
const WIDE = 150; // px beside the sheet from which notes stand there; else in the paper's own left margin
const APART = 4; // px between two rows of notes
const REST = 120; // ms after a letter: the notes are measured when the hand rests, not between two letters
/** Where findings of head and foot stand. */
const HEADS = {
  identity: ".title",
  citations: ".citation, .text",
  body: ".text",
  recipients: ".recipient, .foot-words",
  signature: ".signature-line, .signer",
};

/** Names of units by their ids, as far as anything on the sheet names them. */
const unitsIn = (state) => key.getState(state).units;

export const margin = (context) =>
  new pm.state.Plugin({
    key,
    state: {
      init: () => ({ units: context.draft.units ?? {} }),
      apply(change, was) {
        const told = change.getMeta(UNITS);
        return told ? { units: { ...was.units, ...told } } : was;
      },
    },
    view: (view) => layer(context, view),
  });

/** What the notes are made of beside the words. */
const TOLD = [unitsIn, proposalsIn, findingsIn];

// ── What stands beside each line ─────────────────────────────────────────────────────────────────

/**
 * @typedef {{block: string, tone: string, text: string, label: string, takes?: object}} Note
 * @returns {Map<string, Note[]>} by key of its block, in the order of the paper
 */
function notesOf(state, context) {
  const notes = new Map();
  const put = (block, note) => notes.set(block, [...(notes.get(block) ?? []), { block, ...note }]);
  const units = unitsIn(state);
  const year = context.draft.facts?.period_to;
  for (const [block, node, pos] of blocksOf(state.doc)) {
    if (node.type === nodes.table) continue;
    for (const { data } of targetsAt(node, pos).values()) put(block, target(data));
    const { task, charge } = node.attrs;
    if (task) put(block, { tone: "task", text: chipOf(task, units, year), label: "Nhiệm vụ" });
    if (charge) put(block, { tone: "task", text: `${chargeChip(charge, units)} ▾`, label: "Đề mục giao việc" });
  }
  for (const one of proposalsIn(state)) put(one.block, proposed(one, units, year));
  for (const [block, found] of byBlock(findingsIn(state))) {
    put(block, { tone: found[0].severity, text: shapes(found), label: found.map(({ label, message }) => `${label}: ${message}`).join(" ") });
  }
  return notes;
}

const target = (data) => ({ tone: "target", text: figureOf(data), label: `Chỉ tiêu: ${data.sentence ?? ""}` });

function proposed(one, units, year) {
  const text = { target: figureOf, task: (mark) => chipOf(mark, units, year), charge: (mark) => chargeChip(mark, units) }[one.kind](one.mark);
  const kind = { target: "chỉ tiêu", task: "nhiệm vụ", charge: "giao việc" }[one.kind];
  return { tone: "proposal", text: `${text}?`, label: `Nhận là ${kind}: ${text}`, takes: one };
}

function byBlock(found) {
  const groups = new Map();
  for (const one of found) if (one.key) groups.set(one.key, [...(groups.get(one.key) ?? []), one]);
  return groups;
}

const shapes = (found) => (found.length > 1 ? `${SHAPES[found[0].severity]} ${found.length}` : SHAPES[found[0].severity]);

// ── The layer ────────────────────────────────────────────────────────────────────────────────────

function layer(context, view) {
  const place = document.getElementById("margin");
  let frame = 0;
  let rest = 0;
  let shown = new Map(); // key of a block → {said, box}
  const later = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(draw);
  };

  function draw() {
    if (view.isDestroyed) return;
    const now = new Map();
    for (const [block, notes] of notesOf(view.state, context)) {
      const said = JSON.stringify(notes.map(({ takes, ...note }) => [note, takes?.mark.id]));
      const old = shown.get(block);
      now.set(block, old?.said === said ? old : { said, box: boxOf(block, notes) });
    }
    for (const [block, { box }] of shown) if (now.get(block)?.box !== box) box.remove();
    shown = now;
    lay();
  }

  /** The notes of one block in a row. */
  function boxOf(block, notes) {
    const box = document.createElement("div");
    box.className = "notes-of-line";
    box.dataset.block = block;
    box.append(...notes.map(noteOf));
    return box;
  }

  function noteOf(note) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "note";
    button.dataset.tone = note.tone;
    button.textContent = note.text;
    button.title = note.label;
    button.setAttribute("aria-label", note.takes || note.tone in SHAPES ? note.label : `${note.label} ${note.text}`);
    button.addEventListener("mousedown", (event) => event.preventDefault()); // the caret stays where it is
    button.addEventListener("click", () => (note.takes ? take(view, [note.takes]) : context.show(note.block)));
    return button;
  }

  /** Each row beside its line, none upon another: measured all at once, then set. */
  function lay() {
    const home = place.parentElement.getBoundingClientRect();
    const paper = (view.dom.querySelector(".sheet") ?? view.dom).getBoundingClientRect();
    const isWide = home.right - paper.right >= WIDE;
    place.dataset.stands = isWide ? "beside" : "inside";
    place.style.left = `${(isWide ? paper.right : paper.left) - home.left}px`;
    const lines = new Map([...view.dom.querySelectorAll("[data-key]")].map((line) => [line.dataset.key, line]));
    const topOf = (block) => (lines.get(block) ?? view.dom.querySelector(HEADS[block] ?? "nothing"))?.getBoundingClientRect().top;
    const rows = [...shown].map(([block, { box }]) => ({ box, top: topOf(block) })).filter(({ top }) => top !== undefined);
    for (const { box } of rows) if (box.parentElement !== place) place.append(box);
    const heights = rows.map(({ box }) => box.offsetHeight);
    let free = 0;
    rows
      .map((row, at) => ({ ...row, height: heights[at] }))
      .sort((one, other) => one.top - other.top)
      .forEach(({ box, top, height }) => {
        const at = Math.max(top - home.top, free);
        box.style.top = `${at}px`;
        free = at + height + APART;
      });
  }

  const resized = new ResizeObserver(later);
  resized.observe(view.dom);
  resized.observe(place.parentElement);
  document.fonts?.ready.then(later);
  later();
  return {
    update(_, before) {
      const { state } = view;
      if (TOLD.some((of) => of(before) !== of(state))) later(); // no press meets a note that says no more what it said
      else if (before.doc !== state.doc) {
        clearTimeout(rest);
        rest = setTimeout(later, REST);
      }
    },
    destroy() {
      resized.disconnect();
      clearTimeout(rest);
      cancelAnimationFrame(frame);
    },
  };
}
