// Writing: what is typed is saved by itself a moment after the last change and on leaving the page, and by keys. Each page that
// is opened is a writer of its own, so that an answer that got lost is no conflict with oneself.

const PAUSE = 1_500;
const AGAIN = 5_000;

const form = document.querySelector("form[data-write]");
const said = document.getElementById("said");

if (form) {
  let changes = 0;
  let kept = 0;
  let sending = -1;
  let timer;
  let halted = form.querySelector("[data-conflict]") !== null;
  let asked = false;

  const dirty = () => changes !== kept;

  const state = text => {
    const place = form.querySelector("[data-state]");
    if (place) {
      place.textContent = text;
    }
  };

  const later = pause => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (dirty() && !halted) {
        save();
      }
    }, pause);
  };

  const save = () => {
    clearTimeout(timer);
    window.htmx.trigger(form, "save");
  };

  const changed = event => {
    if (event.target.closest("[data-write]") !== form) {
      return;
    }
    changes += 1;
    if (halted) {
      return;
    }
    state("Not saved yet");
    later(PAUSE);
  };

  for (const name of ["input", "change", "chosen"]) {
    form.addEventListener(name, changed);
  }

  form.addEventListener("htmx:beforeSend", event => {
    if (event.target === form) {
      sending = changes;
      state("Saving…");
    }
  });

  // Before the answer puts the state there anew, so that it is known by then whether that is the last word.
  form.addEventListener("htmx:beforeSwap", event => {
    if (event.detail.requestConfig.elt === form && event.detail.xhr.status === 200) {
      kept = sending;
      halted = false;
    }
  });

  form.addEventListener("htmx:afterRequest", event => {
    if (event.target !== form) {
      return;
    }
    const { status } = event.detail.xhr;
    if (status === 200) {
      if (asked) {
        said.textContent = "Saved.";
      }
      if (dirty()) {
        later(PAUSE);
      }
    } else if (status === 409) {
      halted = true;
      state("Not saved: somebody else saved this meanwhile");
      document.getElementById("conflict")?.focus();
    } else if (status !== 401) {
      state("Not saved");
      if (status === 0 || status === 503) {
        later(AGAIN);
      }
    }
    asked = false;
  });

  // The answer has put the state there anew; what was typed since is not in it.
  form.addEventListener("htmx:afterSwap", () => {
    if (dirty() && !halted) {
      state("Not saved yet");
    }
  });

  const keep = () => {
    if (dirty() && !halted) {
      const sent = navigator.sendBeacon(form.action, new URLSearchParams(new FormData(form)));
      if (sent) {
        kept = changes;
      }
    }
  };

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") {
      keep();
    }
  });
  window.addEventListener("pagehide", keep);

  // Only what cannot be saved is asked about.
  window.addEventListener("beforeunload", event => {
    if (halted && dirty()) {
      event.preventDefault();
    }
  });

  document.addEventListener("keydown", event => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) {
      return;
    }
    if (event.key === "s") {
      event.preventDefault();
      asked = true;
      save();
    } else if (event.key === "Enter") {
      event.preventDefault();
      form.querySelector("[data-publish]").click();
    }
  });

  form.addEventListener("click", event => {
    const today = event.target.closest("[data-today]");
    if (today) {
      event.preventDefault();
      const field = document.getElementById(today.dataset.today);
      field.value = new Date().toISOString().slice(0, 10);
      field.dispatchEvent(new Event("input", { bubbles: true }));
      said.textContent = "Checked today.";
    }
    // Whoever takes what the other one wrote has decided.
    if (event.target.closest("[data-leave]")) {
      kept = changes;
    }
  });

  // The preview of a text has changed: once for each pause, and only said.
  document.addEventListener("htmx:afterSwap", event => {
    if (event.target.id === "rendered") {
      said.textContent = said.textContent === "Preview updated." ? "Preview is up to date." : "Preview updated.";
    }
  });

  // An address follows the name until somebody types another one, and never once readers have it.
  const name = form.elements.namedItem("name");
  const slug = form.elements.namedItem("slug");
  if (name && slug) {
    const proposed = () => name.value.normalize("NFKD").toLowerCase().replace(/\p{M}+/gu, "").replace(/[^a-z0-9]+/g, "-")
      .replace(/(?<=^|-)vs(?=-|$)/g, "versus").slice(0, 80).replace(/^-+|-+$/g, "");
    let follows = slug.value === "";
    name.addEventListener("input", () => {
      if (follows) {
        slug.value = proposed();
      }
    });
    slug.addEventListener("input", () => {
      follows = slug.value === "";
    });
  }
}
