import { css } from 'lit';

export const panel = css`
  dialog {
    width: min(600px, calc(100vw - 32px));
    padding: 0;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: var(--yw-space-2) var(--yw-space-2) var(--yw-space-2) var(--yw-space-4);
    border-bottom: 1px solid var(--yw-line);
  }
  h2 {
    margin: 0;
  }
  .list {
    min-height: 0;
    padding: var(--yw-space-2) var(--yw-space-4) calc(var(--yw-space-4) + env(safe-area-inset-bottom));
    overflow-y: auto;
  }
  details {
    border-bottom: 1px solid var(--yw-line);
  }
  summary {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px var(--yw-space-2);
    padding: var(--yw-space-3) 0;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary .row {
    flex-wrap: wrap;
  }
  summary .subject {
    overflow-wrap: anywhere;
  }
  summary .chevron {
    grid-column: 2;
    grid-row: 1 / span 3;
    align-self: center;
    color: var(--yw-ink-3);
  }
  details[open] .chevron {
    transform: rotate(180deg);
  }
  .late {
    color: var(--yw-urgent-text);
  }
  .promised {
    margin: 0 0 var(--yw-space-3);
    padding-left: 1.4em;
  }
  ol {
    display: grid;
    gap: var(--yw-space-3);
    margin: 0;
    padding: 0 0 var(--yw-space-3);
    list-style: none;
  }
  ol li {
    padding-left: var(--yw-space-3);
    border-left: 2px solid var(--yw-line-strong);
  }
  ol .agent {
    border-color: var(--yw-accent);
  }
  .words {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  form {
    display: grid;
    gap: var(--yw-space-2);
    padding-bottom: var(--yw-space-4);
  }
  textarea {
    font-size: max(16px, var(--yw-text-m));
  }
  @media (max-width: 640px) {
    dialog {
      width: 100vw;
      max-width: none;
      height: 100dvh;
      max-height: none;
      border: 0;
      border-radius: 0;
    }
  }
`;
