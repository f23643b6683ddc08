import { css } from 'lit';

export const heldStyles = css`
  :host {
    display: block;
    position: relative;
  }
  ul {
    list-style: none;
  }
  .reorder {
    position: sticky;
    top: var(--yw-space-2);
    z-index: 1;
    margin: var(--yw-space-1) var(--yw-space-4);
    border-color: var(--yw-urgent);
    background: var(--yw-surface);
  }
  .one {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--yw-space-1);
    width: 100%;
    padding: var(--yw-space-3) var(--yw-space-4);
    border: 0;
    border-bottom: 1px solid var(--yw-line);
    border-left: 3px solid transparent;
    background: transparent;
    color: inherit;
    font: inherit;
    text-align: left;
    cursor: pointer;
  }
  .one:hover {
    background: var(--yw-hover);
  }
  .one:focus-visible {
    outline-offset: -2px;
  }
  .one[aria-pressed='true'] {
    background: var(--yw-selected);
  }
  .angry .one {
    border-left-color: var(--yw-urgent);
  }
  .line {
    display: flex;
    align-items: center;
    gap: var(--yw-space-2);
    min-width: 0;
  }
  .line .badge,
  .mood {
    flex: none;
  }
  .line strong {
    flex: 0 1 auto;
    min-width: 3em;
  }
  .who {
    flex: 0 1 auto;
    min-width: 3em;
  }
  .marks {
    flex-wrap: wrap;
  }
  /* The last words give way, not the times. */
  .fact {
    flex: none;
    white-space: nowrap;
  }
  .mood path {
    fill: none;
    stroke: var(--yw-ink-3);
    stroke-width: 1.5;
  }
  .mood line {
    stroke: var(--yw-line-strong);
    stroke-dasharray: 2 2;
  }
  .mood circle {
    fill: var(--yw-ink-3);
  }
  .mood.rising path {
    stroke: var(--yw-urgent);
  }
  .mood.rising circle {
    fill: var(--yw-urgent);
  }
  .keys {
    padding: var(--yw-space-2) var(--yw-space-4);
  }
  yw-skeleton {
    padding: var(--yw-space-4);
  }
  @media (max-width: 760px) {
    .keys {
      display: none;
    }
  }
  /* On a phone name and agent stand above what marks them. */
  @media (max-width: 420px) {
    .line:first-child {
      flex-wrap: wrap;
    }
  }
`;
