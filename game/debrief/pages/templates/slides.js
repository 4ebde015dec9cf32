"use strict";
(() => {
  const slides = [...document.querySelectorAll("main > section")];
  const bar = document.createElement("nav");
  const label = document.createElement("span");
  const button = (text, step) => {
    const one = document.createElement("button");
    one.type = "button";
    one.textContent = text;
    one.addEventListener("click", () => show(at + step));
    return one;
  };
  let at = Math.max(0, slides.findIndex((s) => "#" + s.id === location.hash));
  const show = (wanted) => {
    at = Math.min(slides.length - 1, Math.max(0, wanted));
    slides.forEach((s, n) => { s.hidden = n !== at; });
    label.textContent = (at + 1) + " of " + slides.length;
    history.replaceState(null, "", "#" + slides[at].id);
    slides[at].querySelector("h1, h2").focus({ preventScroll: true });
    scrollTo(0, 0);
  };
  const keys = {
    ArrowRight: () => at + 1, ArrowDown: () => at + 1, PageDown: () => at + 1,
    ArrowLeft: () => at - 1, ArrowUp: () => at - 1, PageUp: () => at - 1,
    Home: () => 0, End: () => slides.length - 1,
  };
  slides.forEach((s) => { s.querySelector("h1, h2").tabIndex = -1; });
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.altKey || e.metaKey) return;
    const tall = document.documentElement.scrollHeight > innerHeight + 2;
    if (tall && (e.key === "ArrowDown" || e.key === "ArrowUp")) return;
    if (keys[e.key]) { e.preventDefault(); show(keys[e.key]()); }
  });
  addEventListener("hashchange", () => {
    const found = slides.findIndex((s) => "#" + s.id === location.hash);
    if (found >= 0 && found !== at) show(found);
  });
  bar.setAttribute("aria-label", "Slides");
  label.setAttribute("aria-live", "polite");
  bar.append(button("Back", -1), label, button("Next", 1));
  document.body.append(bar);
  document.body.classList.add("stepping");
  show(at);
})();
