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
})();
