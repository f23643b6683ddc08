import { css } from 'lit';

export const composer = css`
  :host {
    position: relative;
    display: block;
    padding: var(--yw-space-3) max(var(--yw-space-4), calc((100% - 960px) / 2));
    border-top: 1px solid var(--yw-line);
    background: var(--yw-surface);
  }
  .box {
    border: 1px solid var(--yw-line-strong);
    border-radius: var(--yw-radius-m);
    background: var(--yw-surface);
  }
  .box:focus-within {
    border-color: var(--yw-focus);
    box-shadow: 0 0 0 1px var(--yw-focus);
  }
  textarea,
  textarea:focus-visible {
    display: block;
    min-height: 66px;
    max-height: 240px;
    padding: var(--yw-space-2) var(--yw-space-3) 0;
    border: 0;
    outline: none;
    background: transparent;
    line-height: var(--yw-leading);
    resize: none;
    field-sizing: content;
  }
  .box.noting {
    border-color: var(--yw-warn-text);
    border-style: dashed;
    background: var(--yw-warn-soft);
  }
  .mode[aria-pressed='true'] {
    color: var(--yw-warn-text);
  }
  .keys {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .minded {
    display: -webkit-box;
    margin: var(--yw-space-1) var(--yw-space-1) 0;
    overflow: hidden;
    color: var(--yw-warn-text);
    font-size: var(--yw-text-s);
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .minded:not(:has(span)) {
    margin: 0;
  }
  .minded.grave {
    color: var(--yw-urgent-text);
  }
  .foot {
    padding: 0 var(--yw-space-2) var(--yw-space-2) var(--yw-space-3);
  }
  @media (max-width: 899px) {
    :host {
      padding: var(--yw-space-2);
      padding-bottom: calc(var(--yw-space-2) + env(safe-area-inset-bottom));
    }
    textarea,
    textarea:focus-visible {
      min-height: 44px;
      max-height: 30dvh;
      /* iOS zooms into fields of less than 16 px. */
      font-size: max(16px, var(--yw-text-m));
    }
    .keys,
    .foot .attach svg {
      display: none;
    }
  }
`;
