/**
 * Input methods compose in the line where the caret stands; whatever changes that line meanwhile, even its look, tears
 * the word. So nothing does until 300 ms after: then a transaction with the meta CALM says that work may go on.
 */

import { pm } from "editor";

export const CALM = "calm again";
const AFTER = 300; // ms
const ENTERED = 20; // ms, as the library waits: the browser has put its caret by then

const composing = new WeakMap(); // view → true while composing and a moment after

/** Whether the caret's line may be touched. */
export const isCalm = (view) => !composing.get(view);

export const calm = () =>
  new pm.state.Plugin({
    props: {
      handleKeyDown: (view, event) => !event.isComposing && heard(view),
      handleDOMEvents: {
        copy: heard,
        cut: heard,
        paste: heard,
        focus: entered,
        mouseup: released,
        compositionstart(view) {
          composing.set(view, true);
          return false;
        },
        compositionend(view) {
          const end = Symbol("end");
          composing.set(view, end);
          setTimeout(() => {
            if (composing.get(view) !== end || view.isDestroyed) return;
            composing.delete(view);
            view.dispatch(stateNow(view).tr.setMeta(CALM, true).setMeta("addToHistory", false));
          }, AFTER);
          return false;
        },
      },
    },
  });

/**
 * The state as the hand left it. Where a key or the mouse put the caret the browser tells one turn later; what comes
 * from elsewhere in between would put the caret back.
 */
export function stateNow(view) {
  if (isCalm(view)) view.domObserver.flush();
  return view.state;
}

/** A key that follows another at once acts where that one put the caret. */
function heard(view) {
  stateNow(view);
  return false;
}

/**
 * The library puts its own caret back on the page a moment after the sheet was entered, and after a press of the mouse
 * that moved. A key between a look at the page and that timer would be lost, so both are one turn here, which no key
 * can part: the library is told that its own work is done.
 */
function entered(view) {
  if (view.focused) return false;
  view.domObserver.stop();
  view.dom.classList.add("ProseMirror-focused");
  view.domObserver.start();
  view.focused = true;
  setTimeout(() => agree(view), ENTERED);
  return false;
}

function released(view) {
  const press = view.input.mouseDown;
  if (!press?.delayedSelectionSync) return false;
  press.delayedSelectionSync = false;
  setTimeout(() => agree(view));
  return false;
}

/** The sheet takes the caret from the page, then says it there: the page may have none, or one that cannot stand. */
function agree(view) {
  if (view.isDestroyed || !isCalm(view) || !view.hasFocus()) return;
  stateNow(view);
  view.focus();
}

/** The place and the end of the line in which the caret stands, or null. */
export function caretLine(state) {
  const { $head } = state.selection;
  return $head.depth ? { from: $head.before(), to: $head.after() } : null;
}
