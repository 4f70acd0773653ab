// The header's link to the bookmarks opens them at the side of the page. Without this file it is a link to their page.

const link = document.querySelector("[data-drawer-open]");
const drawer = document.querySelector("dialog[data-drawer]");

if (link && drawer && window.htmx) {
  const content = drawer.querySelector("[data-drawer-content]");
  const said = document.getElementById("said");
  const afterSaid = said.nextElementSibling;

  const show = name => content.replaceChildren(
    document.querySelector(`template[data-drawer-${name}]`).content.cloneNode(true));

  const load = () => {
    show("loading");
    window.htmx.trigger(content, "drawer-load");
  };

  link.setAttribute("aria-haspopup", "dialog");

  link.addEventListener("click", event => {
    // With a modifier key it opens the page, in a tab or window of its own.
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
      return;
    }
    event.preventDefault();
    // Outside of an open modal dialog nothing is announced, so the place for announcements goes along.
    drawer.append(said);
    drawer.showModal();
    load();
  });

  drawer.addEventListener("close", () => {
    afterSaid.before(said);
    content.replaceChildren();
    // Not every browser gives the focus to a link that is clicked, and so would not give it back.
    link.focus();
  });

  // A press that begins on the backdrop and ends there; text that is marked up to the outside closes nothing.
  let begun = null;
  drawer.addEventListener("pointerdown", event => { begun = event.target; });
  drawer.addEventListener("click", event => {
    if (event.target === drawer && begun === drawer || event.target.closest("[data-drawer-close]")) {
      drawer.close();
    } else if (event.target.closest("[data-drawer-again]")) {
      content.focus();
      load();
    }
  });

  content.addEventListener("htmx:beforeSwap", event => {
    if (event.detail.requestConfig.elt === content && event.detail.xhr.status >= 400) {
      event.detail.shouldSwap = false;
      show("failed");
    }
  });

  for (const failure of ["htmx:sendError", "htmx:timeout"]) {
    content.addEventListener(failure, event => {
      if (event.target === content) {
        show("failed");
      }
    });
  }

  // What changes in the drawer changes the buttons of the page below it.
  content.addEventListener("htmx:afterSwap", () => {
    for (const template of content.querySelectorAll("template[data-elsewhere]")) {
      const fresh = template.content.firstElementChild;
      template.remove();
      const stale = document.getElementById(fresh.id);
      if (stale) {
        stale.replaceWith(fresh);
        window.htmx.process(fresh);
      }
    }
  });
}
