import { css } from 'lit';

export const screenPop = css`
  :host {
    display: block;
    margin-bottom: var(--yw-space-4);
    padding-bottom: var(--yw-space-3);
    border-bottom: 1px solid var(--yw-line);
  }
  section > * + * {
    margin-top: var(--yw-space-3);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    gap: var(--yw-space-1) var(--yw-space-2);
    align-items: baseline;
  }
  header strong {
    font-size: var(--yw-text-l);
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  h3 {
    margin-bottom: var(--yw-space-1);
    color: var(--yw-ink-3);
    font-size: var(--yw-text-xs);
    font-weight: var(--yw-weight-strong);
  }
  .hint {
    color: var(--yw-ink-3);
    font-size: var(--yw-text-xs);
  }
  ul {
    list-style: none;
  }
  li {
    overflow-wrap: anywhere;
    font-size: var(--yw-text-s);
  }
  li + li {
    margin-top: var(--yw-space-1);
  }
  .wants {
    padding: var(--yw-space-2) var(--yw-space-3);
    border-left: 3px solid var(--yw-accent);
    border-radius: 0 var(--yw-radius-m) var(--yw-radius-m) 0;
    background: var(--yw-accent-soft);
  }
  .wants h3,
  .wants .hint {
    color: var(--yw-ink-2);
  }
  .loud {
    color: var(--yw-urgent-text);
    font-weight: var(--yw-weight-strong);
  }
  .loud .hint {
    font-weight: normal;
  }
  .now {
    display: flex;
    flex-wrap: wrap;
    gap: var(--yw-space-1) var(--yw-space-3);
    font-size: var(--yw-text-s);
  }
  .one {
    white-space: nowrap;
  }
  .one.broken {
    color: var(--yw-ink-3);
  }
  .dot {
    display: inline-block;
    width: 8px;
    height: 8px;
    margin-right: 4px;
    border-radius: 50%;
    background: var(--yw-ok-text);
  }
  .WARN {
    color: var(--yw-warn-text);
  }
  .WARN .dot {
    background: var(--yw-warn-text);
  }
  .BAD {
    color: var(--yw-urgent-text);
    font-weight: var(--yw-weight-strong);
  }
  .BAD .dot {
    background: var(--yw-urgent);
  }
  .past {
    display: block;
    width: 100%;
    padding: 0;
    overflow: hidden;
    border: 0;
    background: none;
    color: var(--yw-ink);
    font: inherit;
    text-align: left;
    text-overflow: ellipsis;
    white-space: nowrap;
    cursor: pointer;
  }
  .past:hover {
    color: var(--yw-accent-text);
  }
`;
