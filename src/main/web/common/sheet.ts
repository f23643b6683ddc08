import { css } from 'lit';

/** A page of one column in the middle, `--sheet` wide. */
export const sheet = css`
  :host {
    display: block;
    min-height: 100dvh;
    background: var(--yw-page);
  }
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--yw-space-4);
    max-width: var(--sheet, 1000px);
    margin: 0 auto;
    padding: var(--yw-space-4);
  }
  @media (max-width: 640px) {
    main {
      padding: var(--yw-space-3);
    }
  }
`;
