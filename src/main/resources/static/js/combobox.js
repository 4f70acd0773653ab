// An input that suggests tools while one types: the editable combobox with a listbox of the WAI-ARIA Authoring Practices.
// HTMX fetches the options; without this file the input is one, and its form leads to the results.

// `choose` is told of the option that somebody takes. `offer` asks for some where nothing has been written yet; without it
// there are none.
const upgrade = (input, list, choose, offer) => {
  const said = document.getElementById("said");
  let active = -1;
  // An answer that comes when the choice is made must not open the list again.
  let wanted = false;

  const options = () => [...list.querySelectorAll("[role=option]")];
  const isOpen = () => !list.hidden;

  const point = index => {
    const all = options();
    active = index;
    all.forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
    if (index < 0) {
      input.removeAttribute("aria-activedescendant");
    } else {
      input.setAttribute("aria-activedescendant", all[index].id);
      all[index].scrollIntoView({ block: "nearest" });
    }
  };

  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    point(-1);
  };

  const open = () => {
    if (options().length > 0) {
      list.hidden = false;
      input.setAttribute("aria-expanded", "true");
    }
  };

  const follow = option => {
    wanted = false;
    close();
    choose(option);
  };

  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);

  list.addEventListener("htmx:afterSwap", () => {
    options().forEach((option, i) => {
      option.id = `${list.id}-${i}`;
    });
    const count = options().length;
    close();
    if (wanted && document.activeElement === input) {
      open();
      wanted = count > 0;
      said.textContent = `${count || "No"} suggestion${count === 1 ? "" : "s"}.`;
    }
  });

  input.addEventListener("input", () => {
    wanted = true;
    // The same words again are news only to a place that was empty.
    said.textContent = "";
    if (input.value.trim() === "") {
      list.replaceChildren();
      close();
      wanted = Boolean(offer);
      if (offer) {
        // HTMX itself does not ask where the field holds again what it knew last.
        offer();
      }
    }
  });

  const show = () => {
    wanted = true;
    if (options().length > 0) {
      open();
    } else if (offer) {
      offer();
    }
  };

  input.addEventListener("keydown", event => {
    const last = options().length - 1;
    if (event.isComposing || event.ctrlKey || event.metaKey) {
      return;
    }
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp":
        if (last < 0 && !offer) {
          return;
        }
        event.preventDefault();
        show();
        if (last >= 0 && !event.altKey) {
          const step = event.key === "ArrowDown" ? 1 : -1;
          point(active < 0 ? (step > 0 ? 0 : last) : active + step > last ? -1 : active + step);
        }
        break;
      // Both belong to the text: the browser moves the caret, and no option is chosen any more.
      case "Home":
      case "End":
        point(-1);
        break;
      case "Enter":
        if (isOpen() && active >= 0) {
          event.preventDefault();
          follow(options()[active]);
        }
        break;
      case "Escape":
        if (wanted || isOpen()) {
          // Browsers clear a search field on Escape; the first one only closes the list, be it on its way still.
          event.preventDefault();
          wanted = false;
          said.textContent = "";
          close();
        }
        break;
      default:
    }
  });

  input.addEventListener("blur", () => {
    wanted = false;
    close();
    if (offer) {
      // What is offered depends on the other fields, which may be others when somebody comes back.
      list.replaceChildren();
    }
  });
  if (offer) {
    input.addEventListener("click", show);
  }
  // Without this, pressing the button would take the focus away, and the list with it, before the click.
  list.addEventListener("mousedown", event => event.preventDefault());
  list.addEventListener("click", event => {
    const option = event.target.closest("[role=option]");
    if (option) {
      follow(option);
    }
  });
};

const upgradeSearch = input => {
  const list = document.getElementById(input.dataset.combobox);
  // HTMX begins after this, so that no page need carry what works with a script alone.
  input.setAttribute("data-hx-get", "/search/suggestions");
  input.setAttribute("data-hx-trigger", "input changed delay:120ms");
  input.setAttribute("data-hx-target", `#${list.id}`);
  input.setAttribute("data-hx-sync", "this:replace");
  upgrade(input, list, option => {
    window.location.assign(option.dataset.path);
  });
};

// A field of a form: it shows the name of the tool, and a hidden one beside it sends the slug, or what was written. Until
// something is written it offers the rivals of what stands in the other fields.
const upgradeField = input => {
  const list = document.getElementById(input.dataset.tool);
  const sent = document.createElement("input");
  sent.type = "hidden";
  sent.name = input.name;
  sent.value = input.value;
  input.removeAttribute("name");
  input.removeAttribute("list");
  // The label of a tool, written again by hand, is the tool still.
  let label = input.dataset.label ?? "";
  let slug = input.value;
  let told = slug;
  input.value = label;
  input.after(sent);
  input.addEventListener("input", () => {
    sent.value = input.value === label ? slug : input.value;
  });
  // A choice is followed by the field's own change, when the reader goes on.
  const tell = () => {
    if (sent.value !== told) {
      told = sent.value;
      input.dispatchEvent(new Event("chosen", { bubbles: true }));
    }
  };
  input.addEventListener("change", tell);
  input.addEventListener("htmx:configRequest", event => {
    event.detail.parameters.q = input.value;
    event.detail.parameters.tool = [...input.form.querySelectorAll(`input[name="${sent.name}"]`)]
      .filter(other => other !== sent && other.value !== "").map(other => other.value);
  });
  upgrade(input, list, option => {
    ({ label, slug } = option.dataset);
    input.value = label;
    sent.value = slug;
    list.replaceChildren();
    tell();
  }, () => window.htmx.trigger(input, "offer"));
};

document.querySelectorAll("input[data-combobox]").forEach(upgradeSearch);
document.querySelectorAll("input[data-tool]").forEach(upgradeField);
