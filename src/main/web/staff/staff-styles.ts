import { css } from 'lit';
import { sheet } from '../common/sheet';

export const staffStyles = [
  sheet,
  css`
    main {
      --sheet: 1200px;
      gap: var(--yw-space-3);
    }
    .tools {
      display: flex;
      flex-wrap: wrap;
      gap: var(--yw-space-3);
      align-items: center;
    }
    .tools input {
      width: 220px;
    }
    .tools select {
      width: auto;
    }
    .note {
      padding: var(--yw-space-2) var(--yw-space-3);
      border-radius: var(--yw-radius-m);
      background: var(--yw-hover);
    }
    .list {
      padding: 0;
      overflow: hidden;
    }
    table {
      width: 100%;
      border-collapse: collapse;
    }
    th {
      padding: var(--yw-space-2) var(--yw-space-4);
      border-bottom: 1px solid var(--yw-line);
      background: var(--yw-sunken);
      color: var(--yw-ink-3);
      font-size: var(--yw-text-s);
      font-weight: normal;
      text-align: left;
    }
    td {
      padding: var(--yw-space-2) var(--yw-space-4);
      border-bottom: 1px solid var(--yw-line);
    }
    tr:last-child td {
      border-bottom: 0;
    }
    tbody tr:hover {
      background: var(--yw-hover);
    }
    .login {
      color: var(--yw-ink-2);
      font-family: var(--yw-font-mono);
      font-size: var(--yw-text-s);
    }
    .badges {
      display: flex;
      flex-wrap: wrap;
      gap: var(--yw-space-1);
    }
    .last {
      white-space: nowrap;
    }
    .last .label {
      display: none;
    }
    .inactive .name,
    .inactive .login {
      color: var(--yw-ink-3);
    }
    .actions {
      text-align: right;
      white-space: nowrap;
    }
    @media (max-width: 760px) {
      main {
        padding: var(--yw-space-3);
      }
      .tools input {
        flex: 1 1 100%;
        order: 1;
      }
      .tools select {
        flex: 1;
        order: 2;
      }
      thead {
        display: none;
      }
      tbody tr {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: var(--yw-space-1) var(--yw-space-3);
        padding: var(--yw-space-3) var(--yw-space-4);
        border-bottom: 1px solid var(--yw-line);
      }
      td {
        padding: 0;
        border: 0;
      }
      td:nth-child(even) {
        justify-self: end;
      }
      .last .label {
        display: inline;
      }
      td.last {
        grid-column: 1 / -1;
      }
      td.actions {
        grid-column: 1 / -1;
        margin: 0 calc(-1 * var(--yw-space-3)) calc(-1 * var(--yw-space-2));
        text-align: left;
        white-space: normal;
      }
      td.actions .button {
        min-height: var(--yw-control-touch);
      }
    }
  `,
];
