/** Which headings are set bold because they title what follows; the twin of `titles` in plans/content/parts.py. */

import { isTitle } from "sheet/kinds";

/** @typedef {{type: string, level: number, marker: string, text: string}} Standing */

const HEADS = new Set(["annex", "chapter", "part", "article", "clause"]);

/**
 * @param {Standing[]} blocks  in the order of the paper
 * @returns {Set<number>} places of those that are set bold
 */
export function titlesIn(blocks) {
  const printed = blocks.map((block, place) => ({ ...block, place })).filter(({ type }) => type !== "note");
  const bold = new Set();
  for (const run of siblings(printed)) {
    const reading = run.filter((at) => isTitle(printed[at].text.trim()));
    if (2 * reading.filter((at) => hasBeneath(printed, at)).length < run.length) continue;
    for (const at of reading) bold.add(printed[at].place);
  }
  return bold;
}

/** Places of the headings with something beneath them. */
export function leadIn(blocks) {
  const printed = blocks.map((block, place) => ({ ...block, place })).filter(({ type }) => type !== "note");
  return new Set(printed.filter(({ type }, at) => HEADS.has(type) && hasBeneath(printed, at)).map(({ place }) => place));
}

const hasBeneath = (blocks, at) => at + 1 < blocks.length && blocks[at + 1].level > blocks[at].level;

function siblings(blocks) {
  const closed = [];
  const open = new Map(); // "level type" → places
  blocks.forEach((block, at) => {
    for (const [which, run] of open) {
      if (Number(which.split(" ")[0]) <= block.level) continue;
      closed.push(run);
      open.delete(which);
    }
    if (!mayTitle(block)) return;
    const which = `${block.level} ${block.type}`;
    if (!open.has(which)) open.set(which, []);
    open.get(which).push(at);
  });
  return [...closed, ...open.values()];
}

const mayTitle = ({ type, marker }) => type === "article" || (type === "clause" && (!marker || /^\d/u.test(marker)));
