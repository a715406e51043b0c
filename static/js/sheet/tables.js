/** Tables: their columns as shares of the text's width, rows and cells added, taken away and joined. */

import { pm } from "editor";

export const tables = () => pm.tables.tableEditing();

/** A table with its columns: the shares of the draft, for the cells know none. */
export function withColumns(node) {
  const dom = document.createElement("table");
  const columns = document.createElement("colgroup");
  const rows = document.createElement("tbody");
  dom.className = "grid";
  dom.append(columns, rows);
  const show = ({ attrs }) => {
    dom.dataset.key = attrs.key;
    columns.replaceChildren(
      ...attrs.columns.map(([share]) => Object.assign(document.createElement("col"), { width: `${share}%` })),
    );
  };
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
