// The host's side of the transition map: for pages that show it, in a frame or as an element.
//
// Frames: every <iframe data-transition-map> on the page, also one that comes later, is made as high as its content
// (attributes: data-min-height and data-max-height, in CSS pixels). Only the frame itself is listened to, only what it may
// say, and a change under two pixels is none, so that nothing grows by itself. Without this file a frame keeps its height
// and scrolls inside.
//
// The element <transition-map contract="orebro" view="map" lang="sv"> needs no frame: it is drawn in a shadow root, where
// the page's styles do not reach it nor its own the page. All of a page share one program.
(() => {
  "use strict";
  const own = document.currentScript ?? document.querySelector('script[src*="embed.js"]');
  const base = new URL(".", own?.src || location.href).href;

  // ---- frames

  const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

  addEventListener("message", ({ data, source, origin }) => {
    if (data === null || typeof data !== "object" || data.type !== "tm:height" || !Number.isFinite(data.detail)) return;
    for (const frame of document.querySelectorAll("iframe[data-transition-map]")) {
      if (frame.contentWindow !== source) continue;
      // A sandboxed frame without an origin of its own says "null"; it is known by its window.
      if (origin !== "null" && origin !== new URL(frame.src, document.baseURI).origin) continue;
      const low = Number(frame.dataset.minHeight) || 150;
      const high = Number(frame.dataset.maxHeight) || 6000;
      const height = clamp(Math.ceil(data.detail), low, high);
      const now = frame.getBoundingClientRect().height;
      if (Math.abs(height - now) >= 2) frame.height = String(height);
    }
  });

  // ---- the element

  // What an attribute may say: the parameters of the address (docs/interfaces.md).
  const PARAMETERS = [
    "contract", "view", "as", "v", "compare", "change", "group", "rows", "columns", "sort", "step", "item", "focus", "party",
    "q", "from", "to", "lang", "theme",
  ];

  // The addresses of the program and of the style sheet stand in the app's own page.
  async function locate() {
    const answer = await fetch(base, { credentials: "omit" });
    if (!answer.ok) throw new Error(`${answer.status} ${base}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const boot = page.getElementById("boot").dataset;
    const style = page.querySelector("link[rel=stylesheet]").getAttribute("href");
    const beside = (name) => new URL(name, base).href;
    return { js: beside(boot.wholeJs ?? boot.js), wasm: beside(boot.wholeWasm ?? boot.wasm), style: beside(style) };
  }

  // One program for all elements; another one only after it has stopped.
  let attempt = 0;
  let shared;
  const files = () => (files.found ??= locate());
  async function load() {
    const { js, wasm } = await files();
    // A module is kept by its address: another attempt needs another one.
    const program = await import(attempt === 0 ? js : `${js}?${attempt}`);
    await program.default({ module_or_path: wasm });
    return program;
  }
  const program = () => (shared ??= load().catch((error) => {
    shared = undefined;
    files.found = undefined;
    throw error;
  }));

  // Where the program has stopped, every element says so, and offers to start anew. The page around goes on.
  const shown = new Set();
  addEventListener("tm:panic", () => {
    shared = undefined;
    attempt += 1;
    for (const element of [...shown]) element.fail();
  });

  const WORDS = {
    sv: ["Omställningskartan kunde inte visas här.", "Försök igen", "Öppna den i eget fönster"],
    en: ["The transition map could not be shown here.", "Try again", "Open it in a window of its own"],
  };

  class TransitionMap extends HTMLElement {
    static observedAttributes = PARAMETERS;
    #number;
    #program;

    // A contract beside the page is meant as seen from the page; a bare word is one that comes with the app.
    get query() {
      const query = new URLSearchParams();
      for (const name of PARAMETERS) {
        let value = this.getAttribute(name);
        if (value === null) continue;
        if (name === "contract") {
          const seen = (it) => (/^[a-z0-9-]*$/.test(it) ? it : new URL(it, document.baseURI).href.replaceAll(",", "%2C"));
          value = value.split(",").map((it) => seen(it.trim())).join(",");
        }
        query.set(name, value);
      }
      query.set("embed", "1");
      return `?${query}`;
    }

    connectedCallback() {
      shown.add(this);
      this.begin();
    }

    disconnectedCallback() {
      shown.delete(this);
      this.end();
    }

    attributeChangedCallback() {
      if (this.#number !== undefined) this.#program.turn(this.#number, this.query);
    }

    async begin() {
      const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      try {
        const { style } = await files();
        const loaded = await program();
        if (!this.isConnected || this.#number !== undefined) return;
        const sheet = document.createElement("link");
        sheet.rel = "stylesheet";
        sheet.href = style;
        // A sheet that is made, and not written into the page, needs no leave for inline styles.
        const own = new CSSStyleSheet();
        own.replaceSync(":host { all: initial; direction: ltr; display: block; } :host([hidden]) { display: none; }");
        root.adoptedStyleSheets = [own];
        const app = document.createElement("div");
        app.dataset.app = "loading";
        const styled = new Promise((done) => { sheet.onload = sheet.onerror = done; });
        root.replaceChildren(sheet, app);
        await styled;
        if (!this.isConnected || this.#number !== undefined) return;
        this.#program = loaded;
        this.#number = loaded.mount(app, this.query, base);
      } catch (error) {
        console.error(error);
        this.fail();
      }
    }

    end() {
      const [number, loaded] = [this.#number, this.#program];
      this.#number = this.#program = undefined;
      if (number !== undefined) loaded.unmount(number);
      this.shadowRoot?.replaceChildren();
    }

    fail() {
      this.#number = this.#program = undefined;
      const [sorry, again, out] = WORDS[this.getAttribute("lang") === "en" ? "en" : "sv"];
      const message = document.createElement("div");
      message.setAttribute("role", "alert");
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = again;
      button.onclick = () => this.begin();
      const link = document.createElement("a");
      link.href = base + this.query.replace(/[?&]embed=1$/, "");
      link.textContent = out;
      message.append(sorry, " ", button, " ", link);
      this.shadowRoot.replaceChildren(message);
    }
  }

  if (!customElements.get("transition-map")) customElements.define("transition-map", TransitionMap);
})();
