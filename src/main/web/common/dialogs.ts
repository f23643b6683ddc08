import { css } from 'lit';

/** `<dialog>` with its heading, and its buttons in `.actions`. */
export const dialog = css`
  dialog {
    width: min(520px, calc(100vw - 32px));
    max-height: calc(100dvh - 32px);
    padding: var(--yw-space-5);
    border: 1px solid var(--yw-line);
    border-radius: var(--yw-radius-l);
    background: var(--yw-surface);
    color: var(--yw-ink);
    box-shadow: var(--yw-shadow-2);
  }
  dialog::backdrop {
    background: var(--yw-scrim);
  }
  h2 {
    margin-bottom: var(--yw-space-4);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: var(--yw-space-2);
    margin-top: var(--yw-space-5);
  }
  @media (max-width: 640px) {
    dialog {
      padding: var(--yw-space-4);
    }
  }
`;

/** The same for a dialog that is one form. */
export const formDialog = [
  dialog,
  css`
    form {
      display: grid;
      gap: var(--yw-space-4);
    }
    h2,
    .actions {
      margin: 0;
    }
  `,
];
