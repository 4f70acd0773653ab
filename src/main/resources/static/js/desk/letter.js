// Writing an introduction: Ctrl+S or Cmd+S saves, and whoever leaves with something unsaved is asked. Then, what the other
// newsletter pages of the desk need.

const form = document.querySelector("form[data-letter-write]");

if (form) {
  const text = form.querySelector("textarea");
  // What the page came with: what typed.js has put back is not saved yet.
  let saved = text.defaultValue;
  let sending = saved;
  let leaving = false;

  document.addEventListener("keydown", event => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "s") {
      event.preventDefault();
      form.requestSubmit();
    }
  });

  form.addEventListener("input", () => {
    // What the last save said is no longer true.
    form.querySelector("#letter-saved .desk-saved")?.replaceChildren();
  });

  form.addEventListener("htmx:beforeSend", event => {
    if (event.detail.elt === form) {
      sending = text.value;
    }
  });

  form.addEventListener("htmx:afterRequest", event => {
    if (event.detail.elt === form && event.detail.xhr.status === 200) {
      saved = sending;
    }
  });

  form.addEventListener("submit", () => { leaving = !window.htmx; });

  // The session has ended: typed.js keeps the text and leads to the sign-in.
  form.addEventListener("htmx:beforeSwap", event => { leaving = event.detail.xhr.status === 401; });

  window.addEventListener("beforeunload", event => {
    if (!leaving && text.value !== saved) {
      event.preventDefault();
    }
  });
}

// What was just done is where the hand goes on, when the button that did it is gone.
document.addEventListener("htmx:afterSettle", event => {
  const said = event.detail.target?.isConnected
    ? event.detail.target.querySelector("[data-letter-said]")
    : document.getElementById(event.detail.target?.id)?.querySelector("[data-letter-said]");
  if (said && document.activeElement === document.body) {
    said.focus();
  }
});

// A mail for trying out that was not sent says so where the last answer stood.
document.addEventListener("htmx:beforeRequest", event => {
  if (event.detail.elt.matches(".desk-letter-try")) {
    document.getElementById("letter-tested").replaceChildren();
  }
});

// All deliveries of a page are ticked at once, where this script is at hand.
function offerAll() {
  for (const label of document.querySelectorAll("[data-letter-all][hidden]")) {
    label.hidden = false;
  }
}

offerAll();
document.addEventListener("htmx:afterSettle", offerAll);
document.addEventListener("change", event => {
  if (event.target.closest("[data-letter-all]")) {
    for (const box of event.target.form.querySelectorAll("input[name=delivery]")) {
      box.checked = event.target.checked;
    }
  }
});

// What holds only where scripts run is said only there.
for (const said of document.querySelectorAll("[data-by-script]")) {
  said.hidden = false;
}
