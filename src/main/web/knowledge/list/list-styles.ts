import { css } from 'lit';

export const listStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto auto 1fr;
    min-width: 0;
    min-height: 0;
    background: var(--yw-surface);
  }
  yw-filters {
    border-bottom: 1px solid var(--yw-line);
  }
  .scroll {
    overflow-y: auto;
    min-height: 0;
  }
  yw-filters {
    grid-row: 1;
  }
  yw-bulk-bar {
    grid-row: 2;
  }
  .scroll {
    grid-row: 3;
  }
  .pick {
    width: 1px;
    padding-right: 0;
  }
  .inset {
    padding: 0 var(--yw-space-4);
  }
  .foot {
    padding: var(--yw-space-3);
    text-align: center;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th {
    position: sticky;
    z-index: 1;
    top: 0;
    padding: var(--yw-space-2) var(--yw-space-3);
    background: var(--yw-sunken);
    box-shadow: inset 0 -1px var(--yw-line);
    color: var(--yw-ink-3);
    font-size: var(--yw-text-s);
    font-weight: normal;
    text-align: left;
    white-space: nowrap;
  }
  td {
    padding: 7px var(--yw-space-3);
    border-bottom: 1px solid var(--yw-line);
    color: var(--yw-ink-2);
    font-size: var(--yw-text-s);
    white-space: nowrap;
  }
  td.question {
    font-size: var(--yw-text-m);
    white-space: normal;
  }
  td.question .badge {
    margin-left: var(--yw-space-2);
  }
  .found {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  td .found {
    max-width: 34em;
  }
  .number {
    text-align: right;
  }
  .badges {
    display: inline-flex;
    gap: var(--yw-space-1);
  }
  tr[data-active] td:first-child,
  li[data-active] {
    box-shadow: inset 3px 0 var(--yw-line-strong);
  }
  tbody tr,
  li {
    cursor: pointer;
  }
  tbody tr:hover,
  li:hover {
    background: var(--yw-hover);
  }
  a {
    color: var(--yw-ink);
    text-decoration: none;
  }
  a:focus-visible {
    text-decoration: underline;
  }
  ul {
    list-style: none;
  }
  li {
    display: grid;
    gap: 2px;
    padding: var(--yw-space-2) var(--yw-space-3);
    border-bottom: 1px solid var(--yw-line);
  }
  li a {
    line-height: 1.45;
  }
  li[data-open] {
    background: var(--yw-selected);
    box-shadow: inset 3px 0 var(--yw-accent);
  }
  .facts {
    display: flex;
    align-items: center;
    gap: var(--yw-space-1);
    min-width: 0;
    font-size: var(--yw-text-xs);
  }
  .facts time {
    white-space: nowrap;
  }
`;
