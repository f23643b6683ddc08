import { css } from 'lit';

export const panel = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--yw-surface);
  }
  header {
    display: flex;
    align-items: center;
    gap: var(--yw-space-2);
    min-height: 40px;
    padding: 0 var(--yw-space-4);
  }
  h2 {
    font-size: var(--yw-text-s);
    color: var(--yw-ink-2);
  }
  .cards {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    display: flex;
    flex-direction: column;
    gap: var(--yw-space-2);
    padding: 0 var(--yw-space-3) var(--yw-space-3);
    scrollbar-width: thin;
    overflow-anchor: auto;
  }
  .list {
    display: contents;
  }
  .dismissed {
    display: flex;
    align-items: center;
    gap: var(--yw-space-2);
    padding: var(--yw-space-2) var(--yw-space-3);
    border: 1px dashed var(--yw-line);
    border-radius: var(--yw-radius-m);
    color: var(--yw-ink-3);
    font-size: var(--yw-text-s);
  }
  .fresh {
    flex: none;
    margin-right: calc(-1 * var(--yw-space-1));
  }
  .warns {
    border-color: var(--yw-urgent-text);
    background: var(--yw-urgent-soft);
    color: var(--yw-urgent-text);
  }
`;
