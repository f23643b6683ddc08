import { css } from 'lit';
import { formDialog } from '../common/dialogs';

export const wrapUpStyles = [
  formDialog,
  css`
    dialog {
      width: min(680px, calc(100vw - 32px));
    }
    form {
      display: grid;
      gap: var(--yw-space-3);
    }
    fieldset {
      display: grid;
      grid-template-columns: repeat(3, 1fr);
      gap: var(--yw-space-2);
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      margin-bottom: var(--yw-space-2);
      color: var(--yw-ink-2);
      font-size: var(--yw-text-s);
    }
    .pair {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: var(--yw-space-3);
    }
    /* The form is longer than most screens, and what confirms it is always in sight. */
    .actions {
      position: sticky;
      bottom: calc(-1 * var(--yw-space-5));
      z-index: 1;
      margin: 0 calc(-1 * var(--yw-space-5)) calc(-1 * var(--yw-space-5));
      padding: var(--yw-space-3) var(--yw-space-5);
      border-top: 1px solid var(--yw-line);
      background: var(--yw-surface);
    }
    textarea {
      min-height: 38px;
      max-height: 12em;
      field-sizing: content;
    }
    .facts {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--yw-space-1);
    }
    .due {
      grid-column: 1 / -1;
    }
    .key {
      margin-left: var(--yw-space-2);
      font-size: var(--yw-text-s);
    }
    #missing {
      grid-column: 1 / -1;
    }
    #missing:empty {
      display: none;
    }
    .choice {
      display: flex;
      align-items: center;
      gap: var(--yw-space-2);
      min-height: 38px;
      padding: 0 var(--yw-space-3);
      border: 1px solid var(--yw-line);
      border-radius: var(--yw-radius-m);
      cursor: pointer;
    }
    .choice:has(:checked) {
      border-color: var(--yw-accent);
      background: var(--yw-accent-soft);
    }
    .meanwhile {
      display: grid;
      gap: var(--yw-space-2);
      padding: var(--yw-space-3);
      border-left: 3px solid var(--yw-urgent);
      background: var(--yw-urgent-soft);
    }
    .meanwhile p {
      max-height: 6em;
      overflow-y: auto;
      overflow-wrap: anywhere;
    }
    .ticket {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: var(--yw-space-3);
      padding: var(--yw-space-3);
      border-radius: var(--yw-radius-m);
      background: var(--yw-sunken);
    }
    @media (max-width: 640px) {
      fieldset {
        grid-template-columns: 1fr 1fr;
      }
      .ticket,
      .pair {
        grid-template-columns: 1fr;
      }
      .key {
        display: none;
      }
      .actions {
        bottom: calc(-1 * var(--yw-space-4));
        margin: 0 calc(-1 * var(--yw-space-4)) calc(-1 * var(--yw-space-4));
        padding: var(--yw-space-2) var(--yw-space-4);
      }
    }
  `,
];
