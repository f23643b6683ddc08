import { css } from 'lit';

/** What stands below an answer: its source, thumbs, what to tap next. */
export const answers = css`
  .source {
    margin-top: var(--yw-space-2);
    padding-top: var(--yw-space-2);
    border-top: 1px solid var(--yw-line);
    color: var(--yw-ink-3);
    font-size: var(--yw-text-s);
  }
  .source summary {
    display: flex;
    align-items: center;
    gap: var(--yw-space-1);
    min-height: 28px;
    cursor: pointer;
    list-style: none;
  }
  .source summary::-webkit-details-marker {
    display: none;
  }
  .source summary svg {
    flex: none;
    width: 15px;
    height: 15px;
  }
  .source summary .chevron {
    transition: rotate var(--yw-motion);
  }
  .source[open] summary .chevron {
    rotate: 180deg;
  }
  .source dl {
    display: grid;
    gap: var(--yw-space-1);
    padding: var(--yw-space-1) 0 0 19px;
  }
  .source dt {
    color: var(--yw-ink-2);
  }
  .source dd {
    font-size: var(--yw-text-xs);
  }

  .rate {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--yw-space-1);
    margin: 2px 0 0 -6px;
    min-height: 34px;
    color: var(--yw-ink-3);
    font-size: var(--yw-text-xs);
  }
  .rate .button {
    min-height: 32px;
    padding: 0 var(--yw-space-2);
    border-color: transparent;
    background: transparent;
    color: var(--yw-ink-3);
    font-size: var(--yw-text-xs);
  }
  .rate .button:hover {
    color: var(--yw-ink);
  }
  .rate .button[aria-pressed='true'] {
    color: var(--yw-accent-text);
    font-weight: var(--yw-weight-strong);
  }
  .rate svg {
    width: 16px;
    height: 16px;
  }

  .options {
    display: flex;
    flex-wrap: wrap;
    gap: var(--yw-space-2);
    margin-top: var(--yw-space-2);
  }
  .options .label {
    width: 100%;
    color: var(--yw-ink-3);
    font-size: var(--yw-text-xs);
  }
  .options .button {
    min-height: 36px;
    padding: var(--yw-space-1) var(--yw-space-3);
    border-color: var(--yw-line);
    border-radius: var(--yw-radius-pill);
    color: var(--yw-accent-text);
    font-size: var(--yw-text-s);
    line-height: 1.4;
    text-align: left;
    white-space: normal;
  }
  .options .button:hover:not(:disabled) {
    border-color: var(--yw-accent);
  }
  @media (pointer: coarse) {
    .options .button,
    .rate .button,
    .source summary {
      min-height: var(--yw-control-touch);
    }
  }
`;
