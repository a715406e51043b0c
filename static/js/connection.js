/** Says when the network is gone. */

const notice = document.getElementById("offline");
const tell = () => { if (notice) notice.hidden = navigator.onLine; };
addEventListener("online", tell);
addEventListener("offline", tell);
tell();
