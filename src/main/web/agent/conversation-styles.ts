import { css } from 'lit';

export const conversation = css`
  :host {
    display: flex;
    flex-direction: column;
    position: relative;
    min-width: 0;
    min-height: 0;
    background: var(--yw-page);
  }
  header {
    display: flex;
    align-items: center;
    gap: var(--yw-space-2);
    min-height: 52px;
    padding: 0 var(--yw-space-3) 0 var(--yw-space-4);
    border-bottom: 1px solid var(--yw-line);
    background: var(--yw-surface);
  }
  h2 {
    min-width: 0;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    gap: var(--yw-space-2);
    padding: var(--yw-space-2) var(--yw-space-4);
    border-bottom: 1px solid var(--yw-line);
    background: var(--yw-surface);
  }
  .log {
    flex: 1;
    min-height: 0;
    display: flex;
    flex-direction: column;
    padding: var(--yw-space-3) max(var(--yw-space-4), calc((100% - 960px) / 2)) var(--yw-space-4);
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }
  .log > :first-child {
    margin-top: auto;
  }
  .typing {
    min-height: 22px;
    padding: 0 var(--yw-space-4);
    color: var(--yw-ink-3);
    font-size: var(--yw-text-s);
  }
  .latest {
    position: absolute;
    right: var(--yw-space-4);
    bottom: 150px;
    box-shadow: var(--yw-shadow-2);
  }
  .danger {
    padding: var(--yw-space-2) var(--yw-space-4);
    background: var(--yw-urgent-soft);
    color: var(--yw-urgent-text);
  }
  .closed {
    padding: var(--yw-space-4);
    border-top: 1px solid var(--yw-line);
    background: var(--yw-surface);
    color: var(--yw-ink-3);
    text-align: center;
  }
  /* Where there is little room the words stay. */
  @media (max-width: 1199px) {
    header .button svg {
      display: none;
    }
    header .button {
      padding: 0 var(--yw-space-2);
    }
  }
  @media (max-width: 899px) {
    .message {
      max-width: 88%;
    }
    header {
      padding: 0 var(--yw-space-2);
      min-height: 48px;
    }
    .button.small {
      padding: 0 var(--yw-space-2);
    }
  }
  /* The name has a line of its own before it is cut off. */
  @media (max-width: 999px) {
    header {
      flex-wrap: wrap;
      gap: 0 var(--yw-space-2);
      padding: var(--yw-space-1) var(--yw-space-2) var(--yw-space-2);
    }
    header .spread {
      flex-basis: 100%;
    }
    header .button {
      flex: 1;
    }
  }
`;
