import { css } from 'lit';

export const editorStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto auto 1fr;
    min-width: 0;
    min-height: 0;
    background: var(--yw-surface);
    container: editor / inline-size;
  }
  .tabs {
    display: flex;
    gap: var(--yw-space-4);
    padding: 0 var(--yw-space-5);
    border-bottom: 1px solid var(--yw-line);
  }
  .tabs button {
    padding: var(--yw-space-2) 0;
  }
  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--yw-space-4) var(--yw-space-5);
    align-content: start;
    align-items: start;
    min-height: 0;
    padding: var(--yw-space-4) var(--yw-space-5) var(--yw-space-7);
    overflow-y: auto;
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    gap: var(--yw-space-2);
    align-items: center;
    padding: var(--yw-space-2) var(--yw-space-3);
    border-radius: var(--yw-radius-m);
    background: var(--yw-warn-soft);
    color: var(--yw-warn-text);
  }
  .notice,
  yw-review,
  yw-conflict,
  yw-history {
    grid-column: 1 / -1;
  }
  .body[data-tab='edit'] yw-customer-view,
  .body[data-tab='preview'] yw-article-form {
    display: none;
  }
  .waiting {
    padding: var(--yw-space-5);
  }
  @container editor (min-width: 720px) {
    .tabs .preview {
      display: none;
    }
    .body[data-tab='edit'],
    .body[data-tab='preview'] {
      grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr);
    }
    .body[data-tab] yw-article-form,
    .body[data-tab] yw-customer-view {
      display: grid;
    }
    yw-customer-view {
      position: sticky;
      top: 0;
    }
  }
  @media (max-width: 760px) {
    .tabs,
    .body {
      padding-right: var(--yw-space-4);
      padding-left: var(--yw-space-4);
    }
    .body {
      padding-bottom: 96px;
    }
  }
`;
