/** Words that a window left on this machine come back: as typed, over what they were typed over. */

import { putBlock, nodeFrom, putIn, putPart, takeOut } from "sheet/applying";
import { blocksOf, dataOf, newKey } from "sheet/blocks";
import { textOf } from "sheet/clashes";
import { partsOf } from "sheet/known";
import { SHAPE, schema } from "sheet/schema";

/** @param {import("sheet/stash").Kept} kept */
export function bringBack(saving, name, kept) {
  if (kept.shape !== SHAPE) return offer(saving, name, kept, "Chữ chưa kịp lưu trước lần nâng cấp phần mềm");
  const { known, view, context } = saving;
  const arrived = kept.sending && context.draft.saves.includes(kept.sending) ? new Set(kept.asked) : new Set();
  const change = view.state.tr;
  for (const [key, over] of kept.changes.removed) {
    if (known.over.get(key) === over) takeOut(change, key);
  }
  const homeless = kept.changes.blocks.filter((entry) => !bringBlock(change, known, entry, arrived));
  for (const [part, { over, is }] of Object.entries(kept.changes.parts)) {
    if (JSON.stringify(partsOf(change.doc)[part]) === JSON.stringify(is)) continue;
    putPart(change, part, is);
    if (!arrived.has(part)) known.parts[part].over = over;
  }
  if (name !== saving.stash.window) saving.stash.forget(name);
  if (homeless.length) keepOffering(saving, { ...kept, changes: { blocks: homeless, removed: [], parts: {} } });
  if (!change.docChanged) return;
  view.dispatch(change);
  saving.keep();
  context.tell("Đã lấy lại chữ chưa kịp lưu lần trước.");
}

/** @returns {boolean}  whether it has a place on the sheet */
function bringBlock(change, known, { block, over, after }, arrived) {
  if (!block) return true;
  const found = blocksOf(change.doc).find(([key]) => key === block.key);
  if (!found) {
    if (!putIn(change, nodeFrom(block), after)) return false;
    if (over) known.over.set(block.key, over);
    return true;
  }
  const [, node, pos] = found;
  const fresh = nodeFrom(block, node.type === schema.nodes.table ? rowsOf(node) : []);
  if (JSON.stringify(dataOf(node)) === JSON.stringify(dataOf(fresh))) return true;
  putBlock(change, pos, node, fresh);
  if (!arrived.has(block.key)) known.over.set(block.key, over);
  return true;
}

/** Rows whose table is gone stay on this machine, under a name of their own, until somebody has read them. */
function keepOffering(saving, kept) {
  const name = newKey();
  saving.stash.keep(kept, name);
  offer(saving, name, kept, "Chữ chưa kịp lưu của bảng không còn trong văn bản");
}

const rowsOf = (table) => Array.from({ length: table.childCount }, (_, place) => table.child(place));

/** Words without a place on this sheet are shown, to be copied; nothing is made of them. */
function offer(saving, name, { changes }, why) {
  saving.offered.add(name);
  const box = document.createElement("section");
  box.className = "problems kept-words";
  box.dataset.tone = "waiting";
  const words = [...changes.blocks.map(({ block }) => block), ...Object.values(changes.parts).map(({ is }) => is)];
  box.append(
    Object.assign(document.createElement("h2"), { textContent: why }),
    Object.assign(document.createElement("p"), { textContent: "Sao chép những chữ còn cần vào văn bản, rồi bỏ." }),
    Object.assign(document.createElement("pre"), {
      className: "as-typed",
      textContent: words.filter(Boolean).map(textOf).filter(Boolean).join("\n"),
    }),
  );
  const done = Object.assign(document.createElement("button"), {
    type: "button",
    className: "button button-secondary",
    textContent: "Bỏ chữ này",
  });
  done.addEventListener("click", () => {
    saving.stash.forget(name);
    box.remove();
  });
  box.append(done);
  document.getElementById("panel").prepend(box);
}
