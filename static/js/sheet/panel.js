/**
 * The side panel (under 1100 px a sheet from below): the parts of the line under the caret, what the upper plan says, the
 * findings, and the forms of head and foot. What is corrected there is a change of the document like any other.
 */

import { pm } from "editor";
import { ask, reasonOf } from "sheet/asking";
import { findingsIn, listOf } from "sheet/findings";
import { act, applied, lineData, MEANING_KEYS, takeAll } from "sheet/marking";
import { blockAt, contextOf, declined, keyAt } from "sheet/meaning";
import { isStored, NAMES, partAt, partPanel, putRight } from "sheet/parts";
import { saveNow } from "sheet/saving";
import { decline, proposalsIn, proposalsOn, take } from "sheet/proposals";
import { chooseUnits } from "sheet/unit_choice";

const REST = 250; // ms on a line before its parts are asked for
const KINDS = { target: "một chỉ tiêu", task: "một nhiệm vụ", charge: "đề mục giao việc cho đơn vị" };
const NOT = { target: "chỉ tiêu", task: "nhiệm vụ", charge: "đề mục giao việc" };

export const panel = (context) => new pm.state.Plugin({ view: (view) => new Panel(context, view) });

class Panel {
  constructor(context, view) {
    Object.assign(this, { context, view, shows: "line", shown: "", asked: 0, timer: 0 });
    this.place = document.getElementById("panel");
    this.body = document.getElementById("panel-body");
    this.all = document.getElementById("take-all");
    this.counted = [...document.querySelectorAll("[data-findings]")];
    context.show = (block) => this.lead(block);
    context.toPanel = () => this.enter();
    this.listen();
    this.bar = document.getElementById("bar");
    this.measured = new ResizeObserver(() => this.place.style.setProperty("--bar-height", `${this.bar.offsetHeight}px`));
    this.measured.observe(this.bar);
    this.update(view, null);
  }

