/** Says when the network is gone, and keeps what was typed until it was sent. */

const notice = document.getElementById("offline");
const tell = () => { if (notice) notice.hidden = navigator.onLine; };
addEventListener("online", tell);
addEventListener("offline", tell);
tell();

const area = document.querySelector("textarea[data-kept]");
if (area) {
  const place = `answer:${location.pathname}`;
  try {
    const kept = localStorage.getItem(place);
    if (kept && !area.value) area.value = kept;
    area.addEventListener("input", () => localStorage.setItem(place, area.value));
    area.form.addEventListener("submit", (event) => {
      if (!navigator.onLine) { event.preventDefault(); tell(); return; }
      localStorage.removeItem(place);
    });
  } catch { /* without a store the words stay in the form */ }
}
