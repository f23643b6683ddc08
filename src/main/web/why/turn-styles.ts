import { css } from 'lit';

export const turnStyles = css`
  .asked {
    font-size: var(--yw-text-l);
    font-weight: var(--yw-weight-strong);
  }
  .said {
    padding: var(--yw-space-2) var(--yw-space-3);
    border-radius: var(--yw-radius-m);
    background: var(--yw-sunken);
  }
  .meter {
    display: flex;
    gap: var(--yw-space-2);
    align-items: center;
    max-width: 240px;
  }
  .more[open] {
    display: grid;
    gap: var(--yw-space-4);
  }
  .more > summary {
    cursor: pointer;
    font-weight: var(--yw-weight-strong);
  }
  time {
    white-space: nowrap;
  }
  @media (max-width: 640px) {
    dl.facts {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
    dl.facts dd + dt {
      margin-top: var(--yw-space-2);
    }
    h1 {
      font-size: var(--yw-text-l);
    }
    .signals {
      grid-template-columns: minmax(0, 1fr) 72px auto;
      justify-content: stretch;
    }
  }
`;
