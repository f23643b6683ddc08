import { css } from 'lit';

export const listStyles = css`
  .card {
    padding: 0;
    gap: 0;
    overflow: hidden;
  }
  yw-skeleton {
    padding: var(--yw-space-4);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }
  th,
  td {
    padding: var(--yw-space-2) var(--yw-space-3);
    border-bottom: 1px solid var(--yw-line);
    text-align: left;
    vertical-align: top;
  }
  th {
    background: var(--yw-sunken);
    color: var(--yw-ink-3);
    font-size: var(--yw-text-s);
    font-weight: normal;
  }
  tr:last-child td {
    border-bottom: 0;
  }
  tbody tr {
    cursor: pointer;
  }
  tbody tr:hover,
  tbody tr:focus-within {
    background: var(--yw-hover);
  }
  td a {
    color: var(--yw-ink);
    font-weight: var(--yw-weight-strong);
    text-decoration: none;
  }
  td a:hover {
    text-decoration: underline;
  }
  .at {
    width: 8.5em;
  }
  .decided {
    width: 9em;
  }
  .sure {
    width: 5em;
    text-align: right;
  }
  td.at,
  td.title {
    color: var(--yw-ink-3);
    font-size: var(--yw-text-s);
  }
  .title {
    width: 30%;
  }
  .more {
    justify-self: center;
  }
  @media (max-width: 720px) {
    thead {
      display: none;
    }
    table,
    tbody {
      display: block;
    }
    tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto auto;
      align-items: center;
      gap: var(--yw-space-1) var(--yw-space-3);
      padding: var(--yw-space-3);
      border-bottom: 1px solid var(--yw-line);
    }
    tr:last-child {
      border-bottom: 0;
    }
    td {
      width: auto !important;
      padding: 0;
      border: 0;
    }
    td.asked,
    td.title {
      grid-column: 1 / -1;
    }
    td.asked {
      order: -1;
    }
    td.title:empty,
    td.sure.none {
      display: none;
    }
  }
`;
