"use strict";

// What is shown comes from this machine and is escaped there; the policy of the page lets no other script run.

const PAUSE = 250; // milliseconds without typing after which the article is read

const MOST = 20_000_000; // bytes of an article; the server takes no more

const byId = (id) => document.getElementById(id);
const article = byId("article");
let dropped = null; // the file that is shown, until something is typed
let latest = null; // the last answer
let reading = null; // the request under way
let timer = 0;

function parameters() {
  const given = { form: byId("form").value, url: byId("url").value, least: byId("least").value };
  if (dropped) given.name = dropped.name;
  return new URLSearchParams(given);
}

function send(address, signal) {
  const body = dropped ?? new Blob([article.value]);
  if (body.size > MOST) throw new Error("the article is too large");
  const headers = { "Content-Type": "application/octet-stream" };
  return fetch(`${address}?${parameters()}`, { method: "POST", body: body.slice(), headers, signal });
}

function say(text, failed = false) {
  byId("status").textContent = text;
  byId("status").classList.toggle("failed", failed);
}

function show(answer) {
  latest = answer;
  byId("result").innerHTML = answer ? answer.report : "";
  for (const id of ["json", "draft"]) byId(id).disabled = !answer;
}

async function read() {
  clearTimeout(timer);
  reading?.abort();
  if (!dropped && !article.value.trim()) {
    show(null);
    say("Nothing read yet.");
    return;
  }
  reading = new AbortController();
  const started = performance.now();
  try {
    const response = await send("/read", reading.signal);
    if (!response.ok) throw new Error(`error ${response.status}`);
    show(await response.json());
    say(`Read ${dropped ? dropped.name : "the article"} in ${Math.round(performance.now() - started)} ms.`);
  } catch (error) {
    if (error.name === "AbortError") return;
    show(null);
    say(error instanceof TypeError ? "No answer: is reviewparse serve still running?" : `Not read: ${error.message}.`, true);
  }
}

function soon() {
  clearTimeout(timer);
  timer = setTimeout(read, PAUSE);
}

async function take(file) {
  dropped = file;
  article.value = file.size > MOST ? "" : await file.text();
  read();
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

article.addEventListener("input", () => {
  dropped = null;
  soon();
});
byId("form").addEventListener("change", read);
byId("url").addEventListener("input", soon);
byId("least").addEventListener("input", () => {
  byId("level").value = Number(byId("least").value).toFixed(2);
  soon();
});
byId("ask").addEventListener("submit", (event) => {
  event.preventDefault();
  read();
});
byId("file").addEventListener("change", () => {
  const [file] = byId("file").files;
  if (file) take(file);
  byId("file").value = "";
});
byId("example").addEventListener("click", async () => {
  dropped = null;
  article.value = await (await fetch("/example.txt")).text();
  read();
});
byId("clear").addEventListener("click", () => {
  dropped = null;
  article.value = "";
  read();
  article.focus();
});
byId("json").addEventListener("click", () => {
  save(new Blob([JSON.stringify(latest.json, null, 2) + "\n"], { type: "application/json" }), `${latest.name}.json`);
});
byId("draft").addEventListener("click", async () => {
  const response = await send("/draft");
  if (response.ok) save(await response.blob(), `${latest.name}.zip`);
  else say(`No draft: error ${response.status}.`, true);
});

let depth = 0; // dragenter and dragleave come for every element on the way
document.addEventListener("dragenter", () => {
  depth += 1;
  document.body.classList.add("dropping");
});
document.addEventListener("dragleave", () => {
  depth -= 1;
  if (depth <= 0) document.body.classList.remove("dropping");
});
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => {
  event.preventDefault();
  depth = 0;
  document.body.classList.remove("dropping");
  const [file] = event.dataTransfer.files;
  if (file) take(file);
});
