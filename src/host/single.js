// Puts the parts that lie in this file in the place of those that a server would send, and starts the app.
const boot = document.getElementById("boot");
const app = document.getElementById("app");
const bytes = (element) => Uint8Array.from(atob(element.textContent), (it) => it.charCodeAt(0));
const address = (part, type) => URL.createObjectURL(new Blob([bytes(document.querySelector(`script[data-part=${part}]`))], { type }));

boot.dataset.js = address("js", "text/javascript");
boot.dataset.wasm = address("wasm", "application/wasm");
const files = [...document.querySelectorAll("script[data-file]")];
app.tmFiles = Object.fromEntries(files.map((it) => [it.dataset.file, bytes(it)]));
// What is shown first is what was shown when the file was saved; later the address says it, where a file's may.
if (!location.search) app.tmQuery = boot.dataset.query;
import(address("boot", "text/javascript"));
