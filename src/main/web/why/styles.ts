import { css } from 'lit';
import { sheet } from '../common/sheet';

export const pageStyles = [
  sheet,
  css`
    main {
      --sheet: 1120px;
    }
  `,
];

/** A page of cards, one below the other. */
export const cards = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--yw-space-4);
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--yw-space-2) var(--yw-space-3);
    align-items: center;
  }
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--yw-space-3);
    overflow-wrap: anywhere;
  }
  .note {
    padding: var(--yw-space-2) var(--yw-space-3);
    border-radius: var(--yw-radius-m);
    background: var(--yw-hover);
  }
  .note.urgent {
    background: var(--yw-urgent-soft);
    color: var(--yw-urgent-text);
  }
  .note.warn {
    background: var(--yw-warn-soft);
    color: var(--yw-warn-text);
  }
  .plain {
    white-space: pre-wrap;
  }
  summary {
    width: fit-content;
    color: var(--yw-accent-text);
    font-size: var(--yw-text-s);
    cursor: pointer;
  }
  details[open] > summary {
    margin-bottom: var(--yw-space-2);
  }
  dl.facts {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: var(--yw-space-1) var(--yw-space-4);
  }
  dl.facts dt {
    color: var(--yw-ink-3);
    font-size: var(--yw-text-s);
    line-height: calc(var(--yw-text-m) * var(--yw-leading));
  }
  @media (max-width: 640px) {
    .card {
      padding: var(--yw-space-3);
    }
  }
`;

/** `<span class="bar"><i style="width: 40%"></i></span>` beside a number. */
export const bars = css`
  .bar {
    display: inline-block;
    flex: 1;
    min-width: 40px;
    height: 8px;
    border-radius: var(--yw-radius-pill);
    background: var(--yw-line);
    overflow: hidden;
  }
  .bar i {
    display: block;
    height: 100%;
    border-radius: inherit;
    background: var(--yw-accent);
  }
  .bar i.hot {
    background: var(--yw-urgent);
  }
`;
