/**
 * Decorations line by line. The library's own sets map, check and look up each line past all the others: at 2,000 lines
 * a letter cost 60 ms of that. Here a line brings what was made of it once, and is found among its neighbours by halves.
 */

import { pm } from "editor";
import { schema } from "sheet/schema";

const { nodes } = schema;
const { Decoration, DecorationSet } = pm.view;
/** What holds lines and tables. */
export const HOLDERS = new Set([nodes.sheet, nodes.annex, nodes.head, nodes.body, nodes.foot]);
const STRIDE = 3; // from, to and the set of each child, as the library keeps them

class Lines extends DecorationSet {
  forChild(offset) {
    let [low, high] = [0, this.children.length / STRIDE];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.children[middle * STRIDE] < offset) low = middle + 1;
      else high = middle;
    }
    return this.children[low * STRIDE] === offset ? this.children[low * STRIDE + 2] : DecorationSet.empty;
  }
}

/**
 * @param {any} doc
 * @param {(node: any) => {attrs?: Record<string, string>, within?: any} | undefined} of  what a line, table or annex
 *   is to look like, and the set of what is decorated within it, counted from its first letter
 */
export function byLine(doc, of) {
  const local = [];
  const children = [];
  doc.forEach((node, offset) => {
    const { attrs, within } = of(node) ?? {};
    const end = offset + node.nodeSize;
    if (attrs) local.push(Decoration.node(offset, end, attrs));
    const set = HOLDERS.has(node.type) ? byLine(node, of) : within;
    if (set && set !== DecorationSet.empty) children.push(offset, end, set);
  });
  return local.length || children.length ? new Lines(local, children) : DecorationSet.empty;
}
