import { html, svg, type TemplateResult } from 'lit';

/** Line icons of 24 units; they take the colour of the text and always stand beside words. */
const icon = (paths: TemplateResult) =>
  html`<svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${paths}</svg>`;

export const icons = {
  person: icon(svg`<circle cx="12" cy="8" r="4"/><path d="M4 21c0-4 3.6-6.5 8-6.5s8 2.5 8 6.5"/>`),
  headset: icon(svg`<path d="M4 14v-2a8 8 0 0 1 16 0v2"/><rect x="2.8" y="13" width="4" height="6" rx="1.6"/><rect x="17.2" y="13" width="4" height="6" rx="1.6"/><path d="M19.5 19c0 1.800-2.500 2.500-5.500 2.500"/>`),
  bot: icon(svg`<rect x="4" y="8" width="16" height="11" rx="3"/><path d="M12 4.500V8M9 13v1.200M15 13v1.200"/>`),
  send: icon(svg`<path d="M21 3 10 14M21 3l-7 18-4-7-7-4z"/>`),
  up: icon(svg`<path d="M7 11v9H4v-9zM7 11l4-8c1.500 0 2.500 1 2.500 2.500V9H19a2 2 0 0 1 2 2.300l-1.200 7A2 2 0 0 1 17.800 20H7"/>`),
  down: icon(svg`<path d="M7 13V4H4v9zM7 13l4 8c1.500 0 2.500-1 2.500-2.500V15H19a2 2 0 0 0 2-2.300l-1.200-7A2 2 0 0 0 17.800 4H7"/>`),
  book: icon(svg`<path d="M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3zM5 17a3 3 0 0 1 3-3h11"/>`),
  chevron: icon(svg`<path d="m6 9 6 6 6-6"/>`),
  arrowDown: icon(svg`<path d="M12 5v14M6 13l6 6 6-6"/>`),
  close: icon(svg`<path d="M6 6l12 12M18 6 6 18"/>`),
  warning: icon(svg`<path d="M12 4 2.500 20h19zM12 10v4.500M12 17.400v.1"/>`),
  check: icon(svg`<path d="m5 12.500 4.500 4.500L19 7.500"/>`),
  clock: icon(svg`<circle cx="12" cy="12" r="8.500"/><path d="M12 7.500V12l3 2"/>`),
  refresh: icon(svg`<path d="M20 11a8 8 0 0 0-14-4.500L4 8.500M4 4v4.500h4.500M4 13a8 8 0 0 0 14 4.500l2-2M20 20v-4.500h-4.500"/>`),
  search: icon(svg`<circle cx="11" cy="11" r="6.500"/><path d="m16 16 4.500 4.500"/>`),
  plus: icon(svg`<path d="M12 5v14M5 12h14"/>`),
  copy: icon(svg`<rect x="8" y="8" width="12" height="12" rx="2"/><path d="M16 8V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h2"/>`),
  phone: icon(svg`<path d="M6 3h3l2 5-2.500 1.500a12 12 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z"/>`),
  text: icon(svg`<path d="M3 19 8.500 5 14 19M5 14.500h7M15.500 19l3-8 3 8M16.500 16.500h4"/>`),
  language: icon(svg`<circle cx="12" cy="12" r="8.500"/><path d="M3.500 12h17M12 3.500c5 5 5 12 0 17M12 3.500c-5 5-5 12 0 17"/>`),
  moon: icon(svg`<path d="M20 14.500A8.500 8.500 0 0 1 9.500 4 8.500 8.500 0 1 0 20 14.500z"/>`),
  bell: icon(svg`<path d="M6 16.500V11a6 6 0 0 1 12 0v5.500l1.500 2h-15zM10 21h4"/>`),
  keyboard: icon(svg`<rect x="2.500" y="6" width="19" height="12" rx="2"/><path d="M6 10h.01M10 10h.01M14 10h.01M18 10h.01M7.500 14h9"/>`),
  window: icon(svg`<rect x="3" y="5" width="18" height="14" rx="2"/><path d="M3 9h18M13 15h5"/>`),
  clip: icon(svg`<path d="m20 11-8.500 8.500a5 5 0 0 1-7-7L13 4a3.300 3.300 0 0 1 4.700 4.700L9.500 17a1.600 1.600 0 0 1-2.300-2.300L15 7"/>`),
  file: icon(svg`<path d="M6 3h8l5 5v13H6zM14 3v5h5"/>`),
  smile: icon(svg`<circle cx="12" cy="12" r="8.500"/><path d="M8.500 14c1.500 2.700 5.500 2.700 7 0M9 9.500v.1M15 9.500v.1"/>`),
  microphone: icon(svg`<rect x="9" y="3" width="6" height="11" rx="3"/><path d="M5.500 11.500a6.500 6.500 0 0 0 13 0M12 18v3"/>`),
  play: icon(svg`<path d="M7 4.500v15l12-7.500z"/>`),
  pause: icon(svg`<path d="M8 5v14M16 5v14"/>`),
  stop: icon(svg`<rect x="6" y="6" width="12" height="12" rx="1.500"/>`),
  minus: icon(svg`<path d="M5 12h14"/>`),
  left: icon(svg`<path d="m14.500 5.500-6.500 6.500 6.500 6.500"/>`),
  right: icon(svg`<path d="m9.500 5.500 6.500 6.500-6.500 6.500"/>`),
  save: icon(svg`<path d="M12 4v11M7 10.500l5 5 5-5M4.500 20h15"/>`),
  more: icon(svg`<path d="M5 12h.01M12 12h.01M19 12h.01"/>`),
};
