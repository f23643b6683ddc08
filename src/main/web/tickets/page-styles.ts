import { css } from 'lit';
import { split } from '../common/split';

/** What the list of tickets adds to the two panes. */
const own = css`
  .left {
    display: grid;
    grid-template-rows: auto auto 1fr;
  }
  .tools {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--yw-space-2);
    padding: var(--yw-space-3) var(--yw-space-4);
    border-bottom: 1px solid var(--yw-line);
  }
  .tools .row {
    flex-wrap: wrap;
  }
  .tools h1 {
    font-size: var(--yw-text-l);
    white-space: nowrap;
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
  .words.pair {
    grid-template-columns: 1fr 1fr;
  }
  .right {
    background: var(--yw-surface);
  }
  .problem {
    padding: var(--yw-space-4);
  }
  @media (max-width: 760px) {
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

export const pageStyles = [split, own];
