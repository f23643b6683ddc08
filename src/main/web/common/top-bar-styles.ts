import { css } from 'lit';

/** The bar, its menu, and what falls away on a phone. */
export const topBarStyles = css`
  :host {
    display: block;
    background: var(--yw-surface);
    border-bottom: 1px solid var(--yw-line);
  }
  header {
    display: flex;
    align-items: center;
    gap: var(--yw-space-4);
    height: 52px;
    padding: 0 var(--yw-space-4);
  }
  .brand {
    color: var(--yw-ink);
    font-size: var(--yw-text-l);
    font-weight: var(--yw-weight-strong);
    text-decoration: none;
    white-space: nowrap;
  }
  nav {
    display: flex;
    align-self: stretch;
    min-width: 0;
  }
  .pages {
    position: relative;
    display: flex;
    min-width: 0;
    overflow: hidden;
  }
  .pages a {
    display: grid;
    flex: none;
    place-items: center;
    padding: 0 var(--yw-space-3);
    border-bottom: 2px solid transparent;
    color: var(--yw-ink-2);
    text-decoration: none;
    white-space: nowrap;
  }
  .pages a:hover {
    color: var(--yw-ink);
  }
  .pages a[aria-current] {
    border-color: var(--yw-accent);
    color: var(--yw-accent-text);
    font-weight: var(--yw-weight-strong);
  }
  /* It keeps its place, by which it is measured. */
  .pages a.folded {
    visibility: hidden;
  }
  .more {
    position: relative;
    flex: none;
    align-self: center;
  }
  .more .here {
    color: var(--yw-accent-text);
    font-weight: var(--yw-weight-strong);
  }
  .more .menu {
    right: auto;
    left: 0;
    min-width: 160px;
  }
  .more .menu a {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--yw-space-2);
    min-height: var(--yw-control-touch);
    padding: 0 var(--yw-space-3);
    border-radius: var(--yw-radius-s);
    color: var(--yw-ink);
    text-decoration: none;
    white-space: nowrap;
  }
  .more .menu a:hover {
    background: var(--yw-hover);
  }
  .more .menu a[aria-current] {
    color: var(--yw-accent-text);
    font-weight: var(--yw-weight-strong);
  }
  .pages a:has(.unread) {
    grid-auto-flow: column;
    gap: var(--yw-space-1);
  }
  .unread {
    min-width: 1.5em;
    padding: 0 0.4em;
    border-radius: 1em;
    background: var(--yw-accent);
    color: var(--yw-on-accent);
    font-size: var(--yw-text-s);
    font-weight: var(--yw-weight-strong);
    line-height: 1.5;
    text-align: center;
  }
  nav a:focus-visible {
    outline-offset: -2px;
  }
  .who {
    position: relative;
  }
  .who > button {
    max-width: 14em;
  }
  .menu {
    position: absolute;
    z-index: 50;
    top: calc(100% + 6px);
    right: 0;
    display: grid;
    min-width: 220px;
    padding: var(--yw-space-2);
    border: 1px solid var(--yw-line);
    border-radius: var(--yw-radius-m);
    background: var(--yw-surface);
    box-shadow: var(--yw-shadow-2);
  }
  .menu .button {
    justify-content: flex-start;
  }
  .facts {
    padding: var(--yw-space-2) var(--yw-space-3);
    border-bottom: 1px solid var(--yw-line);
    margin-bottom: var(--yw-space-2);
  }
  @media (max-width: 640px) {
    header {
      gap: var(--yw-space-2);
      padding: 0 var(--yw-space-2);
    }
    .brand {
      display: none;
    }
    .pages a {
      padding: 0 var(--yw-space-2);
    }
    .who > button {
      max-width: 7em;
      padding: 0 var(--yw-space-2);
    }
  }
`;
