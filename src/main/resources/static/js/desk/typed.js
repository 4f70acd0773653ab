// When the session has ended while a form was being written, its text waits in this tab for the next sign-in and is put back.

const KEY = "desk-typed";
const here = () => location.pathname + location.search;

// A field with suggestions has no name: the hidden one beside it has, and sends what was chosen. What is seen is carried, because
// the site understands names as well. Of other hidden fields those are carried that tell which state was written over.
const nameOf = field => field.name || field.matches("input[data-tool]") && field.nextElementSibling?.name || "";

function fieldsOf(form) {
  return [...form.elements].filter(field => nameOf(field) && field.name !== "_csrf"
    && (field.type === "hidden" ? field.hasAttribute("data-carry")
      : !["password", "file", "submit", "button"].includes(field.type)));
}

function keep(form) {
  const fields = fieldsOf(form).map(field => {
    const choice = field.type === "checkbox" || field.type === "radio";
    return [nameOf(field), field.value, choice ? field.checked : null];
  });
  try {
    sessionStorage.setItem(KEY, JSON.stringify({
      account: document.body.dataset.account, page: here(), action: form.getAttribute("action"), fields,
    }));
    return true;
  } catch {
    return false;
  }
}

function take() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY));
    // Who signs in as somebody else does not get the first one's text, and nobody does after that.
    if (kept && document.body.dataset.account && (kept.account !== document.body.dataset.account || kept.page === here())) {
      sessionStorage.removeItem(KEY);
      return kept.account === document.body.dataset.account ? kept : null;
    }
  } catch {
    // Without storage nothing was kept.
  }
  return null;
}

function restore({ action, fields }) {
  const form = [...document.forms].find(one => one.getAttribute("action") === action);
  if (!form) {
    return;
  }
  const waiting = [...fields];
  for (const field of fieldsOf(form)) {
    const choice = field.type === "checkbox" || field.type === "radio";
    const at = waiting.findIndex(([name, value]) => name === nameOf(field) && (!choice || value === field.value));
    if (at >= 0) {
      const [[, value, checked]] = waiting.splice(at, 1);
      if (choice) {
        field.checked = checked;
      } else {
        field.value = value;
        if (!field.name) {
          // So that the hidden field follows.
          field.dispatchEvent(new Event("input", { bubbles: true }));
        }
      }
    }
  }
  form.setAttribute("data-restored", "");
  const note = document.createElement("p");
  note.className = "notice";
  note.textContent = form.hasAttribute("data-write") ? "Your session had ended. What you typed is back."
    : "Your session had ended. What you typed is back; send it when you are ready.";
  form.before(note);
  document.getElementById("said").textContent = note.textContent;
  fieldsOf(form).find(field => field.type !== "hidden")?.focus();
}

document.addEventListener("htmx:beforeSwap", event => {
  if (event.detail.xhr.status !== 401) {
    return;
  }
  event.detail.isError = false;
  const form = event.detail.requestConfig.elt.closest("form");
  if (!form || keep(form)) {
    event.detail.shouldSwap = false;
    location.assign("/desk/sign-in?back=" + encodeURIComponent(here()));
  }
});

// A form that adds something is empty again when that has worked.
document.addEventListener("htmx:afterRequest", event => {
  // Asked of the status: to HTMX whatever is shown counts as a success.
  if (event.detail.xhr.status === 200 && event.detail.elt.matches("form[data-empty-after]")) {
    event.detail.elt.reset();
  }
});

const kept = take();
if (kept) {
  restore(kept);
}
