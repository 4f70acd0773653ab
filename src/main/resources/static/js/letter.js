// An address that cannot be one is said beside its field by problems.js; here the field is marked, and the hand is back in it.

document.addEventListener("htmx:afterRequest", event => {
  const { elt, xhr } = event.detail;
  const field = elt.matches(".letter-form") && elt.elements.email;
  if (!field) {
    return;
  }
  if (xhr.status === 422) {
    field.setAttribute("aria-invalid", "true");
    field.focus();
  } else {
    field.removeAttribute("aria-invalid");
  }
});
