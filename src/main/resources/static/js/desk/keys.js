// Keys that lead through the desk: "?" lists them, "g" and a letter follow a link. They can be switched off.

const OFF = "desk-keys-off";
const WAIT = 1_500;

const dialog = document.querySelector("[data-keys-dialog]");
const open = document.querySelector("[data-keys-open]");
const on = dialog?.querySelector("[data-keys-on]");

function used() {
  try {
    return localStorage.getItem(OFF) === null;
  } catch {
    return true;
  }
}

function isTyping(target) {
  return target.closest("input, textarea, select, [contenteditable]") !== null;
}

if (dialog) {
  let first = "";
  let forget;

  open.hidden = false;
  on.checked = used();
  open.addEventListener("click", () => dialog.showModal());
  dialog.addEventListener("close", () => open.focus());

  on.addEventListener("change", () => {
    try {
      if (on.checked) {
        localStorage.removeItem(OFF);
      } else {
        localStorage.setItem(OFF, "");
      }
    } catch {
      // Then the choice holds for this page.
    }
  });

  document.addEventListener("keydown", event => {
    if (!on.checked || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || dialog.open) {
      return;
    }
    if (event.key === "?") {
      event.preventDefault();
      dialog.showModal();
      return;
    }
    const link = first && document.querySelector(`[data-keys="${CSS.escape(first)} ${CSS.escape(event.key)}"]`);
    clearTimeout(forget);
    first = "";
    if (link) {
      link.click();
    } else if (event.key === "g") {
      first = event.key;
      forget = setTimeout(() => { first = ""; }, WAIT);
    }
  });
}
