/* A list whose lines are dragged into another order: data-shnor-order names the piece with the field the page reads the
   new order from. Without it the buttons beside the list do the same. */
(() => {
  "use strict";
  let taken = null;
  const listOf = (node) => node.closest?.("[data-shnor-order]");

  document.addEventListener("dragstart", (event) => {
    taken = listOf(event.target) && event.target.closest("li");
    if (!taken) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", taken.dataset.id);
    taken.classList.add("taken");
  });

  document.addEventListener("dragover", (event) => {
    const over = taken && event.target.closest?.("li");
    if (!over || listOf(over) !== listOf(taken)) return;
    event.preventDefault();
    const place = over.getBoundingClientRect();
    over[event.clientY < place.top + place.height / 2 ? "before" : "after"](taken);
  });

  document.addEventListener("drop", (event) => { if (taken) event.preventDefault(); });

  document.addEventListener("dragend", () => {
    if (!taken) return;
    const list = listOf(taken);
    taken.classList.remove("taken");
    taken = null;
    const field = document.querySelector(`.st-key-${CSS.escape(list.dataset.shnorOrder)} input`);
    if (field) told(field, [...list.querySelectorAll("li")].map((line) => line.dataset.id).join(" "));
  });

  /* The field belongs to the page: it hears of a value as if it had been typed. */
  function told(field, value) {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, value);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", code: "Enter", keyCode: 13, bubbles: true }));
    field.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
  }
})();
