/** Where two people changed one block, or the server refuses it: said at the block itself, with a way out. */

import { pm } from "editor";
import { putBlock, putPart, nodeFrom, rangeOf } from "sheet/applying";
import { placeOf } from "sheet/blocks";
import { schema } from "sheet/schema";

const { nodes } = schema;
const { Decoration, DecorationSet } = pm.view;

/** Meta: {key, said} puts a box at a block or part, {key, said: null} takes it away. */
export const SAID_AT = "said at a block";
const PARTS = new Set(["title", "addressees", "citations", "recipients", "signature"]);

/**
 * What stands at a block: a clash ({who, theirs, over}; no name: one's own other window) or why it is refused ({why}).
 * @param {(key: string, takesTheirs: boolean) => void} choose  what a press does
 */
export const saidAt = (choose) => {
  const place = new pm.state.PluginKey("said at blocks");
  return new pm.state.Plugin({
    key: place,
    state: {
      init: () => ({ said: new Map(), boxes: DecorationSet.empty }),
      apply(change, before, _, state) {
        const meta = change.getMeta(SAID_AT);
        if (!meta) return change.docChanged ? { ...before, boxes: boxesOf(before.said, state.doc) } : before;
        const said = new Map(before.said);
        if (meta.said) said.set(meta.key, meta.said);
        else said.delete(meta.key);
        return { said, boxes: boxesOf(said, state.doc) };
      },
    },
    props: { decorations: (state) => place.getState(state).boxes },
  });

  function boxesOf(said, doc) {
    const boxes = [];
    for (const [key, one] of said) {
      const at = endOf(doc, key);
      if (at === null) continue;
      const isRow = doc.resolve(at).parent.type === nodes.table;
      const spec = { side: 1, key: `${key} ${one.over ?? one.why}`, ignoreSelection: true, stopEvent: () => true };
      boxes.push(Decoration.widget(at, () => (isRow ? inRow(boxOf(key, one)) : boxOf(key, one)), spec));
    }
    return DecorationSet.create(doc, boxes);
  }

  function boxOf(key, { who, theirs, why }) {
    const box = element("section", { className: "said-at", role: "group", contentEditable: "false" });
    box.dataset.at = key;
    if (why) {
      box.append(element("p", { textContent: why }));
      return box;
    }
    const said = who ? ofColleague(who) : OF_ONES_OWN;
    box.setAttribute("aria-label", said.label);
    const mine = element("button", { type: "button", className: "button button-small", textContent: said.keep });
    const take = element("button", {
      type: "button",
      className: "button button-small button-secondary",
      textContent: said.take,
    });
    mine.addEventListener("click", () => choose(key, false));
    take.addEventListener("click", () => choose(key, true));
    const row = element("p", { className: "row" });
    row.append(mine, take);
    box.append(
      element("p", { textContent: said.sentence }),
      element("blockquote", { className: "as-typed", textContent: textOf(theirs) || "(để trống)" }),
      row,
    );
    return box;
  }
};

const ofColleague = (who) => ({
  label: `${who} vừa sửa chỗ này`,
  sentence: `${who} vừa sửa chỗ này nên chưa lưu chữ bên trên. Chữ đang lưu:`,
  keep: "Giữ chữ của tôi",
  take: "Lấy chữ đang lưu",
});

/** Two windows of one person: both texts are hers. */
const OF_ONES_OWN = {
  label: "Chỗ này đã sửa ở một cửa sổ khác của anh/chị",
  sentence: "Anh/chị đã sửa chỗ này ở một cửa sổ khác nên chưa lưu chữ bên trên. Chữ đã lưu ở cửa sổ kia:",
  keep: "Giữ chữ ở cửa sổ này",
  take: "Lấy chữ ở cửa sổ kia",
};

function element(name, fields) {
  return Object.assign(document.createElement(name), fields);
}

function inRow(box) {
  const row = document.createElement("tr");
  const cell = element("td", { colSpan: 99 });
  cell.append(box);
  row.append(cell);
  return row;
}

function endOf(doc, key) {
  if (PARTS.has(key)) return rangeOf(doc, key).to;
  const at = placeOf(doc, key);
  return at < 0 ? null : at + doc.nodeAt(at).nodeSize;
}

/** What a block or a part says, for reading. */
export function textOf(said) {
  if (typeof said === "string") return said;
  if (Array.isArray(said)) return said.map((one) => one.text ?? one).join("\n");
  if ("lines" in said) return [...said.lines, said.name].join("\n");
  const plain = (runs = []) => runs.map(([text]) => text).join("");
  if (said.cells) return said.cells.map(({ paragraphs }) => paragraphs.map(plain).join(" ")).join(" | ");
  return `${said.marker ?? ""} ${plain(said.runs)}`.trim();
}

/** Puts their words where mine stood; an act of the writer, to be undone like any other. */
export function takeTheirs(change, key, theirs) {
  if (PARTS.has(key)) return putPart(change, key, theirs);
  const at = placeOf(change.doc, key);
  if (at < 0) return;
  const node = change.doc.nodeAt(at);
  const rows = node.type === nodes.table ? Array.from({ length: node.childCount }, (_, place) => node.child(place)) : [];
  putBlock(change, at, node, nodeFrom(theirs, rows));
}

export const isPart = (key) => PARTS.has(key);
