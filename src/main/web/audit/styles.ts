import { css } from 'lit';
import { sheet } from '../common/sheet';

export const auditStyles = [
  sheet,
  css`
    main {
      --sheet: 1200px;
    }
    .filters {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: var(--yw-space-3);
    }
    .field {
      min-width: 9em;
    }
    .field > :is(input, select) {
      height: 38px;
    }
    .subject {
      flex: 1 1 14em;
    }
    .list {
      padding-block: var(--yw-space-2);
    }
    ul {
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: 11em 10em 9em minmax(0, 1fr);
      gap: var(--yw-space-1) var(--yw-space-4);
      padding: var(--yw-space-3) 0;
      border-bottom: 1px solid var(--yw-line);
    }
    li.head {
      padding-block: var(--yw-space-2);
      color: var(--yw-ink-3);
    }
    /* Not on the line itself, whose columns are counted in ems. */
    li.head span {
      font-size: var(--yw-text-s);
    }
    li .id,
    li .details {
      font-family: var(--yw-font-mono);
      font-size: var(--yw-text-s);
      overflow-wrap: anywhere;
    }
    .details {
      color: var(--yw-ink-2);
    }
    .foot {
      padding: var(--yw-space-3) 0;
      text-align: center;
    }
    .verdict {
      overflow-wrap: anywhere;
    }
    .verdict code {
      font-family: var(--yw-font-mono);
      font-size: var(--yw-text-s);
      user-select: all;
    }
    @media (max-width: 760px) {
      .filters {
        display: grid;
        grid-template-columns: 1fr 1fr;
      }
      .field {
        min-width: 0;
      }
      .subject {
        grid-column: 1 / -1;
      }
      li {
        grid-template-columns: minmax(0, 1fr) auto;
      }
      li.head {
        display: none;
      }
      li .of {
        grid-column: 1 / -1;
      }
      .row {
        flex-wrap: wrap;
      }
      .row h1 {
        flex-basis: 100%;
      }
      .row .spread {
        display: none;
      }
    }
  `,
];
