// What went wrong with a form is said inside it, at its place for problems; the form and its old state stay.

const OFFLINE = "You seem to be offline. Try again when you are connected; your choice counts once.";
const AWAY = "The site could not be reached. Try again; your choice counts once.";
const LATE = "The site did not answer in time. Try again; your choice counts once.";
const BROKEN = "That did not work. Try again in a moment.";

/** The place for problems of the element that sent a request; null where there is none. */
function placeOf(event) {
  return event.detail.requestConfig?.elt.querySelector("[data-problem]") ?? null;
}

function say(place, sentence) {
  if (place) {
    const paragraph = document.createElement("p");
    paragraph.className = "form-error";
    paragraph.textContent = sentence;
    place.replaceChildren(paragraph);
  }
}

/** Whether an answer is a sentence of this site, and no whole page, as a proxy on the way sends it. */
function isOurs(xhr) {
  return /^text\/html/i.test(xhr.getResponseHeader("Content-Type") ?? "") && !/<html/i.test(xhr.responseText);
}

document.addEventListener("htmx:beforeSwap", event => {
  const place = placeOf(event);
  const { xhr } = event.detail;
  if (!place || xhr.status < 400) {
    return;
  }
  // It is said below; HTMX need not complain to the console as well.
  event.detail.isError = false;
  event.detail.shouldSwap = isOurs(xhr);
  if (event.detail.shouldSwap) {
    event.detail.target = place;
    event.detail.swapOverride = "innerHTML";
  } else {
    say(place, BROKEN);
  }
});

document.addEventListener("htmx:afterRequest", event => {
  const place = placeOf(event);
  const { status } = event.detail.xhr;
  if (!place) {
    return;
  }
  if (status >= 200 && status < 400) {
    place.replaceChildren();
  }
  // The field that has the place for its description.
  const field = document.querySelector(`[aria-describedby~="${place.id}"]`);
  if (field) {
    field.ariaInvalid = status === 422 || null;
  }
});

document.addEventListener("htmx:sendError", event => say(placeOf(event), navigator.onLine ? AWAY : OFFLINE));

document.addEventListener("htmx:timeout", event => say(placeOf(event), LATE));
