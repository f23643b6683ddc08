import { css } from 'lit';

/** The product at the left, an operator’s app at the right; on a phone the app first. */
export const homeStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 460px) auto;
    justify-content: center;
    align-items: center;
    gap: clamp(32px, 8vw, 128px);
    min-height: 100dvh;
    padding: var(--yw-space-5);
  }
  .about {
    display: grid;
    gap: var(--yw-space-5);
  }
  .about h1 {
    font-size: 40px;
    letter-spacing: 2px;
  }
  .lead {
    font-size: var(--yw-text-xl);
  }
  .about p,
  .about li {
    color: var(--yw-ink-2);
  }
  .about h2 {
    margin-bottom: var(--yw-space-2);
    font-size: var(--yw-text-m);
  }
  .about ol {
    padding-left: 1.4em;
  }
  .links {
    display: grid;
    border-top: 1px solid var(--yw-line);
  }
  .links a {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--yw-space-3);
    padding: var(--yw-space-2) 0;
    border-bottom: 1px solid var(--yw-line);
    text-decoration: none;
  }
  .links a:hover b {
    text-decoration: underline;
  }
  .links b {
    min-width: 6.5em;
    font-weight: var(--yw-weight-strong);
  }
  .phone {
    position: relative;
    width: 390px;
    height: min(800px, calc(100dvh - 48px));
    border: 10px solid #23302b;
    border-radius: 44px;
    background: var(--yw-page);
    box-shadow: var(--yw-shadow-2);
    overflow: hidden;
  }
  .app {
    display: flex;
    flex-direction: column;
    gap: var(--yw-space-3);
    height: 100%;
    padding: var(--yw-space-5) var(--yw-space-4) 88px;
    overflow-y: auto;
  }
  .brand {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--yw-space-2);
  }
  .brand b {
    font-size: var(--yw-text-xl);
  }
  .account {
    display: grid;
    gap: var(--yw-space-4);
    padding: var(--yw-space-4);
    border-radius: var(--yw-radius-l);
    background: var(--yw-accent);
    color: var(--yw-on-accent);
  }
  .account .figures {
    display: grid;
    grid-template-columns: repeat(3, 1fr);
    gap: var(--yw-space-2);
  }
  .account dt {
    font-size: var(--yw-text-xs);
  }
  .account dd {
    font-size: var(--yw-text-xs);
  }
  .account strong {
    font-size: var(--yw-text-xl);
    font-weight: var(--yw-weight-strong);
  }
  .notice {
    padding: var(--yw-space-2) var(--yw-space-3);
    border-radius: var(--yw-radius-m);
    background: var(--yw-warn-soft);
    color: var(--yw-warn-text);
    font-size: var(--yw-text-s);
  }
  .services {
    padding: var(--yw-space-3) var(--yw-space-2);
    border-radius: var(--yw-radius-l);
    background: var(--yw-surface);
  }
  .services header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    padding: 0 var(--yw-space-2) var(--yw-space-2);
  }
  .services h2 {
    font-size: var(--yw-text-m);
  }
  .question {
    display: block;
    width: 100%;
    min-height: var(--yw-control-touch);
    padding: 0 var(--yw-space-2);
    border: 0;
    border-top: 1px solid var(--yw-line);
    background: none;
    color: var(--yw-ink);
    font: inherit;
    text-align: left;
    cursor: pointer;
  }
  .question:hover {
    background: var(--yw-hover);
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(4, 1fr);
  }
  .grid button {
    display: grid;
    justify-items: center;
    gap: var(--yw-space-1);
    min-height: 76px;
    padding: var(--yw-space-2) 0;
    border: 0;
    border-radius: var(--yw-radius-m);
    background: none;
    color: var(--yw-ink);
    font: inherit;
    font-size: var(--yw-text-s);
    cursor: pointer;
  }
  .grid button:hover {
    background: var(--yw-hover);
  }
  .grid svg {
    color: var(--yw-accent-text);
  }
  /* What it holds stands in the page's own grid. */
  main {
    display: contents;
  }
  .only-small {
    display: none;
  }
  @media (max-width: 960px) {
    :host {
      gap: var(--yw-space-5);
    }
  }
  @media (max-width: 860px) {
    :host {
      grid-template-columns: minmax(0, 460px);
    }
    .phone {
      order: -1;
      justify-self: center;
    }
  }
  /* On a phone the page is the app itself. */
  @media (max-width: 720px) {
    :host {
      display: flex;
      flex-direction: column;
      align-items: stretch;
      gap: 0;
      padding: 0;
    }
    .phone {
      width: auto;
      height: auto;
      align-self: stretch;
      border: 0;
      border-radius: 0;
      box-shadow: none;
      overflow: visible;
    }
    .app {
      height: auto;
      padding-bottom: var(--yw-space-5);
      overflow: visible;
    }
    .about {
      padding: var(--yw-space-5) var(--yw-space-4) 96px;
    }
    .about h1 {
      font-size: var(--yw-text-2xl);
    }
    .only-wide {
      display: none;
    }
    .only-small {
      display: block;
    }
  }
`;
