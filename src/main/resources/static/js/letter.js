// An address that cannot be one is said beside its field by problems.js, which marks it as well; here the hand is back in it.

document.addEventListener("htmx:afterRequest", event => {
  const { elt, xhr } = event.detail;
  if (elt.matches(".letter-form") && xhr.status === 422) {
    elt.elements.email.focus();
  }
});
