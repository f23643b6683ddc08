import { css } from 'lit';

export const nowStyles = css`
  table {
    width: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }
  th,
  td {
    padding: var(--yw-space-2);
    border-bottom: 1px solid var(--yw-line);
    text-align: left;
    vertical-align: top;
  }
  tr:last-child > * {
    border-bottom: 0;
  }
  thead th,
  tbody th {
    color: var(--yw-ink-3);
    font-size: var(--yw-text-s);
    font-weight: normal;
  }
  th:first-child {
    width: 8em;
  }
  tr.changed td:last-child {
    background: var(--yw-mark);
  }
  [aria-busy='true'] {
    opacity: 0.6;
  }
  @media (max-width: 640px) {
    thead th:first-child {
      display: none;
    }
    tr {
      display: grid;
      grid-template-columns: 1fr 1fr;
      border-bottom: 1px solid var(--yw-line);
    }
    tr:last-child {
      border-bottom: 0;
    }
    table,
    thead,
    tbody {
      display: block;
    }
    th,
    td {
      border: 0;
      padding: var(--yw-space-1) var(--yw-space-2);
    }
    tbody th {
      grid-column: 1 / -1;
      width: auto !important;
      padding-bottom: 0;
    }
  }
`;
