// Requests that change something go out one after the other, across tabs too. Two first votes at the same time would each
// be sent without a cookie, and one browser would become two visitors.

const LONGEST = 15_000;

let last = Promise.resolve();

/** Runs an act when all earlier ones have ended; without the Web Locks API (plain http) only those of this page. */
function inTurn(act) {
  if (navigator.locks) {
    return navigator.locks.request("changes", act);
  }
  last = last.then(act, act);
  return last;
}

/** Issues a request and ends with it. What never ends, or never begins, must not keep the others waiting. */
function sent(form, button, issue) {
  return new Promise(end => {
    let begun = false;
    const choose = event => {
      // By now HTMX may have forgotten which button was pressed, or know another one.
      if (button?.name) {
        event.detail.parameters[button.name] = button.value;
      }
    };
    const begin = () => { begun = true; };
    const finish = () => {
      clearTimeout(patience);
      form.removeEventListener("htmx:configRequest", choose);
      form.removeEventListener("htmx:beforeSend", begin);
      form.removeEventListener("htmx:afterRequest", finish);
      end();
    };
    const patience = setTimeout(finish, LONGEST);
    form.addEventListener("htmx:configRequest", choose);
    form.addEventListener("htmx:beforeSend", begin);
    form.addEventListener("htmx:afterRequest", finish);
    issue(true);
    if (!begun) {
      finish();
    }
  });
}

/** An answer has replaced the form while the press waited: the button that stands there now is pressed, if it means the same. */
function pressSuccessor(button) {
  const successor = button?.id ? document.getElementById(button.id) : null;
  if (successor?.form && successor.name && successor.value === button.value) {
    successor.form.requestSubmit(successor);
  }
}

document.addEventListener("htmx:confirm", event => {
  const { verb, elt, issueRequest, triggeringEvent } = event.detail;
  if (verb === "get") {
    return;
  }
  event.preventDefault();
  const button = triggeringEvent?.submitter;
  if (button?.getAttribute("aria-busy") === "true") {
    return;
  }
  button?.setAttribute("aria-busy", "true");
  inTurn(() => elt.isConnected ? sent(elt, button, issueRequest) : pressSuccessor(button))
    .finally(() => button?.removeAttribute("aria-busy"));
});

// A double click is one press: the second click would fall on what the answer to the first has put there, as "Undo".
document.addEventListener("click", event => {
  if (event.detail > 1 && event.target.closest("form[data-hx-post] button")) {
    event.preventDefault();
  }
});
