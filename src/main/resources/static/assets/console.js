// The one script: keys, picking rows, and a refresh that never takes the page out of a reader's hands. All pages work without it.
"use strict";
(() => {
  const IDLE = 20 * 60 * 1000; // an untended screen must not keep a sign-in alive
  const rows = () => [...document.querySelectorAll("tr.row")];
  let touched = Date.now();
  let going = false;

  const typing = (target) => target.closest("input, select, textarea, [contenteditable]") !== null;
  const current = () => document.querySelector("tr.current");

  function move(step) {
    const all = rows();
    if (all.length === 0) return;
    const at = all.indexOf(current());
    const next = all[Math.min(all.length - 1, Math.max(0, at + step))];
    current()?.classList.remove("current");
    next.classList.add("current");
    (next.querySelector("a.open") ?? next.querySelector("a"))?.focus();
    next.scrollIntoView({ block: "nearest" });
  }

  function go(key) {
    const pages = { t: "/", d: "/deliveries", h: "/dossiers" };
    if (pages[key]) location.assign(pages[key]);
  }

  // never retries by itself: it leads to where the reason is asked for
  function retry() {
    const pick = document.getElementById("pick");
    if (pick?.querySelector("option[value=RETRY]")) {
      const picked = [...document.querySelectorAll("tr.row input:checked")];
      const boxes = picked.length > 0 ? picked : [current()?.querySelector("input[type=checkbox]")].filter(Boolean);
      if (boxes.length === 0) return;
      const asked = new URLSearchParams([["act", "RETRY"], ["scope", "picked"], ...boxes.map((box) => ["ids", box.value])]);
      location.assign(`${pick.action}?${asked}`);
    } else {
      document.getElementById("why-retry")?.focus();
    }
  }

  document.addEventListener("keydown", (event) => {
    touched = Date.now();
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (going) {
      going = false;
      go(event.key);
      return;
    }
    switch (event.key) {
      case "/": document.querySelector("[data-search]")?.focus(); break;
      case "j": move(1); break;
      case "k": move(-1); break;
      case "x": current()?.querySelector("input[type=checkbox]")?.click(); break;
      case "r": retry(); break;
      case "g": going = true; return;
      case "?": document.getElementById("keys")?.showModal(); break;
      default: return;
    }
    event.preventDefault();
  });
  for (const kind of ["pointerdown", "wheel"]) {
    document.addEventListener(kind, () => { touched = Date.now(); }, { passive: true });
  }

  // where it is narrow the list of pages would push the page itself out of sight
  const menu = document.querySelector("details.menu");
  if (menu) {
    const narrow = matchMedia("(max-width: 48rem)");
    const fold = () => { menu.open = !narrow.matches; };
    narrow.addEventListener("change", fold);
    fold();
  }

  const pickAll = document.querySelector("[data-pick-all]");
  if (pickAll) {
    pickAll.hidden = false;
    pickAll.addEventListener("click", () => {
      const boxes = [...document.querySelectorAll("tr.row input[type=checkbox]")];
      const all = boxes.every((box) => box.checked);
      boxes.forEach((box) => { box.checked = !all; });
    });
  }

  const busy = () => {
    const live = document.getElementById("live");
    return document.hidden
      || document.querySelector("dialog[open]") !== null
      || (live?.contains(document.activeElement) ?? false)
      || (getSelection()?.toString() ?? "") !== ""
      || Date.now() - touched > IDLE;
  };
  document.addEventListener("htmx:beforeRequest", (event) => { if (busy()) event.preventDefault(); });
  // signed out meanwhile: the answer is the sign-in form, which does not belong into the page
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (!event.detail.serverResponse.includes('id="live"')) location.reload();
  });
})();
