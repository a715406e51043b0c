/**
 * Splits, joins, moves, pastes, typing and steps back on the sheet that is open, at random but the same each time.
 * Gives what was wrong after a step: a key twice or none, a target on two blocks or under a foreign id.
 */
async ({ steps, seed }) => {
  const { pm } = await import("editor");
  const { schema } = await import("sheet/schema");
  const { blocksOf } = await import("sheet/blocks");
  const view = (await (await import("sheet/sheet")).opened).view();
  const { Selection, TextSelection } = pm.state;
  const random = (below) => (seed = (seed * 1103515245 + 12345) % 2147483648) % Math.max(below, 1);
  const size = () => view.state.doc.content.size;
  const somewhere = () => Selection.near(view.state.doc.resolve(random(size())));
  const stretch = () => {
    const { head } = somewhere();
    const end = Math.min(head + random(40), size());
    return TextSelection.between(view.state.doc.resolve(head), view.state.doc.resolve(end));
  };
  const go = (selection) => view.dispatch(view.state.tr.setSelection(selection));
  const press = (key, more = {}) =>
    view.someProp("handleKeyDown", (handle) => handle(view, new KeyboardEvent("keydown", { key, ...more })));
  const at = (selection, key, more) => {
    go(selection);
    press(key, more);
  };

  let copied = null;
  const acts = [
    () => at(somewhere(), "Enter"),
    () => at(somewhere(), "Backspace"),
    () => at(stretch(), "Backspace"),
    () => at(somewhere(), "Tab"),
    () => at(somewhere(), "ArrowUp", { altKey: true }),
    () => at(somewhere(), "ArrowDown", { altKey: true }),
    () => (copied = stretch().content()),
    () => copied && view.dispatch(view.state.tr.setSelection(somewhere()).replaceSelection(copied)),
    () => view.dispatch(view.state.tr.insertText("chữ", somewhere().head)),
    () => pm.history.undo(view.state, view.dispatch),
    () => pm.history.redo(view.state, view.dispatch),
  ];

  const target = schema.marks.target.create({ id: "t1", data: { id: "t1", sentence: "x" } });
  const [, , clause] = blocksOf(view.state.doc)[1];
  view.dispatch(view.state.tr.addMark(clause + 3, clause + 12, target));

  function wrong() {
    const blocks = blocksOf(view.state.doc);
    const keys = blocks.map(([key]) => key);
    const found = new Set(keys).size < keys.length || keys.some((key) => !key) ? [keys] : [];
    const owners = new Map();
    for (const [key, node] of blocks) {
      node.descendants(({ marks }) => {
        for (const { type, attrs } of marks) {
          if (type !== schema.marks.target) continue;
          if (attrs.data.id !== attrs.id || (owners.get(attrs.id) ?? key) !== key) found.push(attrs.id);
          owners.set(attrs.id, key);
        }
      });
    }
    return found;
  }

  const faults = [];
  for (let step = 0; step < steps; step++) {
    const act = random(acts.length);
    acts[act]();
    view.state.doc.check();
    const found = wrong();
    if (found.length) faults.push({ step, act, found });
  }
  return faults;
}
