"use strict";
(() => {
  const one = (id) => document.getElementById(id);
  const map = one("map"), ground = one("ground"), search = one("search"), by = one("by");
  const boxes = new Map([...map.querySelectorAll("a.box")].map((a) => [a.id.slice(2), a]));
  const arrows = [...map.querySelectorAll(".arrow")].map((g) => ({ g, from: g.dataset.from, to: g.dataset.to }));
  const wide = +map.dataset.wide, high = +map.dataset.high, top = -30;
  const centre = (a) => { const m = a.transform.baseVal.getItem(0).matrix; return { x: m.e, y: m.f }; };
  const at = new Map([...boxes].map(([id, a]) => [id, centre(a)]));
  let view = { x: 0, y: top, scale: 1 }, picked = "";
  document.documentElement.classList.add("live");
  map.removeAttribute("width");
  map.removeAttribute("height");

  const size = () => ({ w: map.clientWidth || 1, h: map.clientHeight || 1 });
  const show = () => {
    const { w, h } = size();
    map.setAttribute("viewBox", [view.x, view.y, w / view.scale, h / view.scale].join(" "));
    map.classList.toggle("afar", view.scale < 0.6);
  };
  const whole = () => {
    const { w, h } = size();
    view.scale = Math.min(w / wide, h / high, 1.3);
    view.x = (wide - w / view.scale) / 2;
    view.y = top + (high - h / view.scale) / 2;
    show();
  };
  const zoom = (by, px, py) => {
    const { w, h } = size(), p = at.get(picked);
    const near = { x: (p.x - view.x) * view.scale, y: (p.y - view.y) * view.scale };
    const seen = near.x > 0 && near.x < w && near.y > 0 && near.y < h;
    const x = px ?? (seen ? near.x : w / 2), y = py ?? (seen ? near.y : h / 2);
    const least = Math.min(w / wide, h / high, 1) * 0.7;
    const scale = Math.min(3, Math.max(least, view.scale * by));
    view.x += x / view.scale - x / scale;
    view.y += y / view.scale - y / scale;
    view.scale = scale;
    show();
  };
  const pan = (dx, dy) => { view.x += dx / view.scale; view.y += dy / view.scale; show(); };
  const bring = (id) => {
    const { w, h } = size(), p = at.get(id);
    const x = (p.x - view.x) * view.scale, y = (p.y - view.y) * view.scale;
    const mx = Math.min(110 * view.scale + 10, w / 2), my = Math.min(70 * view.scale + 10, h / 2);
    pan(x < mx ? x - mx : x > w - mx ? x - w + mx : 0, y < my ? y - my : y > h - my ? y - h + my : 0);
  };
  const middle = (id) => {
    const { w, h } = size(), p = at.get(id);
    view.scale = Math.max(view.scale, 0.9);
    view.x = p.x - w / 2 / view.scale;
    view.y = p.y - h / 2 / view.scale;
    show();
  };
  const pick = (id, focus) => {
    if (!boxes.has(id)) return;
    if (picked) {
      const before = boxes.get(picked);
      before.classList.remove("picked");
      before.removeAttribute("aria-current");
      before.tabIndex = -1;
      one("n-" + picked).classList.remove("picked");
    }
    picked = id;
    const box = boxes.get(id);
    box.classList.add("picked");
    box.setAttribute("aria-current", "true");
    box.tabIndex = 0;
    boxes.forEach((b) => b.classList.remove("kin"));
    arrows.forEach(({ g, from, to }) => {
      g.classList.toggle("lit", from === id || to === id);
      g.classList.toggle("told", from === id);
      if (from === id) { boxes.get(to).classList.add("kin"); g.parentNode.append(g); }
      if (to === id) boxes.get(from).classList.add("kin");
    });
    one("n-" + id).classList.add("picked");
    document.querySelector("aside").scrollTop = 0;
    bring(id);
    if (focus) box.focus({ preventScroll: true });
  };

  boxes.forEach((box) => { box.tabIndex = -1; });
  document.addEventListener("click", (e) => {
    const link = e.target.closest('a[href^="#n-"]');
    if (!link || e.ctrlKey || e.metaKey) return;
    e.preventDefault();
    if (moved && map.contains(link)) return;
    pick(link.getAttribute("href").slice(3), map.contains(link));
    history.replaceState(null, "", "#n-" + picked);
    if (matchMedia("(max-width: 52rem)").matches) one("n-" + picked).scrollIntoView();
  });

  const held = new Map();
  let moved = false, apart = 0;
  const spread = () => { const [a, b] = [...held.values()]; return Math.hypot(a.x - b.x, a.y - b.y); };
  map.addEventListener("pointerdown", (e) => {
    if (e.button) return;
    held.set(e.pointerId, { x: e.clientX, y: e.clientY });
    if (held.size === 1) moved = false;
    if (held.size === 2) apart = spread();
  });
  addEventListener("pointermove", (e) => {
    const last = held.get(e.pointerId);
    if (!last) return;
    const dx = e.clientX - last.x, dy = e.clientY - last.y;
    if (!moved && Math.hypot(dx, dy) < 5) return;
    moved = true;
    map.classList.add("held");
    held.set(e.pointerId, { x: e.clientX, y: e.clientY });
    if (held.size === 1) pan(-dx, -dy);
    else if (held.size === 2) {
      const now = spread(), edge = map.getBoundingClientRect(), [a, b] = [...held.values()];
      zoom(now / (apart || now), (a.x + b.x) / 2 - edge.left, (a.y + b.y) / 2 - edge.top);
      apart = now;
    }
  });
  const drop = (e) => { held.delete(e.pointerId); if (!held.size) map.classList.remove("held"); };
  addEventListener("pointerup", drop);
  addEventListener("pointercancel", drop);
  map.addEventListener("dragstart", (e) => e.preventDefault());
  ground.addEventListener("wheel", (e) => {
    e.preventDefault();
    const edge = map.getBoundingClientRect();
    zoom(Math.exp(-e.deltaY * (e.deltaMode ? 0.05 : 0.0016)), e.clientX - edge.left, e.clientY - edge.top);
  }, { passive: false });

  const aside = (id, dx) => {
    const here = at.get(id);
    const near = [...at].filter(([, p]) => (p.x - here.x) * dx > 20 && Math.abs(p.y - here.y) < 60);
    near.sort(([, a], [, b]) => (a.x - b.x) * dx);
    return near.length ? near[0][0] : "";
  };
  const next = {
    ArrowDown: (id) => arrows.find((a) => a.from === id && a.to !== id)?.to,
    ArrowUp: (id) => arrows.find((a) => a.to === id && a.from !== id)?.from,
    ArrowLeft: (id) => aside(id, -1),
    ArrowRight: (id) => aside(id, 1),
  };
  const steps = { ArrowDown: [0, 80], ArrowUp: [0, -80], ArrowLeft: [-80, 0], ArrowRight: [80, 0] };
  ground.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.altKey || e.metaKey) return;
    const box = e.target.closest("a.box");
    if (e.key === "+" || e.key === "=") zoom(1.25);
    else if (e.key === "-") zoom(0.8);
    else if (e.key === "0") whole();
    else if (steps[e.key] && (e.shiftKey || !box)) pan(...steps[e.key]);
    else if (steps[e.key]) pick(next[e.key](box.id.slice(2)), true);
    else return;
    e.preventDefault();
  });
  one("in").addEventListener("click", () => zoom(1.25));
  one("out").addEventListener("click", () => zoom(0.8));
  one("all").addEventListener("click", whole);

  const paint = () => {
    const chosen = by.selectedOptions[0];
    one("says").textContent = chosen.dataset.says;
    const scale = chosen.dataset.scale.split("|");
    document.querySelectorAll(".legend .step").forEach((step, n) => { step.textContent = scale[n]; });
    boxes.forEach((box) => {
      const [level, words] = (box.getAttribute("data-" + by.value) || "n|").split("|");
      box.setAttribute("class", box.getAttribute("class").replace(/\bl[n0-4]\b/, "l" + level));
      const badge = box.querySelector(".badge");
      if (badge) badge.textContent = words;
    });
  };
  by.addEventListener("change", paint);

  const texts = new Map([...boxes.keys()].map((id) => [id, one("n-" + id).textContent.toLowerCase()]));
  let hits = [];
  const look = () => {
    const words = search.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    hits = words.length ? [...texts].filter(([, t]) => words.every((w) => t.includes(w))).map(([id]) => id) : [];
    const among = new Set(hits);
    boxes.forEach((box, id) => {
      box.classList.toggle("dim", words.length > 0 && !among.has(id));
      box.classList.toggle("hit", among.has(id));
    });
    one("found").textContent = words.length ? hits.length + (hits.length === 1 ? " box" : " boxes") : "";
  };
  search.addEventListener("input", look);
  search.addEventListener("keydown", (e) => {
    if (e.key === "Enter" && hits.length) {
      e.preventDefault();
      pick(hits[(hits.indexOf(picked) + 1) % hits.length], false);
      middle(picked);
    }
  });

  addEventListener("hashchange", () => pick(location.hash.slice(3), false));
  addEventListener("resize", show);
  let before = "";
  addEventListener("beforeprint", () => { before = map.getAttribute("viewBox"); map.setAttribute("viewBox", [0, top, wide, high].join(" ")); });
  addEventListener("afterprint", () => map.setAttribute("viewBox", before));
  paint();
  whole();
  const first = location.hash.slice(3);
  pick(boxes.has(first) ? first : boxes.keys().next().value, false);
  whole();
  if (boxes.has(first)) { middle(first); }
})();
