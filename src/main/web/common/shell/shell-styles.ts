import { css } from 'lit';

/** In a row of the bar; offers float, so that nothing moves under the pointer. */
export const shellStyles = css`
  :host {
    display: flex;
    align-items: center;
    gap: var(--yw-space-2);
    white-space: nowrap;
  }
  .presence {
    display: inline-flex;
    align-items: center;
    gap: var(--yw-space-2);
  }
  .lost {
    color: var(--yw-warn-text);
  }
  .dot {
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--yw-line-strong);
  }
  .on .dot {
    background: var(--yw-accent);
  }
  .queue {
    text-decoration: none;
    font-variant-numeric: tabular-nums;
  }
  .offers {
    position: fixed;
    z-index: 60;
    top: 60px;
    right: var(--yw-space-4);
    display: grid;
    gap: var(--yw-space-2);
    width: min(380px, calc(100vw - 2 * var(--yw-space-4)));
    white-space: normal;
  }
  .offer {
    display: grid;
    gap: var(--yw-space-2);
    padding: var(--yw-space-3) var(--yw-space-4);
    border: 1px solid var(--yw-accent);
    border-radius: var(--yw-radius-m);
    background: var(--yw-surface);
    box-shadow: var(--yw-shadow-2);
  }
  .offer.urgent {
    border-color: var(--yw-urgent);
  }
  .row {
    display: flex;
    align-items: center;
    gap: var(--yw-space-2);
    min-width: 0;
  }
  .spread {
    flex: 1;
  }
  .why {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  @media (max-width: 900px) {
    .words,
    .come-back {
      display: none;
    }
  }
  @media (max-width: 640px) {
    .offers {
      right: var(--yw-space-2);
      width: calc(100vw - 2 * var(--yw-space-2));
    }
    .offer .button {
      flex: 1;
      min-height: var(--yw-control-touch);
    }
  }
`;
