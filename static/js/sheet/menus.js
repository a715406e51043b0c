/** The menus of the bar: one open at a time; a press elsewhere or Escape closes it. */

export function menusOf(bar, view) {
  const menus = [...bar.querySelectorAll("details")];
  const close = (but) => menus.filter((menu) => menu !== but).forEach((menu) => menu.removeAttribute("open"));
  document.addEventListener("pointerdown", ({ target }) => close(target.closest?.("details")));
  for (const menu of menus) menu.addEventListener("toggle", () => menu.open && close(menu));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menus.some((menu) => menu.open)) return;
    event.preventDefault();
    close(null);
    view.focus();
  });
}
