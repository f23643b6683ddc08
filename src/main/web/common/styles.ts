import { css } from 'lit';
import { buttons, fields } from './controls';
import { tables } from './tables';

export { buttons, fields, tabs } from './controls';

/** What every component starts from: `static styles = [base, css`…`]`. */
export const base = css`
  :host {
    box-sizing: border-box;
    color: var(--yw-ink);
    font: var(--yw-text-m) / var(--yw-leading) var(--yw-font);
    font-variant-numeric: tabular-nums;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  h1 {
    font-size: var(--yw-text-xl);
    line-height: var(--yw-leading-tight);
  }
  h2 {
    font-size: var(--yw-text-l);
    line-height: var(--yw-leading-tight);
  }
  h3 {
    font-size: var(--yw-text-m);
  }
  a {
    color: var(--yw-accent-text);
  }
  :focus-visible {
    outline: 2px solid var(--yw-focus);
    outline-offset: 2px;
  }
  .hidden-visually {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .ellipsis {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .hint {
    color: var(--yw-ink-3);
    font-size: var(--yw-text-s);
  }
  .row {
    display: flex;
    align-items: center;
    gap: var(--yw-space-2);
  }
  .spread {
    flex: 1;
  }
  .card {
    background: var(--yw-surface);
    border: 1px solid var(--yw-line);
    border-radius: var(--yw-radius-m);
    padding: var(--yw-space-4);
  }
`;

/** `class="badge"`, with `accent`, `urgent`, `warn`, `ok`; `class="count"` for a number on something. */
export const badges = css`
  .badge {
    display: inline-flex;
    align-items: center;
    gap: var(--yw-space-1);
    padding: 1px var(--yw-space-2);
    border-radius: var(--yw-radius-s);
    background: var(--yw-hover);
    color: var(--yw-ink-2);
    font-size: var(--yw-text-xs);
    line-height: 1.5;
    white-space: nowrap;
  }
  .badge.accent {
    background: var(--yw-accent-soft);
    color: var(--yw-accent-text);
  }
  .badge.urgent {
    background: var(--yw-urgent-soft);
    color: var(--yw-urgent-text);
  }
  .badge.warn {
    background: var(--yw-warn-soft);
    color: var(--yw-warn-text);
  }
  .badge.ok {
    background: var(--yw-ok-soft);
    color: var(--yw-ok-text);
  }
  .count {
    display: inline-grid;
    place-items: center;
    min-width: 1.6em;
    height: 1.6em;
    padding: 0 0.4em;
    border-radius: var(--yw-radius-pill);
    background: var(--yw-urgent);
    color: var(--yw-on-urgent);
    font-size: var(--yw-text-xs);
    line-height: 1;
  }
`;

/** Markdown rendered by `markdown()`, inside an element of `class="prose"`. */
const paragraphs = css`
  .prose {
    overflow-wrap: anywhere;
  }
  .prose > * + * {
    margin-top: 0.5em;
  }
  .prose ul,
  .prose ol {
    padding-left: 1.5em;
  }
  .prose li + li {
    margin-top: 0.2em;
  }
  .prose code {
    padding: 0.1em 0.3em;
    border-radius: var(--yw-radius-s);
    background: var(--yw-hover);
    font-family: var(--yw-font-mono);
    font-size: 0.9em;
  }
  .prose pre {
    max-width: 100%;
    margin-bottom: 0;
    padding: var(--yw-space-2);
    overflow-x: auto;
    overscroll-behavior-x: contain;
    border-radius: var(--yw-radius-s);
    background: var(--yw-hover);
  }
  .prose pre code {
    padding: 0;
    background: none;
    overflow-wrap: normal;
    white-space: pre;
  }
  .prose h1,
  .prose h2,
  .prose h3,
  .prose h4 {
    margin: 0.6em 0 0;
    font-size: var(--yw-text-m);
  }
  .prose blockquote {
    margin: 0;
    padding-left: var(--yw-space-3);
    border-left: 3px solid var(--yw-line);
    color: var(--yw-ink-2);
  }
`;

export const prose = [paragraphs, tables];

export const common = [base, buttons, fields, badges, prose];