  listen() {
    this.place.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      this.open(false);
      this.view.focus();
    });
    this.all.addEventListener("mousedown", (event) => event.preventDefault());
    this.all.addEventListener("click", () => takeAll(this.view.state, this.view.dispatch, this.view));
    for (const button of this.place.querySelectorAll("[data-shows]")) {
      button.addEventListener("mousedown", (event) => event.preventDefault());
      button.addEventListener("click", () => this.turn(button.dataset.shows, !(this.isOpen && this.shows === button.dataset.shows)));
    }
    document.querySelectorAll("[data-shows-findings]").forEach((button) =>
      button.addEventListener("click", (event) => {
        event.preventDefault();
        button.closest("details")?.removeAttribute("open");
        this.turn("findings", true);
      }),
    );
    document.querySelectorAll("[data-shows-part]").forEach((button) => button.addEventListener("click", () => this.turn(button.dataset.showsPart, true)));
    this.view.dom.addEventListener("click", (event) => event.target.closest(".heads") && this.turn("identity", true));
    this.body.addEventListener("change", (event) => this.fill(event.target.closest(".mark-form")));
    this.body.addEventListener("submit", (event) => {
      if (!event.target.matches(".mark-form")) return;
      event.preventDefault();
      this.fill(event.target);
    });
    this.body.addEventListener("click", (event) => this.press(event));
  }

  // ── What is shown ──────────────────────────────────────────────────────────────────────────────

  get isOpen() {
    return this.place.dataset.open === "yes";
  }

  open(isOpen) {
    this.place.dataset.open = isOpen ? "yes" : "no";
    this.tabs();
  }

  async turn(what, isOpen = true) {
    if (!(await isStored(this.context, this.body))) return this.open(true);
    this.shows = what;
    this.open(isOpen);
    this.shown = "";
    this.show();
  }

  tabs() {
    for (const button of this.place.querySelectorAll("[data-shows]")) {
      const shows = this.shows in NAMES ? "identity" : this.shows;
      button.setAttribute("aria-pressed", String(shows === button.dataset.shows));
    }
  }

  update(view, before) {
    const proposed = proposalsIn(view.state).length;
    this.all.hidden = !proposed;
    this.all.textContent = `Nhận cả ${proposed} đề xuất`;
    const found = findingsIn(view.state);
    for (const count of this.counted) if (count.textContent !== `(${found.length})`) count.textContent = `(${found.length})`;
    if (before?.doc === view.state.doc && before.selection.eq(view.state.selection) && this.said() === this.shown) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.show(), REST);
  }

  get block() {
    return keyAt(this.view.state.selection.$head);
  }

  /** What the panel is made of: other than before, it is made anew. */
  said() {
    const { state } = this.view;
    if (this.shows === "findings") return JSON.stringify(findingsIn(state));
    if (this.shows !== "line") return this.shows;
    const part = partAt(state.selection.$head);
    if (part) return part;
    const block = this.block;
    const found = findingsIn(state).filter(({ key }) => key === block);
    return JSON.stringify([lineData(state, block), proposalsOn(state, block).map(({ mark }) => mark), found]);
  }

  async show() {
    const said = this.said();
    if (said === this.shown || this.view.isDestroyed) return;
    if (this.shows === "line" && this.shown && this.isFilledIn()) return;
    this.shown = said;
    this.tabs();
    if (this.shows === "findings") return this.put(...this.findings());
    const part = this.shows === "line" ? partAt(this.view.state.selection.$head) : this.shows;
    if (part) return partPanel(this.context, this.body, part, () => this.shown === said);
    const block = this.block;
    const pieces = [...this.proposed(block), ...this.found(block)];
    const html = await this.parts(block);
    if (this.shown !== said) return;
    this.put(...pieces, ...html, ...this.byHand(block));
    this.dress();
  }

  /** Somebody types here, or has not stored what he typed. */
  isFilledIn() {
    const field = document.activeElement;
    return (this.body.contains(field) && field.matches("input, select, textarea")) || this.body.querySelector("form[data-changed]");
  }

  put(...pieces) {
    this.body.replaceChildren(...pieces);
  }

  findings() {
    const found = findingsIn(this.view.state);
    if (!found.length) return [words("p", "Không còn điểm nào phải sửa."), this.wayOn()];
    return [this.wayOn(), listOf(found, (block) => this.lead(block), (one) => putRight(this.context, one))];
  }

  /** Who submits has seen what is left to mend, and has saved. */
  wayOn() {
    const link = document.getElementById("to-submitting").href;
    const button = this.button("Trình, xử lý →", "button button-small", async () => (await saveNow(this.view)) && location.assign(link));
    button.classList.add("way-on");
    return button;
  }

  found(block) {
    const own = findingsIn(this.view.state).filter(({ key }) => key === block);
    return own.length ? [listOf(own, () => this.view.focus(), (one) => putRight(this.context, one))] : [];
  }

  proposed(block) {
    return proposalsOn(this.view.state, block).map((one) => {
      const card = words("div", "", "panel stack-tight proposal-card");
      const said = one.kind === "target" ? `“${one.mark.sentence}” có vẻ là ${KINDS.target}.` : `Dòng này có vẻ là ${KINDS[one.kind]}.`;
      const buttons = words("p", "", "row");
      buttons.append(
        this.button("Nhận", "button button-small", () => take(this.view, [one])),
        this.button("Không phải", "button button-small button-quiet", () => decline(this.view, one)),
      );
      card.append(words("p", said), buttons);
      return card;
    });
  }

  /** The forms of what hangs on the line, asked for when something does. */
  async parts(block) {
    const data = lineData(this.view.state, block);
    if (!data || !(data.targets || data.task || data.charge || data.source)) return [];
    const answer = await ask(this.context.addresses.margin, { blocks: contextOf(this.view.state.doc, new Set([block])), keys: [block] });
    return answer.status === 200 ? nodesIn(answer.told.html) : [words("p", reasonOf(answer), "help")];
  }

  byHand(block) {
    const found = blockAt(this.view.state.doc, block);
    if (!found) return [words("p", "Đặt con trỏ vào một dòng để xem dòng ấy là gì.", "help")];
    const { attrs } = found.node;
    const row = words("p", "", "row marks-by-hand");
    const offered = [["Alt-c", "Chỉ tiêu"], ...(attrs.task || attrs.charge ? [] : [["Alt-v", "Nhiệm vụ"], ["Alt-g", "Giao việc"]])];
    for (const [key, name] of offered) {
      const [title, command] = MEANING_KEYS[key];
      const button = this.button(name, "button button-small button-secondary", () => command(this.view.state, this.view.dispatch, this.view));
      button.title = `${title} (${key.replace("-", "+").toUpperCase().replace("ALT", "Alt")})`;
      row.append(button);
    }
    const pieces = [words("h3", "Đánh dấu", "panel-title"), row];
    for (const kind of attrs.declined ?? []) {
      const kept = words("p", `Đã ghi: không phải ${NOT[kind]}. `, "help");
      kept.append(this.button("Bỏ ghi nhớ", "button button-small button-quiet", () => this.forget(block, kind)));
      pieces.push(kept);
    }
    return pieces;
  }

  /** The caret is in the words again when it was pressed. */
  button(text, className, does) {
    const button = words("button", text, className);
    button.type = "button";
    button.addEventListener("click", () => {
      does();
      this.view.focus();
    });
    return button;
  }

  forget(block, kind) {
    const found = blockAt(this.view.state.doc, block);
    const left = found.node.attrs.declined.filter((one) => one !== kind);
    this.view.dispatch(this.view.state.tr.setNodeAttribute(found.pos, "declined", left.length ? left : null));
  }

  dress() {
    for (const box of this.body.querySelectorAll(".unit-choice")) chooseUnits(box, () => this.fill(box.closest(".mark-form")));
  }

  // ── What is done here ──────────────────────────────────────────────────────────────────────────

  /** What was filled in of one mark becomes a change of the document; a field that is wrong says why. */
  async fill(form) {
    if (!form) return;
    const { block } = form.dataset; // the caret may stand elsewhere by now
    const blocks = contextOf(this.view.state.doc, new Set([block]));
    const fields = new URLSearchParams(new FormData(form)).toString();
    const turn = ++this.asked;
    const answer = await ask(this.context.addresses.margin, { blocks, keys: [block], mark: form.dataset.mark, fields });
    if (turn !== this.asked) return;
    if (answer.status !== 200 && answer.status !== 422) return void this.context.tell(reasonOf(answer));
    if (!answer.told.html) return void this.context.tell(reasonOf(answer));
    if (answer.status === 200 && !applied(this.view, this.context, answer.told)) return;
    this.again(answer.told.html, block);
  }

  /** The same forms as they are by now; who was in a field still is. */
  again(html, block) {
    if (block !== this.block) {
      this.shown = "";
      return void this.show();
    }
    const focused = document.activeElement?.id;
    const hand = this.body.querySelector(".panel-title");
    const fresh = nodesIn(html);
    for (const old of [...this.body.children]) if (!hand || old.compareDocumentPosition(hand) & Node.DOCUMENT_POSITION_FOLLOWING) old.remove();
    this.body.prepend(...this.proposed(block), ...this.found(block), ...fresh);
    this.dress();
    this.shown = this.said();
    if (focused) document.getElementById(focused)?.focus();
  }

  press(event) {
    const way = event.target.closest("[data-part]");
    if (way) return void this.turn(way.dataset.part);
    const button = event.target.closest("button[name=act]");
    if (!button || !button.closest(".mark-form, .upper")) return;
    event.preventDefault();
    const [name, block, about] = button.value.split(":");
    const kind = { untarget: "target", untask: "task", uncharge: "charge" }[name];
    this.view.focus();
    if (!kind) return void act(this.view, block, button.value).then(() => this.turn("line"));
    const change = declined(this.view.state, block, kind, about);
    if (change) this.view.dispatch(change);
  }

  /** Where a note or a finding leads: the caret into its block, the panel open on it. */
  async lead(block) {
    if (!(await isStored(this.context, this.body))) return this.open(true);
    const { state } = this.view;
    const found = blockAt(state.doc, block);
    this.shows = "line";
    if (found) {
      const inside = pm.state.Selection.near(state.doc.resolve(found.pos + 1));
      this.view.dispatch(state.tr.setSelection(inside).scrollIntoView());
      this.view.focus();
    } else if (block && block !== "body") this.shows = block;
    this.open(true);
    this.shown = "";
    this.show();
  }

  enter() {
    this.open(true);
    (this.body.querySelector("input, select, textarea, button") ?? this.body).focus();
    return true;
  }

  destroy() {
    this.measured.disconnect();
    clearTimeout(this.timer);
  }
}

function words(name, text, className = "") {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
}

function nodesIn(html) {
  const made = document.createElement("template");
  made.innerHTML = html;
  return [...made.content.children];
}
