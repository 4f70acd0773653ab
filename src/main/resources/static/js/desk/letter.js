// Writing an introduction: Ctrl+S or Cmd+S saves, and whoever leaves with something unsaved is asked.

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
