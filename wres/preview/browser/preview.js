// Keeps the page in step with its server: only what has changed is replaced, and what is being
// read stays where it is in the window.
"use strict";

const status = document.getElementById("preview-status");
const faults = document.getElementById("preview-faults");
let page = Number(status.dataset.page);

// The bar: how the page stands, and what is at fault.

function tell(state, text) {
  status.dataset.state = state;
  if (status.textContent !== text) status.textContent = text;
}

function list(told) {
  const items = told.map((fault) => {
    const item = document.createElement("li");
    item.textContent = fault;
    return item;
  });
  faults.querySelector("ul").replaceChildren(...items);
  faults.hidden = told.length === 0;
}

// The page: `one` is made to say what `other` says, with as many of its own elements as can stay.

const HOLDERS = new Set(["DIV", "MAIN", "SECTION", "NAV", "DETAILS", "HEADER", "FOOTER"]);

function alike(one, other) {
  return HOLDERS.has(one.nodeName) && one.nodeName === other.nodeName && one.id === other.id &&
    one.className === other.className;
}

function copyAttributes(one, other) {
  for (const { name } of [...one.attributes]) {
    if (!other.hasAttribute(name) && name !== "open") one.removeAttribute(name);
  }
  for (const { name, value } of other.attributes) {
    if (one.getAttribute(name) !== value) one.setAttribute(name, value);
  }
}

// For each fresh child the one to show: an equal old one, an old holder of it, or itself.
function chosen(old, fresh) {
  let from = 0;
  return fresh.map((child) => {
    if (child.nodeType !== Node.ELEMENT_NODE) return child;
    const equal = old.findIndex((one, place) => place >= from && one.isEqualNode(child));
    const place = equal < 0 ? old.findIndex((one, at) => at >= from && alike(one, child)) : equal;
    if (place < 0) return child;
    from = place + 1;
    merge(old[place], child);
    return old[place];
  });
}

function merge(one, other) {
  if (one.isEqualNode(other)) return;
  copyAttributes(one, other);
  const wanted = chosen([...one.childNodes], [...other.childNodes]);
  const staying = new Set(wanted);
  for (const child of [...one.childNodes]) if (!staying.has(child)) child.remove();
  let next = one.firstChild;
  for (const child of wanted) {
    if (child === next) next = next.nextSibling;
    else one.insertBefore(child, next);
  }
}

// What is at the top of the window, and what is nearest to that: the first that stays, stays there.

function places() {
  const top = document.getElementById("preview-bar").offsetHeight;
  const all = [...document.querySelectorAll("#preview-page :is(p, li, h1, h2, h3, h4, figure, tr)")];
  const first = all.findIndex((one) => one.getBoundingClientRect().bottom > top);
  const nearest = first < 0 ? [] : [...all.slice(first), ...all.slice(0, first).reverse()];
  return nearest.map((one) => [one, one.getBoundingClientRect().top]);
}

function stay(before) {
  const kept = before.find(([one]) => one.isConnected);
  if (kept) scrollBy({ top: kept[0].getBoundingClientRect().top - kept[1], behavior: "instant" });
}

async function refresh() {
  const answer = await fetch("/");
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const before = places();
  const focused = document.activeElement?.id;
  const sheets = [document, fresh].map((one) => one.querySelector('link[href^="parts/"]'));
  if (sheets[1] && !sheets[0]) document.head.prepend(sheets[1]);
  else if (sheets[1]) copyAttributes(sheets[0], sheets[1]);
  document.title = fresh.title;
  for (const part of ["#preview-bar > p:first-child", "#preview-page", "#preview-print"]) {
    merge(document.querySelector(part), fresh.querySelector(part));
  }
  page = Number(fresh.getElementById("preview-status").dataset.page);
  stay(before);
  if (focused && document.activeElement === document.body) {
    document.getElementById(focused)?.focus({ preventScroll: true });
  }
}

// One after another, so that an older page can't come in after a newer one.
let turn = Promise.resolve();

async function take(news) {
  if (news.page !== page) await refresh();
  tell(news.state, news.text);
  list(news.faults);
}

const news = new EventSource("/news");
news.onmessage = (message) => {
  const told = JSON.parse(message.data);
  turn = turn.then(() => take(told)).catch(() => {});
};
news.onerror = () => tell("ended", news.readyState === EventSource.CLOSED
  ? "wres preview was started anew: open the address that it printed"
  : "wres preview has ended; this page is as it was");
