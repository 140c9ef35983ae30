// Starts the app. It is a file of its own, because a page that forbids inline scripts must be able to show the map.
//
// There are two programs, made of the same source: that of a first visit has the map and the roadmap of Örebro's contract,
// the whole one has everything. The first asks for the whole (`tm:whole`) when a reader wants more, and is let go of when it
// has come. What it knows lies on the app's root.
performance.mark("tm:start");
const { js, wasm, wholeJs = js, wholeWasm = wasm } = document.getElementById("boot").dataset;
const app = document.getElementById("app");
const page = document.getElementById("first");
const beside = (name) => new URL(name, import.meta.url).href;

const asked = new URLSearchParams(location.search);
const isUsual = (name, ...usual) => [...usual, "", null].includes(asked.get(name));
const isOwnContract = isUsual("contract", "orebro");

// The same rule as `State::needs_the_whole`, by the address.
function needsTheWhole() {
  return !isUsual("view", "map", "roadmap") || asked.has("compare") || !isOwnContract;
}

// The page holds Örebro's contract as a list. Nobody who asked for another is shown it. Its heading is shown at once where
// it is the one that the app is going to have, and all of it when that takes long: see app.css.
function settlePage() {
  if (!isOwnContract) page.replaceChildren(document.getElementById("loading"));
  else if (isUsual("lang", "sv") && isUsual("v") && isUsual("embed")) page.dataset.known = "";
  for (const name of ["tm:ready", "tm:error", "tm:stay"]) app.addEventListener(name, () => page.remove());
}

// Both parts of a program are fetched at once, and compiled before anything is let go of.
async function fetchProgram(js, wasm) {
  const compiled = fetch(beside(wasm)).then(async (answer) => {
    if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
    return WebAssembly.compile(await answer.arrayBuffer());
  });
  const [program, module] = await Promise.all([import(beside(js)), compiled]);
  return { program, start: () => program.default({ module_or_path: module }) };
}

async function start() {
  const whole = needsTheWhole();
  const first = await fetchProgram(whole ? wholeJs : js, whole ? wholeWasm : wasm);
  app.addEventListener("tm:whole", () => change(first.program));
  await first.start();
  // The app says itself how it stands with a contract that comes from elsewhere.
  if (!isOwnContract) page.remove();
}

// The whole program takes the first one's place. When it cannot be had, the first one stays.
let failures = 0;
async function change(first) {
  try {
    // A browser may keep by its address that a module could not be had: another attempt needs another one.
    const whole = await fetchProgram(failures === 0 ? wholeJs : `${wholeJs}?${failures}`, wholeWasm);
    first.leave();
    await whole.start();
  } catch (error) {
    failures += 1;
    console.error(error);
    app.dispatchEvent(new Event("tm:stay"));
  }
}

// Never a blank page: whatever failed, the reader is told so, and the contract can still be read below.
function tell(error, sv, en) {
  app.dataset.app = "error";
  document.getElementById("loading")?.remove();
  const told = document.createElement("div");
  told.setAttribute("role", "alert");
  told.append(paragraph("sv", sv), paragraph("en", en), paragraph("en", String(error)));
  app.replaceChildren(told, page);
}

function tellNotStarted(error) {
  console.error(error);
  tell(
    error,
    "Omställningskartan kunde inte startas. Ladda om sidan, eller öppna den i en nyare webbläsare.",
    "The transition map could not start. Reload the page, or open it in a newer browser.",
  );
}

// What is left on the page when a program has stopped in the middle does nothing any more. The address says what was shown.
addEventListener("tm:panic", ({ detail }) => tell(
  detail,
  "Omställningskartan har slutat fungera. Ladda om sidan, så visas samma sak igen.",
  "The transition map has stopped working. Reload the page to see the same again.",
));

function paragraph(lang, text) {
  const p = document.createElement("p");
  p.lang = lang;
  p.textContent = text;
  return p;
}

settlePage();
start().catch(tellNotStarted);
