import { css } from 'lit';
import { t } from './i18n/common';

/** Each table in a box of its own that scrolls; each cell knows its column, for where a row is shown as a card. */
export function boxTables(markup: string): string {
  if (!markup.includes('<table')) return markup;
  const body = document.createElement('template');
  body.innerHTML = markup;
  for (const table of body.content.querySelectorAll('table')) box(table);
  return body.innerHTML;
}

function box(table: HTMLTableElement): void {
  const columns = [...table.querySelectorAll('thead th')].map((one) => one.textContent?.trim() ?? '');
  // A table that is laid out as something else is none to a screen reader unless it says so.
  table.setAttribute('role', 'table');
  for (const part of table.querySelectorAll('thead, tbody')) part.setAttribute('role', 'rowgroup');
  for (const row of table.rows) {
    row.setAttribute('role', 'row');
    [...row.cells].forEach((cell, i) => {
      cell.setAttribute('role', cell.tagName === 'TH' ? 'columnheader' : 'cell');
      if (cell.tagName === 'TD' && columns[i]) cell.dataset.column = columns[i];
    });
  }
  const scroll = document.createElement('div');
  scroll.className = 'table';
  scroll.tabIndex = 0;
  scroll.setAttribute('role', 'group');
  scroll.setAttribute('aria-label', t('table'));
  table.replaceWith(scroll);
  scroll.append(table);
}

export const tables = css`
  .prose .table {
    max-width: 100%;
    overflow-x: auto;
    overscroll-behavior-x: contain;
  }
  .prose table {
    border-collapse: collapse;
    font-size: var(--yw-text-s);
  }
  .prose th,
  .prose td {
    padding: var(--yw-space-1) var(--yw-space-2);
    border: 1px solid var(--yw-line);
    text-align: left;
  }
  .prose th {
    white-space: nowrap;
  }
  .prose td {
    min-width: 4.5em;
    overflow-wrap: break-word;
  }
`;

/** In large print a table of three columns is wider than a phone: each row is a card then. */
export const cards = css`
  :host([print='large']) .prose table,
  :host([print='large']) .prose tbody {
    display: grid;
    gap: var(--yw-space-2);
  }
  :host([print='large']) .prose thead {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  :host([print='large']) .prose tr {
    display: grid;
    padding: var(--yw-space-2) var(--yw-space-3);
    border: 1px solid var(--yw-line);
    border-radius: var(--yw-radius-m);
  }
  :host([print='large']) .prose td {
    min-width: 0;
    padding: 0;
    border: 0;
    overflow-wrap: anywhere;
  }
  :host([print='large']) .prose td + td {
    margin-top: var(--yw-space-1);
  }
  :host([print='large']) .prose td:first-child {
    font-weight: var(--yw-weight-strong);
  }
  :host([print='large']) .prose td[data-column]:not(:first-child)::before {
    content: attr(data-column) '：';
    color: var(--yw-ink-2);
    font-size: var(--yw-text-xs);
  }
`;
