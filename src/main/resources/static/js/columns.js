// A comparison changes in its place: the reader stays where they were, with what they had open. HTMX follows the links and
// forms; whatever it cannot put in place is followed as it would be without this file.

// What one weighs and limits, as the form that decides names it.
const DECIDED = /^(?:weight\..+|budget|open|self-host|free)$/;
const USUAL_WEIGHT = "1";

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

/** What the reader has weighed and limited, without what is as usual. */
function decided(form) {
  return [...new FormData(form)].filter(([name, value]) => DECIDED.test(name) && value.trim() !== ""
    && !(name.startsWith("weight.") && value === USUAL_WEIGHT));
}

/** Puts fields into an address in the place of those that it had. */
function carriedBy(link, fields) {
  const address = new URL(link.href);
  for (const name of [...address.searchParams.keys()].filter(name => DECIDED.test(name))) {
    address.searchParams.delete(name);
  }
  for (const [name, value] of fields) {
    address.searchParams.append(name, value);
  }
  return address.pathname + address.search;
}

/** The answer comes without the rest of the page, whose links and forms would else lead back to what was decided before. */
function carry(form) {
  const fields = decided(form);
  for (const link of document.querySelectorAll(".card-remove[data-hx-boost], .columns-copy a, #rows-all")) {
    link.setAttribute("href", carriedBy(link, fields));
  }
  for (const other of document.querySelectorAll(".columns-add, .columns-form")) {
    for (const field of other.querySelectorAll("input[type=hidden]")) {
      if (DECIDED.test(field.name)) {
        field.remove();
      }
    }
    for (const [name, value] of fields) {
      other.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    }
  }
}

for (const kind of ["input", "change"]) {
  document.addEventListener(kind, event => {
    const form = event.target.closest(".decide-form");
    if (form) {
      carry(form);
    }
  });
}

// HTMX has noted the address of a link when it came into the page.
document.addEventListener("htmx:configRequest", event => {
  const { elt, boosted } = event.detail;
  if (boosted && elt.matches("a")) {
    event.detail.path = elt.getAttribute("href");
  }
});

document.addEventListener("htmx:beforeSwap", event => {
  if (!isMain(event)) {
    return;
  }
  // An answer that is still on its way belongs to the form that goes; it would put the old address back.
  document.querySelector(".decide-form")?.dispatchEvent(new CustomEvent("htmx:abort", { bubbles: true, detail: {} }));
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
