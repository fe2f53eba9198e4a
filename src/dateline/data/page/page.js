"use strict";
// The page works without this: links lead from number to row and back. The script adds that a
// claim chosen in the table, the text or on the map shows in all three, keys to step through the
// claims, a search over the reports, and printing of closed reports.
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const parts = (claim) => all(`[data-claim="${claim}"]`);
  const slots = (claim) => all(`[data-of~="${claim}"]`);
  let chosen = "";

  function choose(claim, from) {
    if (chosen) {
      parts(chosen).concat(slots(chosen)).forEach((part) => part.classList.remove("on"));
    }
    chosen = claim;
    if (!claim) return;
    parts(claim).concat(slots(claim)).forEach((part) => part.classList.add("on"));
    const row = document.getElementById(claim);
    const text = document.getElementById(claim.replace("c", "t"));
    const report = row.closest("details");
    if (report) report.open = true;
    for (const part of [text, row]) {
      if (part && !(from && part.contains(from))) bring(part);
    }
    history.replaceState(null, "", `#${claim}`);
  }

  function bring(part) {
    const box = part.getBoundingClientRect();
    if (box.top >= 0 && box.bottom <= window.innerHeight) return;
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    part.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
  }

  function lit(event, on) {
    const part = event.target.closest("[data-claim]");
    if (part) parts(part.dataset.claim).forEach((other) => other.classList.toggle("near", on));
  }

  document.addEventListener("click", (event) => {
    const part = event.target.closest("[data-claim]");
    if (!part || String(window.getSelection())) return;
    event.preventDefault();
    choose(part.dataset.claim, event.target);
  });
  document.addEventListener("mouseover", (event) => lit(event, true));
  document.addEventListener("mouseout", (event) => lit(event, false));

  document.addEventListener("keydown", (event) => {
    if (event.target.matches("input") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") return choose("");
    const step = { j: 1, k: -1 }[event.key];
    if (!step) return;
    const rows = all("tr[data-claim]").filter((row) => row.offsetParent);
    if (!rows.length) return;
    const at = rows.findIndex((row) => row.id === chosen);
    const next = rows[at < 0 ? 0 : Math.min(Math.max(at + step, 0), rows.length - 1)];
    choose(next.id);
    next.querySelector(".chip").focus({ preventScroll: true });
  });

  function follow() {
    const target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    const report = target.closest("details");
    if (report && !report.open) {
      report.open = true;
      target.scrollIntoView();
    }
    if (target.matches("tr[data-claim]")) choose(target.id);
  }
  window.addEventListener("hashchange", follow);
  follow();

  const find = document.getElementById("find");
  if (find) {
    find.closest(".search").hidden = false;
    const reports = all("details.report");
    const rows = all(".index tbody tr");
    const texts = reports.map((report) => report.textContent.toLowerCase());
    find.addEventListener("input", () => {
      const word = find.value.trim().toLowerCase();
      let count = 0;
      texts.forEach((text, at) => {
        const hit = text.includes(word);
        count += hit;
        reports[at].hidden = rows[at].hidden = !hit;
      });
      document.getElementById("found").textContent = word ? `${count} of ${texts.length}` : "";
    });
  }

  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = all("details.report:not([open])");
    closed.forEach((report) => { report.open = true; });
  });
  window.addEventListener("afterprint", () => {
    closed.forEach((report) => { report.open = false; });
  });
})();
