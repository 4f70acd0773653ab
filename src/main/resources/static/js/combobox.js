// An input that suggests tools while one types: the editable combobox with a listbox of the WAI-ARIA Authoring Practices.
// HTMX fetches the options; without this file the input is one, and its form leads to the results.

const upgrade = input => {
  const list = document.getElementById(input.dataset.combobox);
  const said = document.getElementById("said");
  let active = -1;

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
    close();
    window.location.assign(option.dataset.path);
  };

  // HTMX begins after this, so that no page need carry what works with a script alone.
  input.setAttribute("data-hx-get", "/search/suggestions");
  input.setAttribute("data-hx-trigger", "input changed delay:120ms");
  input.setAttribute("data-hx-target", `#${list.id}`);
  input.setAttribute("data-hx-sync", "this:replace");
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);

  list.addEventListener("htmx:afterSwap", () => {
    options().forEach((option, i) => {
      option.id = `${list.id}-${i}`;
    });
    point(-1);
    const count = options().length;
    if (document.activeElement === input && input.value.trim() !== "" && count > 0) {
      open();
      said.textContent = count === 1 ? "1 suggestion." : `${count} suggestions.`;
    } else {
      close();
    }
  });

  input.addEventListener("input", () => {
    if (input.value.trim() === "") {
      list.replaceChildren();
      close();
    }
  });

  input.addEventListener("keydown", event => {
    const last = options().length - 1;
    if (event.isComposing || event.ctrlKey || event.metaKey) {
      return;
    }
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp":
        if (last < 0) {
          return;
        }
        event.preventDefault();
        open();
        if (!event.altKey) {
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
        if (isOpen()) {
          // Browsers clear a search field on Escape; the first one only closes the list.
          event.preventDefault();
          close();
        }
        break;
      default:
    }
  });

  input.addEventListener("blur", close);
  // Without this, pressing the button would take the focus away, and the list with it, before the click.
  list.addEventListener("mousedown", event => event.preventDefault());
  list.addEventListener("click", event => {
    const option = event.target.closest("[role=option]");
    if (option) {
      follow(option);
    }
  });
};

document.querySelectorAll("input[data-combobox]").forEach(upgrade);
