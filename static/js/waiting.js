/** Waiting for work done later: looks again and again, and goes on by itself when the work is over. */

const PAUSE = 700; // ms
const shown = document.querySelector("[data-waiting]");

async function look() {
  try {
    const answer = await fetch(location.href, { redirect: "manual" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-waiting]");
    if (!fresh) return location.reload(); // over: the page itself says how, or leads on
    if (fresh.innerHTML !== shown.innerHTML) shown.innerHTML = fresh.innerHTML;
  } catch { /* the network is gone: the next look may find it again */ }
  setTimeout(look, PAUSE);
}

if (shown) setTimeout(look, PAUSE);
