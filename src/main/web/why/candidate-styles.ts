import { css } from 'lit';

export const candidateStyles = css`
  table {
    width: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }
  th,
  td {
    padding: var(--yw-space-2);
    text-align: left;
    vertical-align: top;
  }
  th {
    border-bottom: 1px solid var(--yw-line);
    color: var(--yw-ink-3);
    font-size: var(--yw-text-s);
    font-weight: normal;
  }
  tbody {
    border-bottom: 1px solid var(--yw-line);
  }
  tbody:last-child {
    border-bottom: 0;
  }
  .rank {
    width: 4em;
    color: var(--yw-ink-3);
  }
  .number {
    width: 124px;
  }
  .number > span,
  .number > div {
    display: flex;
    gap: var(--yw-space-2);
    align-items: center;
  }
  .number b {
    min-width: 3em;
    font-weight: normal;
    text-align: right;
  }
  .label {
    display: none;
  }
  .title {
    font-weight: var(--yw-weight-strong);
  }
  .title a {
    color: inherit;
  }
  .whole {
    padding-top: 0;
  }
  .whole h3 {
    margin: var(--yw-space-3) 0 var(--yw-space-1);
    color: var(--yw-ink-3);
    font-size: var(--yw-text-s);
    font-weight: normal;
  }
  .then {
    padding: var(--yw-space-3);
    border-radius: var(--yw-radius-m);
    background: var(--yw-sunken);
  }
  @media (max-width: 760px) {
    thead {
      display: none;
    }
    table,
    tbody {
      display: block;
    }
    tr {
      display: grid;
      grid-template-columns: 1.4em repeat(3, minmax(0, 1fr));
      gap: var(--yw-space-2);
      padding: var(--yw-space-2) 0 0;
    }
    tbody {
      padding-bottom: var(--yw-space-3);
    }
    td {
      width: auto !important;
      padding: 0;
    }
    .what {
      grid-column: 2 / -1;
    }
    .passage,
    .whole {
      grid-column: 1 / -1;
    }
    .number > div {
      flex-wrap: wrap;
    }
    .number .bar {
      flex-basis: 100%;
    }
    .number:nth-of-type(4) {
      grid-column: 1 / span 2;
    }
    .number b {
      text-align: left;
    }
    .label {
      display: inline;
      color: var(--yw-ink-3);
      font-size: var(--yw-text-s);
    }
    .passage::before {
      content: attr(data-label) '：';
      color: var(--yw-ink-3);
      font-size: var(--yw-text-s);
    }
  }
`;
