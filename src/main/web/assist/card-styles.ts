import { css } from 'lit';

/** One suggestion. */
export const cardStyles = css`
  :host {
    display: block;
    flex: none;
    padding: var(--yw-space-2) var(--yw-space-3);
    border: 1px solid var(--yw-line);
    border-radius: var(--yw-radius-m);
    background: var(--yw-surface);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    gap: var(--yw-space-1) var(--yw-space-2);
    align-items: center;
    font-size: var(--yw-text-xs);
    color: var(--yw-ink-3);
  }
  h3 {
    margin: 3px 0 2px;
    font-weight: var(--yw-weight-strong);
    line-height: var(--yw-leading-tight);
  }
  .text {
    position: relative;
    color: var(--yw-ink-2);
    font-size: var(--yw-text-s);
  }
  .say {
    margin: var(--yw-space-1) 0;
    font-size: var(--yw-text-m);
    line-height: var(--yw-leading);
  }
  .text.clamped {
    max-height: 5.6em;
    overflow: hidden;
    mask-image: linear-gradient(#000 70%, transparent);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--yw-space-1);
    margin-top: var(--yw-space-2);
  }
  .source {
    margin-top: var(--yw-space-1);
    color: var(--yw-ink-3);
    font-size: var(--yw-text-xs);
  }
  .more {
    padding: 2px 0;
    border: 0;
    background: none;
    color: var(--yw-accent-text);
    font: inherit;
    font-size: var(--yw-text-s);
    cursor: pointer;
  }
  .steps {
    display: grid;
    grid-template-columns: repeat(4, 1fr);
    gap: 2px;
    margin: var(--yw-space-2) 0;
  }
  .steps button {
    padding: 3px 0;
    border: 0;
    border-top: 3px solid var(--yw-line);
    background: none;
    color: var(--yw-ink-2);
    font: inherit;
    font-size: var(--yw-text-s);
    cursor: pointer;
  }
  .steps button:hover {
    background: var(--yw-hover);
  }
  .steps button[aria-selected='true'] {
    border-color: var(--yw-accent);
    color: var(--yw-accent-text);
    font-weight: var(--yw-weight-strong);
  }
  .script .text {
    min-height: 5.6em;
  }
  .use {
    display: inline-flex;
    align-items: center;
    gap: 2px;
    margin-left: auto;
    color: var(--yw-ok-text);
    font-size: var(--yw-text-xs);
  }
  .use svg {
    width: 14px;
    height: 14px;
  }
  .key {
    color: var(--yw-ink-3);
    font-size: var(--yw-text-xs);
  }
  .primary .key {
    color: inherit;
  }
  .button.small {
    min-height: 26px;
    padding: 0 var(--yw-space-2);
  }
  @media (max-width: 899px) {
    .button.small {
      min-height: 36px;
      padding: 0 var(--yw-space-3);
    }
    .key {
      display: none;
    }
  }
`;
