import { css } from 'lit';

export const watchStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    background: var(--yw-page);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--yw-space-2);
    padding: var(--yw-space-2) var(--yw-space-4);
    border-bottom: 1px solid var(--yw-line);
    background: var(--yw-surface);
  }
  .back {
    display: none;
  }
  .question {
    display: grid;
    gap: var(--yw-space-2);
    padding: var(--yw-space-3) var(--yw-space-4);
    border-bottom: 1px solid var(--yw-line);
    background: var(--yw-urgent-soft);
  }
  .log {
    flex: 1;
    display: flex;
    flex-direction: column;
    min-height: 0;
    padding: var(--yw-space-3) var(--yw-space-4);
    overflow-y: auto;
  }
  .whisper {
    align-self: center;
    max-width: 90%;
    margin: var(--yw-space-2) 0;
    padding: var(--yw-space-1) var(--yw-space-3);
    border: 1px dashed var(--yw-line-strong);
    border-radius: var(--yw-radius-m);
    background: var(--yw-warn-soft);
    overflow-wrap: anywhere;
  }
  .speaking {
    padding: var(--yw-space-1) 0;
    overflow-wrap: anywhere;
  }
  .telephone {
    padding: var(--yw-space-2) var(--yw-space-4) 0;
    background: var(--yw-surface);
  }
  form {
    display: flex;
    align-items: flex-end;
    gap: var(--yw-space-3);
    padding: var(--yw-space-3) var(--yw-space-4) calc(var(--yw-space-3) + env(safe-area-inset-bottom));
    border-top: 1px solid var(--yw-line);
    background: var(--yw-surface);
  }
  form label {
    flex: 1;
  }
  .over {
    padding: var(--yw-space-4);
    border-top: 1px solid var(--yw-line);
    background: var(--yw-surface);
    color: var(--yw-ink-3);
    text-align: center;
  }
  @media (max-width: 760px) {
    .back {
      display: inline-flex;
    }
    header {
      padding: var(--yw-space-2);
    }
  }
`;
