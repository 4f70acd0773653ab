// Going back never shows a state from before a vote or a bookmark: such a page asks anew. The changes made in this tab are
// counted; each entry of the history remembers the count with which it was asked for. Who only reads has nothing stored.

const COUNT = "changes";

/** How many changes this tab has made; none where the browser keeps no storage. */
function made() {
  try {
    return Number(sessionStorage.getItem(COUNT));
  } catch {
    return 0;
  }
}

// What the page shows. Its own changes are in it; the copy that the browser may have kept of its source has none of them.
let shown = made();

/** HTMX notes the path of each page for a history that this site does not let it keep. */
function forgetPath() {
  try {
    sessionStorage.removeItem("htmx-current-path-for-history");
  } catch {
    // Where there is no storage, nothing is in it.
  }
}

function count() {
  try {
    sessionStorage.setItem(COUNT, made() + 1);
  } catch {
    return;
  }
  shown = made();
}

document.addEventListener("htmx:afterRequest", event => {
  const { requestConfig, xhr } = event.detail;
  // The event comes twice where the answer has replaced the form: once to the form, unheard here, once to what is around it.
  if (requestConfig.verb !== "get" && (xhr.status === 0 || xhr.status < 400)) {
    count();
  }
});

document.addEventListener("submit", event => {
  if (!event.defaultPrevented && event.target.method === "post") {
    count();
  }
});

forgetPath();
document.addEventListener("htmx:pushedIntoHistory", forgetPath);

addEventListener("pageshow", event => {
  const [navigation] = performance.getEntriesByType("navigation");
  const known = event.persisted ? shown
    : navigation?.type === "back_forward" ? history.state?.[COUNT] ?? 0
    : made();
  // The answer to a form would be asked for by sending the form again.
  if (known !== made() && !document.querySelector("[data-answer]")) {
    location.reload();
  } else if (!event.persisted && made() > 0) {
    history.replaceState({ ...history.state, [COUNT]: made() }, "");
  }
});
