// The header's link to the bookmarks opens them at the side of the page. Without this file it is a link to their page, and
// there is no drawer; so it is made here, and no page carries it. HTMX fills it, from /bookmarks, each time it opens.

const DRAWER = `<dialog class="drawer" aria-labelledby="drawer-title">
<div class="drawer-page"><div class="drawer-head"><h2 class="drawer-title" id="drawer-title">Bookmarks</h2>
<button class="drawer-close" type="button" data-drawer-close>Close<span class="visually-hidden"> the bookmarks</span></button></div>
<div class="drawer-content" tabindex="-1" data-hx-get="/bookmarks" data-hx-trigger="drawer-load" data-hx-swap="innerHTML" data-hx-disinherit="*"></div></div></dialog>`;

const LOADING = `<p class="drawer-wait">Loading bookmarks...</p>`;

const FAILED = `<div class="drawer-wait"><p role="alert">The bookmarks did not arrive. You may be offline, or the site may be busy.</p>
<p class="page-more"><button class="page-button" type="button" data-drawer-again>Try again</button> <a href="/bookmarks">Open the page of bookmarks</a></p></div>`;

const link = document.querySelector("[data-drawer-open]");

if (link && window.htmx) {
  document.body.insertAdjacentHTML("beforeend", DRAWER);
  const drawer = document.body.lastElementChild;
  const content = drawer.querySelector(".drawer-content");
  const said = document.getElementById("said");
  const afterSaid = said.nextElementSibling;

  const load = () => {
    content.innerHTML = LOADING;
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
      content.innerHTML = FAILED;
    }
  });

  for (const failure of ["htmx:sendError", "htmx:timeout"]) {
    content.addEventListener(failure, event => {
      if (event.target === content) {
        content.innerHTML = FAILED;
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
