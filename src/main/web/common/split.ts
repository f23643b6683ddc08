import { css } from 'lit';

/** A page with a list at the left and one of it at the right; on a phone `main.detail` shows the right one alone. */
export const split = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto 1fr;
    height: 100dvh;
    background: var(--yw-page);
  }
  main {
    display: grid;
    grid-template-columns: minmax(340px, 480px) 1fr;
    min-height: 0;
  }
  .left {
    min-height: 0;
    border-right: 1px solid var(--yw-line);
    background: var(--yw-surface);
  }
  .right {
    display: grid;
    min-width: 0;
    min-height: 0;
  }
  .right yw-empty {
    align-self: center;
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
  }
`;
