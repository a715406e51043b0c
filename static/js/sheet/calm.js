/**
 * Input methods compose in the line where the caret stands; whatever changes that line meanwhile, even its look, tears
 * the word. So nothing does until 300 ms after: then a transaction with the meta CALM says that work may go on.
 */

import { pm } from "editor";

export const CALM = "calm again";
const AFTER = 300; // ms
const ENTERED = 20; // ms after which the editor's library puts its own caret where it was entered

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
        focus: (view) => caughtUp(view, ENTERED),
        mouseup: (view) => caughtUp(view, 0),
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
 * The library puts its caret back on the page a moment after it was entered or pressed; a key that came first would be
 * lost. A timer set before its own asks the page first.
 */
function caughtUp(view, after) {
  setTimeout(() => view.isDestroyed || stateNow(view), after);
  return false;
}

/** The place and the end of the line in which the caret stands, or null. */
export function caretLine(state) {
  const { $head } = state.selection;
  return $head.depth ? { from: $head.before(), to: $head.after() } : null;
}
