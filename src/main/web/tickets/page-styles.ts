import { css } from 'lit';

export const pageStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto 1fr;
    height: 100dvh;
    background: var(--yw-page);
  }
  main {
    display: grid;
    grid-template-columns: minmax(340px, 460px) 1fr;
    min-height: 0;
  }
  .left {
    display: grid;
    grid-template-rows: auto 1fr;
    min-height: 0;
    border-right: 1px solid var(--yw-line);
    background: var(--yw-surface);
  }
  .tools {
    display: grid;
    gap: var(--yw-space-2);
    padding: var(--yw-space-3) var(--yw-space-4);
    border-bottom: 1px solid var(--yw-line);
  }
  .tools h1 {
    font-size: var(--yw-text-l);
  }
  .shows {
    display: flex;
    flex-wrap: wrap;
    gap: var(--yw-space-1);
  }
  .shows button {
    display: inline-flex;
    align-items: center;
    gap: var(--yw-space-1);
    min-height: 30px;
    padding: 0 var(--yw-space-2);
    border: 1px solid transparent;
    border-radius: var(--yw-radius-pill);
    background: transparent;
    color: var(--yw-ink-2);
    font: inherit;
    font-size: var(--yw-text-s);
    white-space: nowrap;
    cursor: pointer;
  }
  .shows button:hover {
    background: var(--yw-hover);
  }
  .shows button[aria-pressed='true'] {
    border-color: var(--yw-accent);
    background: var(--yw-accent-soft);
    color: var(--yw-accent-text);
  }
  .words {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: var(--yw-space-2);
  }
  .words select {
    width: auto;
  }
  .right {
    display: grid;
    min-width: 0;
    min-height: 0;
    background: var(--yw-surface);
  }
  .right yw-empty {
    align-self: center;
  }
  .problem {
    padding: var(--yw-space-4);
  }
  @media (max-width: 760px) {
    main {
      grid-template-columns: minmax(0, 1fr);
    }
    .left {
      border-right: 0;
    }
    .right,
    main.detail .left {
      display: none;
    }
    main.detail .right {
      display: grid;
    }
    .tools {
      padding: var(--yw-space-3);
    }
    .shows {
      flex-wrap: nowrap;
      margin: 0 calc(-1 * var(--yw-space-3));
      padding: 2px var(--yw-space-3);
      overflow-x: auto;
      scrollbar-width: none;
    }
    .shows button {
      flex: none;
      min-height: 36px;
    }
  }
`;
