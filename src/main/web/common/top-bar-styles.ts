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
    overflow-x: auto;
  }
  nav a {
    display: grid;
    place-items: center;
    padding: 0 var(--yw-space-3);
    border-bottom: 2px solid transparent;
    color: var(--yw-ink-2);
    text-decoration: none;
    white-space: nowrap;
  }
  nav a:hover {
    color: var(--yw-ink);
  }
  nav a[aria-current] {
    border-color: var(--yw-accent);
    color: var(--yw-accent-text);
    font-weight: var(--yw-weight-strong);
  }
  nav a:has(.unread) {
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
    /* Its fading end says that there is more to the right. */
    nav {
      padding-right: var(--yw-space-5);
      scrollbar-width: none;
      mask-image: linear-gradient(to left, transparent, #000 28px);
    }
    nav a {
      padding: 0 var(--yw-space-2);
    }
    .who > button {
      max-width: 7em;
      padding: 0 var(--yw-space-2);
    }
  }
`;
