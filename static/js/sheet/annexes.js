/** A line that says "Phụ lục" begins a sheet of its own behind the foot; a sheet without such a line joins the one before. */

import { pm } from "editor";
import { SERVER } from "sheet/arriving";
import { children, newKey } from "sheet/blocks";
import { levelBelow } from "sheet/lines";
import { schema } from "sheet/schema";

const { nodes } = schema;
const { ReplaceStep } = pm.transform;
const begins = (node) => node.type === nodes.line && node.attrs.type === "annex";

export const annexes = () =>
  new pm.state.Plugin({
    appendTransaction(transactions, _, state) {
      if (!transactions.some((one) => one.docChanged) || isInOrder(state.doc)) return null;
      const change = inOrder(state);
      return transactions.some((one) => one.getMeta(SERVER)) ? change : change.scrollIntoView();
    },
  });

function isInOrder(doc) {
  return children(doc).every((part) => {
    if (part.type === nodes.annex) return children(part).every((node, place) => begins(node) === (place === 0));
    return !children(part.child(1)).some(begins);
  });
}

function inOrder(state) {
  const { doc } = state;
  const change = state.tr;
  const [sheet, ...others] = children(doc);
  const [head, body, foot] = children(sheet);
  const all = [...children(body), ...others.flatMap(children)];
  const first = all.findIndex(begins);
  const texts = first < 0 ? all : all.slice(0, first);
  const groups = [];
  for (const node of first < 0 ? [] : all.slice(first)) {
    if (begins(node)) groups.push([]);
    groups.at(-1).push(node);
  }
  const joined = others.map((one) => one.firstChild).filter((node) => !begins(node) && node.type === nodes.line);
  for (const node of joined) placeAgain(texts, node);
  if (!texts.some((node) => node.type !== nodes.citation)) texts.push(nodes.line.create({ key: newKey() }));
  const caret = whereIs(state);
  const made = [
    nodes.sheet.create(null, [head, nodes.body.create(null, texts), foot]),
    ...groups.map((group) => nodes.annex.create(null, group)),
  ];
  replaceWhatDiffers(change, nodes.doc.create(null, made));
  return put(change, caret);
}

/** No more than the stretch that is otherwise: what was done before outside it can still be undone. */
function replaceWhatDiffers(change, fresh) {
  const { doc } = change;
  const from = doc.content.findDiffStart(fresh.content);
  if (from === null) return;
  let { a, b } = doc.content.findDiffEnd(fresh.content);
  const overlap = from - Math.min(a, b);
  if (overlap > 0) [a, b] = [a + overlap, b + overlap];
  change.step(new ReplaceStep(from, a, fresh.slice(from, b, true)));
}

/** The first line of an annex that is none any more stands one below the heading above it. */
function placeAgain(texts, node) {
  const place = texts.indexOf(node);
  if (place < 0 || node.attrs.type !== "paragraph") return;
  const level = levelBelow({ childCount: texts.length, child: (at) => texts[at] }, place);
  texts[place] = nodes.line.create({ ...node.attrs, level }, node.content);
}

/** The caret as the key of its block and its place in it. */
function whereIs({ selection: { $head } }) {
  for (let depth = $head.depth; depth > 0; depth--) {
    if ($head.node(depth).attrs.key) return { key: $head.node(depth).attrs.key, offset: $head.pos - $head.before(depth) };
  }
  return { key: "", offset: $head.pos };
}

function put(change, { key, offset }) {
  let at = key ? -1 : 0;
  change.doc.descendants((node, pos) => {
    if (key && node.attrs.key === key) at = pos;
    return at < 0;
  });
  const place = Math.min(Math.max(at, 0) + offset, change.doc.content.size);
  return change.setSelection(pm.state.Selection.near(change.doc.resolve(place), 1));
}
