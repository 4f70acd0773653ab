// Writing: what is typed is saved by itself a moment after the last change, on looking away and on leaving the page, and by
// keys. Each page that is opened is a writer of its own, so that an answer that got lost is no conflict with oneself.

const PAUSE = 1_500;
const AGAIN = 5_000;
// A beacon takes 64 KiB (Fetch, "keepalive"); some of it is for what else is on its way.
const LONGEST = 60_000;

const form = document.querySelector("form[data-write]");
const said = document.getElementById("said");

if (form) {
  let changes = 0;
  let kept = 0;
  let sending = -1;
  let timer;
  let halted = form.querySelector("[data-conflict]") !== null;
  let asked = false;
  // What was sent last was refused, or got no answer.
  let refused = false;
  let leaving = false;

  // Each save has its number, so that an earlier one that arrives later does not take the place of a later one.
  const turn = form.elements.namedItem("turn");
  const nextTurn = () => {
    turn.value = String(Number(turn.value) + 1);
    return turn.value;
  };

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

  // What was wrong with a field is said no longer once somebody has changed it.
  const settle = field => {
    if (field.getAttribute("aria-invalid") === "true") {
      field.removeAttribute("aria-invalid");
      document.getElementById(`${field.id}-problem`)?.remove();
    }
  };

  const changed = event => {
    if (event.target.closest("[data-write]") !== form) {
      return;
    }
    changes += 1;
    settle(event.target);
    if (halted) {
      return;
    }
    state("Not saved yet");
    later(PAUSE);
  };

  for (const name of ["input", "change", "chosen"]) {
    form.addEventListener(name, changed);
  }
  form.addEventListener("submit", () => { asked = true; });

  form.addEventListener("htmx:configRequest", event => {
    if (event.target === form) {
      event.detail.parameters.turn = nextTurn();
    }
  });

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
    refused = status !== 200 && status !== 401;
    if (status === 200) {
      if (asked) {
        said.textContent = "Saved.";
      }
      if (dirty()) {
        later(PAUSE);
      }
    } else if (status === 409) {
      halted = true;
      const conflict = document.getElementById("conflict");
      const why = conflict ? "somebody else saved this meanwhile" : "this draft is there no more";
      state(`Not saved: ${why}`);
      // Whoever is typing is told and goes on typing; whoever asked for it is led there.
      if (asked && conflict) {
        conflict.focus();
      } else {
        said.textContent = `Not saved: ${why}.`;
      }
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

  // Whoever looks away finds it saved, or is told on coming back why it is not.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && dirty() && !halted && !leaving) {
      save();
    }
  });

  const typed = () => new URLSearchParams(new FormData(form));

  // The last word of a page that goes. Nobody hears the answer, so the page itself does not take it for saved.
  window.addEventListener("pagehide", () => {
    leaving = true;
    if (dirty() && !halted) {
      nextTurn();
      navigator.sendBeacon(form.action, typed());
    }
  });

  // The page may come back as it was left.
  window.addEventListener("pageshow", event => {
    leaving = false;
    if (event.persisted && dirty() && !halted) {
      state("Not saved yet");
      save();
    }
  });

  // Only what cannot be saved on leaving is asked about: what was refused, and what is too long for a beacon.
  window.addEventListener("beforeunload", event => {
    if (dirty() && (halted || refused || typed().toString().length > LONGEST)) {
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

  // What was typed before a session ended is back, and not saved.
  if (form.hasAttribute("data-restored")) {
    changes += 1;
    state("Not saved yet");
    later(PAUSE);
  }

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
