/** Lists for who hears the sheet: lines are flat, so each run of marked lines is owned by a list that stands beside. */

import { pm } from "editor";

const PAUSE = 500; // ms

/** Whether a line is an item of a list, not the title of what follows. */
export const isItem = ({ type, marker }, isTitling) =>
  Boolean(marker) && (type === "paragraph" || (type === "clause" && !isTitling));

/** The id of a line in the page. */
export const idOf = (key) => `line-${key}`;

export const lists = () =>
  new pm.state.Plugin({
    view(view) {
      const place = document.createElement("div");
      place.className = "unseen";
      view.dom.parentElement.append(place);
      let timer = 0;
      const show = () => place.replaceChildren(...runs(view.dom).map(listOf));
      const later = () => {
        clearTimeout(timer);
        timer = setTimeout(show, PAUSE);
      };
      show();
      return {
        update: (_, before) => before.doc !== view.state.doc && later(),
        destroy() {
          clearTimeout(timer);
          place.remove();
        },
      };
    },
  });

/** Neighbours that are items, told by the roles that stand on the sheet. */
function runs(sheet) {
  const found = [];
  let last = null;
  for (const item of sheet.querySelectorAll(".text > [role=listitem]")) {
    if (item.previousElementSibling === last && last) found.at(-1).push(item.id);
    else found.push([item.id]);
    last = item;
  }
  return found;
}

function listOf(ids) {
  const made = document.createElement("div");
  made.setAttribute("role", "list");
  made.setAttribute("aria-owns", ids.join(" "));
  return made;
}
