import { css } from 'lit';
import { sheet } from '../common/sheet';

export const pageStyles = [
  sheet,
  css`
    main {
      --sheet: 1000px;
      padding-bottom: 96px;
    }
    .tabs {
      display: flex;
      gap: var(--yw-space-1);
      overflow-x: auto;
      border-bottom: 1px solid var(--yw-line);
    }
    .tabs button {
      flex: none;
      padding: var(--yw-space-2) var(--yw-space-3);
    }
    .bar {
      position: fixed;
      z-index: 20;
      right: 0;
      bottom: 0;
      left: 0;
      display: grid;
      gap: var(--yw-space-2);
      padding: var(--yw-space-3) var(--yw-space-4);
      border-top: 1px solid var(--yw-line);
      background: var(--yw-surface);
      box-shadow: var(--yw-shadow-2);
    }
    .bar form {
      display: flex;
      flex-wrap: wrap;
      gap: var(--yw-space-2);
      align-items: center;
      width: 100%;
      max-width: 1000px;
      margin: 0 auto;
    }
    .bar input {
      flex: 1 1 200px;
      width: auto;
    }
    .bar .warning {
      color: var(--yw-warn-text, var(--yw-ink));
    }
    .bar :is(.problem, .warning) {
      max-width: 1000px;
      width: 100%;
      margin: 0 auto;
    }
  `,
];

/** What the parts of the page share. */
export const partStyles = css`
  :host {
    display: grid;
    gap: var(--yw-space-3);
  }
  .list {
    display: grid;
    gap: var(--yw-space-2);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr));
    gap: var(--yw-space-3);
    align-items: start;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: var(--yw-space-2) var(--yw-space-3);
  }
  .choices label {
    display: inline-flex;
    gap: var(--yw-space-1);
    align-items: center;
  }
  fieldset {
    display: grid;
    gap: var(--yw-space-3);
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend,
  .label {
    padding: 0 0 var(--yw-space-1);
    color: var(--yw-ink-2);
    font-size: var(--yw-text-s);
  }
  legend.strong {
    color: var(--yw-ink);
    font-weight: var(--yw-weight-strong);
  }
  .stack {
    display: grid;
    gap: var(--yw-space-3);
  }
  .wrap {
    display: flex;
    flex-wrap: wrap;
    gap: var(--yw-space-2);
    align-items: center;
  }
`;
