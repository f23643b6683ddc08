import { css } from 'lit';

export const dialogStyles = css`
  dialog {
    width: min(460px, calc(100vw - 32px));
    max-height: calc(100dvh - 32px);
    padding: 0;
    border: 1px solid var(--yw-line);
    border-radius: var(--yw-radius-l);
    background: var(--yw-surface);
    color: var(--yw-ink);
    box-shadow: var(--yw-shadow-2);
  }
  dialog::backdrop {
    background: var(--yw-scrim);
  }
  form {
    display: grid;
    gap: var(--yw-space-4);
    padding: var(--yw-space-5);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: var(--yw-space-2);
  }
`;
