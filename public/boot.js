// Starts the app. It is a file of its own, because a page that forbids inline scripts must be able to show the map.
performance.mark("tm:start");
const { js, wasm } = document.getElementById("boot").dataset;
const beside = (name) => new URL(name, import.meta.url).href;

async function start() {
  const { default: init } = await import(beside(js));
  await init({ module_or_path: beside(wasm) });
  document.getElementById("loading")?.remove();
}

// Never a blank page: whatever failed, the reader is told so, and the contract can still be read.
function tell(error) {
  console.error(error);
  const app = document.getElementById("app");
  app.dataset.app = "error";
  app.setAttribute("role", "alert");
  app.replaceChildren(
    paragraph("sv", "Omställningskartan kunde inte startas. Ladda om sidan, eller öppna den i en nyare webbläsare."),
    paragraph("en", "The transition map could not start. Reload the page, or open it in a newer browser."),
    paragraph("en", String(error)),
  );
}

function paragraph(lang, text) {
  const p = document.createElement("p");
  p.lang = lang;
  p.textContent = text;
  return p;
}

start().catch(tell);
