import { css } from 'lit';

/** `class="button"`, with `primary`, `quiet` (no frame), `danger`, `small`, `touch` (44 px). Icons come with words. */
export const buttons = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--yw-space-2);
    min-height: var(--yw-control);
    padding: 0 var(--yw-space-4);
    border: 1px solid var(--yw-line-strong);
    border-radius: var(--yw-radius-m);
    background: var(--yw-surface);
    color: var(--yw-ink);
    font: inherit;
    line-height: 1.2;
    text-decoration: none;
    white-space: nowrap;
    cursor: pointer;
    transition: background var(--yw-motion);
  }
  .button:hover:not(:disabled) {
    background: var(--yw-hover);
  }
  .button:disabled,
  .button[aria-disabled='true'] {
    opacity: 0.5;
    cursor: not-allowed;
  }
  .button.primary {
    background: var(--yw-accent);
    border-color: var(--yw-accent);
    color: var(--yw-on-accent);
  }
  .button.primary:hover:not(:disabled) {
    background: var(--yw-accent-hover);
    border-color: var(--yw-accent-hover);
  }
  .button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--yw-ink-2);
  }
  .button.quiet:hover:not(:disabled) {
    background: var(--yw-hover);
    color: var(--yw-ink);
  }
  .button.danger {
    border-color: var(--yw-urgent);
    color: var(--yw-urgent-text);
  }
  .button.small {
    min-height: calc(var(--yw-control) - 6px);
    padding: 0 var(--yw-space-3);
    font-size: var(--yw-text-s);
  }
  .button.touch {
    min-height: var(--yw-control-touch);
  }
  .button svg {
    flex: none;
    width: 1.2em;
    height: 1.2em;
  }
`;

/** Fields: `<label class="field"><span>名称</span><input /></label>`, `.problem` below a field says what is wrong. */
export const fields = css`
  .field {
    display: grid;
    gap: var(--yw-space-1);
  }
  .field > span:not(.problem, .hint) {
    color: var(--yw-ink-2);
    font-size: var(--yw-text-s);
  }
  input:not([type='checkbox'], [type='radio']),
  select,
  textarea {
    width: 100%;
    min-height: var(--yw-control);
    padding: 5px var(--yw-space-3);
    border: 1px solid var(--yw-line-strong);
    border-radius: var(--yw-radius-m);
    background: var(--yw-surface);
    color: var(--yw-ink);
    font: inherit;
  }
  textarea {
    resize: vertical;
  }
  input:focus-visible,
  select:focus-visible,
  textarea:focus-visible {
    outline: 2px solid var(--yw-focus);
    outline-offset: -1px;
  }
  input[type='checkbox'],
  input[type='radio'] {
    accent-color: var(--yw-accent);
  }
  ::placeholder {
    color: var(--yw-ink-3);
    opacity: 1;
  }
  [aria-invalid='true'] {
    border-color: var(--yw-urgent) !important;
  }
  .problem {
    color: var(--yw-urgent-text);
    font-size: var(--yw-text-s);
  }
`;

/** `<div class="tabs" role="tablist">` of buttons with `aria-selected`. */
export const tabs = css`
  .tabs button {
    border: 0;
    border-bottom: 2px solid transparent;
    background: none;
    color: var(--yw-ink-2);
    font: inherit;
    cursor: pointer;
  }
  .tabs button[aria-selected='true'] {
    border-color: var(--yw-accent);
    color: var(--yw-accent-text);
    font-weight: var(--yw-weight-strong);
  }
  .tabs button:focus-visible {
    outline-offset: -2px;
  }
`;
