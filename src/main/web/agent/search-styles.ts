import { css } from 'lit';

/** The dialog of the search and its hits. */
export const searchStyles = css`
  dialog {
    width: min(640px, calc(100vw - 32px));
    margin-top: 10dvh;
    padding: var(--yw-space-3);
  }
  .results {
    max-height: 56dvh;
    margin-top: var(--yw-space-2);
    overflow-y: auto;
  }
  button.hit {
    display: block;
    width: 100%;
    padding: var(--yw-space-2) var(--yw-space-3);
    border: 0;
    border-radius: var(--yw-radius-m);
    background: none;
    color: inherit;
    font: inherit;
    text-align: left;
    cursor: pointer;
  }
  .hit[aria-selected='true'],
  .hit:hover {
    background: var(--yw-selected);
  }
  .top {
    display: flex;
    gap: var(--yw-space-2);
    align-items: baseline;
  }
  .spread {
    flex: 1;
  }
  .hit > .ellipsis {
    display: block;
  }
  mark {
    background: var(--yw-mark);
    color: inherit;
  }
`;
