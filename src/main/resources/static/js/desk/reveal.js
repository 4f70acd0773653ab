// A button beside each password shows what is typed. It is hidden again before it is sent, so that browsers know it for one.

for (const field of document.querySelectorAll("input[data-reveal]")) {
  const row = document.createElement("span");
  const button = document.createElement("button");
  row.className = "desk-reveal";
  button.type = "button";
  button.className = "desk-act";
  const show = shown => {
    field.type = shown ? "text" : "password";
    button.textContent = shown ? "Hide" : "Show";
    button.setAttribute("aria-label", `${shown ? "Hide" : "Show"} the password`);
  };
  show(false);
  button.addEventListener("click", () => show(field.type === "password"));
  field.form.addEventListener("submit", () => show(false));
  field.before(row);
  row.append(field, button);
}
