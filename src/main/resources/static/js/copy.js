// Copies the text behind a link. Where the browser does not let a page write to the clipboard, the link beside it remains.

const COPIED_FOR = 4_000;

/** Shows the buttons that work here. */
function offer() {
  if (navigator.clipboard?.writeText) {
    for (const button of document.querySelectorAll("[data-copy][hidden]")) {
      button.hidden = false;
    }
  }
}

async function copy(button, link) {
  const answer = await fetch(link.href);
  if (!answer.ok) {
    throw new Error(`The text answered ${answer.status}.`);
  }
  await navigator.clipboard.writeText(await answer.text());
  // Pressed again in between, it still finds back to its own words.
  button.dataset.copy ||= button.textContent;
  button.textContent = "Copied";
  document.getElementById("said").textContent = "Copied";
  setTimeout(() => { button.textContent = button.dataset.copy; }, COPIED_FOR);
}

document.addEventListener("click", event => {
  const button = event.target.closest("[data-copy]");
  if (!button || button.getAttribute("aria-busy") === "true") {
    return;
  }
  const link = button.parentElement.querySelector("a");
  button.setAttribute("aria-busy", "true");
  copy(button, link)
    .catch(() => location.assign(link.href))
    .finally(() => button.removeAttribute("aria-busy"));
});

document.addEventListener("htmx:afterSwap", offer);
offer();
