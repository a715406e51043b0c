/** What the check found, in the margin and as a list: the words of the office, each leading to its place. */

import { pm } from "editor";
import { stateNow } from "sheet/calm";
import { UNITS } from "sheet/meaning";

/** Meta: the findings as they are now. */
const FINDINGS = "findings";
const key = new pm.state.PluginKey("findings");

/** A shape and a word for each severity: colour alone says nothing. */
export const SHAPES = { error: "▲", warning: "◆", hint: "○" };

/** @returns {{key: string, severity: string, label: string, message: string, reference: string, mend: string}[]} */
export const findingsIn = (state) => key.getState(state) ?? [];

export const findings = (context) =>
  new pm.state.Plugin({
    key,
    state: {
      init: () => context.draft.findings?.is ?? [],
      apply: (change, was) => change.getMeta(FINDINGS) ?? was,
    },
    view: hearing,
  });

/** The server tells with each save what it finds by now, and the names of units that it names. */
function hearing(view) {
  const desk = document.getElementById("desk");
  const hear = ({ detail: { findings: found, units } }) => {
    if (!found && !units) return;
    const change = stateNow(view).tr.setMeta("addToHistory", false);
    if (found) change.setMeta(FINDINGS, found.is);
    if (units) change.setMeta(UNITS, units);
    view.dispatch(change);
  };
  desk.addEventListener("sheet:told", hear);
  return { destroy: () => desk.removeEventListener("sheet:told", hear) };
}

/** The list, worst first; every line is a button that leads to its place, and some can be put right by one press. */
export function listOf(found, lead, putRight) {
  const list = document.createElement("ul");
  list.className = "finding-list";
  for (const one of found) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.severity = one.severity;
    const kind = document.createElement("b");
    kind.textContent = `${SHAPES[one.severity]} ${one.label}`;
    button.append(kind, ` ${one.message}`);
    button.addEventListener("click", () => lead(one.key));
    item.append(button);
    if (one.mend) {
      const mend = Object.assign(document.createElement("button"), { type: "button", className: "button button-small button-secondary" });
      mend.textContent = one.mend_label;
      mend.addEventListener("click", () => putRight(one));
      item.append(mend);
    }
    if (one.reference) item.append(Object.assign(document.createElement("p"), { className: "help", textContent: one.reference }));
    list.append(item);
  }
  return list;
}
