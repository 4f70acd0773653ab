// A slash leads to the search, unless somebody is writing one. Who dictates, or hits keys by chance, turns it off at the foot
// of the page (WCAG 2.1.4). Only then is something stored, in this browser alone.

const KEY = "slash";
const OFF = "off";

const search = document.querySelector("input[data-slash]");
const place = document.querySelector("[data-slash-switch]");
// Where the browser keeps no storage, it holds for the page that is open.
let offHere = false;

function isOff() {
  try {
    return localStorage.getItem(KEY) === OFF;
  } catch {
    return offHere;
  }
}

function turn(off) {
  offHere = off;
  try {
    if (off) {
      localStorage.setItem(KEY, OFF);
    } else {
      localStorage.removeItem(KEY);
    }
  } catch {
    // It is noted above.
  }
}

function show() {
  place.querySelector("span").textContent = isOff() ? "does nothing" : "opens search";
  const button = place.querySelector("button");
  button.textContent = isOff() ? "Turn on" : "Turn off";
  button.ariaLabel = `${button.textContent} the / key`;
}

if (search && place) {
  show();
  place.hidden = false;

  place.querySelector("button").addEventListener("click", () => {
    turn(!isOff());
    show();
    document.getElementById("said").textContent = isOff() ? "The / key does nothing now." : "The / key opens search now.";
  });

  // Another tab has turned it off or on.
  addEventListener("storage", show);

  document.addEventListener("keydown", event => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isOff()
      || event.target.closest("input, textarea, select, [contenteditable], dialog[open]")) {
      return;
    }
    event.preventDefault();
    search.focus();
    search.select();
  });
}
