import { css } from 'lit';

/** Of each part of the page. */
export const integrationStyles = [
  css`
    :host {
      display: block;
    }
    section {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--yw-space-3);
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      gap: var(--yw-space-2) var(--yw-space-3);
      align-items: center;
    }
    .head > div {
      flex: 1 1 18em;
    }
    ul {
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--yw-space-1) var(--yw-space-3);
      align-items: center;
      padding: var(--yw-space-3) 0;
    }
    li + li {
      border-top: 1px solid var(--yw-line);
    }
    li > div {
      flex: 1 1 18em;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      gap: var(--yw-space-1) var(--yw-space-2);
      align-items: center;
    }
    code,
    pre {
      font-family: var(--yw-font-mono);
      font-size: var(--yw-text-s);
    }
    pre {
      margin: 0;
      padding: var(--yw-space-3);
      overflow-x: auto;
      border-radius: var(--yw-radius-m);
      background: var(--yw-sunken);
    }
    @media (max-width: 640px) {
      .button,
      .button.small {
        min-height: var(--yw-control-touch);
      }
    }
  `,
];
