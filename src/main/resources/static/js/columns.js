// A comparison changes in its place: the reader stays where they were, with what they had open. HTMX follows the links and
// forms; whatever it cannot put in place is followed as it would be without this file.

let before = null;

/** Whether a request is about the main part of the page. */
function isMain(event) {
  return event.detail.target?.id === "main";
}

/** The link or form followed by the browser itself, which then shows the page of the error or says that it is offline. */
function follow(event) {
  if (isMain(event)) {
    location.assign(event.detail.pathInfo.finalRequestPath ?? event.detail.pathInfo.requestPath);
  }
}

/** What has the focus when its own element is gone: the last column's link, and where there is none, the page. */
function successorOf(id) {
  return document.getElementById(id)
    ?? [...document.querySelectorAll(".card-remove")].at(-1)
    ?? document.getElementById("main");
}

document.addEventListener("htmx:beforeSwap", event => {
  if (!isMain(event)) {
    return;
  }
  if (event.detail.xhr.status >= 400) {
    event.detail.shouldSwap = false;
    event.detail.isError = false;
    follow(event);
    return;
  }
  const active = document.activeElement;
  before = {
    id: active?.id ?? "",
    top: active?.getBoundingClientRect().top ?? 0,
    open: document.querySelector(".columns-choice > details")?.open ?? false,
  };
});

document.addEventListener("htmx:afterSwap", event => {
  if (!before || !isMain(event)) {
    return;
  }
  const { id, top, open } = before;
  before = null;
  const details = document.querySelector(".columns-choice > details");
  if (details && open) {
    details.open = true;
  }
  const next = successorOf(id);
  next.focus({ preventScroll: true });
  if (next.id !== "main") {
    // What stands above may have grown or shrunk; the place that the reader looks at stays under their eyes.
    scrollBy({ top: next.getBoundingClientRect().top - top, behavior: "instant" });
  }
});

document.addEventListener("htmx:sendError", follow);
document.addEventListener("htmx:timeout", follow);

// A double click is one press: the second click would fall on the link of the column that has moved up.
document.addEventListener("click", event => {
  if (event.detail > 1 && event.target.closest(".card-remove")) {
    event.preventDefault();
    event.stopPropagation();
  }
}, true);
