import { css } from 'lit';

export const pageStyles = css`
  main {
    --sheet: 860px;
  }
  .row,
  .filters,
  .choice {
    display: flex;
    flex-wrap: wrap;
    gap: var(--yw-space-2);
    align-items: center;
  }
  .filters {
    gap: var(--yw-space-3);
  }
  .spread {
    flex: 1;
  }
  .choice .button[aria-pressed='true'] {
    border-color: var(--yw-accent);
    background: var(--yw-selected);
  }
  .mine {
    display: inline-flex;
    gap: var(--yw-space-2);
    align-items: center;
    min-height: var(--yw-control);
  }
  input[type='search'] {
    flex: 1 1 10rem;
    width: auto;
    max-width: 18rem;
  }
  .sum {
    margin: 0;
    font-weight: var(--yw-weight-strong);
  }
  summary {
    cursor: pointer;
  }
  .card {
    display: grid;
    gap: var(--yw-space-2);
    padding: var(--yw-space-4);
  }
  ul {
    display: grid;
    gap: var(--yw-space-3);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .more {
    padding: var(--yw-space-3) 0;
    text-align: center;
  }
  @media (max-width: 640px) {
    .button {
      min-height: var(--yw-control-touch);
    }
    input[type='search'] {
      max-width: none;
    }
  }
`;

export const cardStyles = css`
  .card {
    display: grid;
    gap: var(--yw-space-2);
    padding: var(--yw-space-4);
  }
  .head,
  .said,
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: var(--yw-space-2) var(--yw-space-3);
    align-items: center;
  }
  h2 {
    margin: 0;
    font-size: var(--yw-text-m);
    overflow-wrap: anywhere;
  }
  h2 a {
    color: inherit;
  }
  p {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .said p {
    flex: 1 1 16rem;
  }
  .spread {
    flex: 1;
  }
  .foot .hint {
    overflow-wrap: anywhere;
  }
  .bars {
    display: flex;
    gap: 2px;
    align-items: flex-end;
    width: 120px;
    height: 28px;
  }
  .bars i {
    flex: 1 1 0;
    min-width: 3px;
    min-height: 2px;
    border-radius: 1px;
    background: var(--yw-accent);
  }
  .bars i.none {
    background: var(--yw-line);
  }
  @media (max-width: 640px) {
    .button {
      min-height: var(--yw-control-touch);
    }
  }
`;
