import { css } from 'lit';

export const context = css`
  :host {
    display: block;
    min-height: 0;
    overflow-y: auto;
    padding: var(--yw-space-3) var(--yw-space-4) var(--yw-space-4);
    background: var(--yw-surface);
    scrollbar-width: thin;
  }
  section + section {
    margin-top: var(--yw-space-4);
  }
  h3 {
    margin-bottom: var(--yw-space-1);
    color: var(--yw-ink-3);
    font-size: var(--yw-text-xs);
    font-weight: var(--yw-weight-strong);
  }
  .reason {
    padding: var(--yw-space-2) var(--yw-space-3);
    border-left: 3px solid var(--yw-line-strong);
    border-radius: 0 var(--yw-radius-m) var(--yw-radius-m) 0;
    background: var(--yw-sunken);
  }
  .reason.urgent {
    border-color: var(--yw-urgent);
    background: var(--yw-urgent-soft);
  }
  .reason.warn {
    border-color: var(--yw-warn-text);
    background: var(--yw-warn-soft);
  }
  .reason .badge {
    padding: 0;
    background: none;
    font-size: inherit;
    font-weight: var(--yw-weight-strong);
  }
  .evidence {
    margin-top: var(--yw-space-1);
    color: var(--yw-ink-2);
    font-size: var(--yw-text-s);
  }
  .seq:hover {
    text-decoration: underline;
  }
  .seq {
    padding: 0;
    border: 0;
    background: none;
    color: var(--yw-accent-text);
    font: inherit;
    font-size: var(--yw-text-xs);
    white-space: nowrap;
    cursor: pointer;
  }
  dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 2px var(--yw-space-3);
    align-items: baseline;
  }
  dt {
    color: var(--yw-ink-3);
    font-size: var(--yw-text-s);
  }
  dd {
    overflow-wrap: anywhere;
  }
  ul {
    list-style: none;
  }
  li + li {
    margin-top: var(--yw-space-2);
  }
  details summary {
    cursor: pointer;
  }
  details .prose {
    margin: var(--yw-space-1) 0 0;
    padding-left: var(--yw-space-3);
    border-left: 2px solid var(--yw-line);
    color: var(--yw-ink-2);
    font-size: var(--yw-text-s);
  }
  .opening {
    display: flex;
    align-items: flex-start;
    gap: var(--yw-space-2);
    padding: var(--yw-space-2) var(--yw-space-3);
    border: 1px solid var(--yw-line);
    border-radius: var(--yw-radius-m);
  }
  .opening p {
    flex: 1;
  }
  .feeling {
    position: relative;
  }
  .feeling svg,
  .feeling .points {
    display: block;
    width: 100%;
    height: 48px;
  }
  .feeling .points {
    position: absolute;
    top: 0;
  }
  .feeling path {
    fill: none;
    stroke: var(--yw-ink-3);
    stroke-width: 1.5;
    vector-effect: non-scaling-stroke;
  }
  .feeling .middle {
    stroke: var(--yw-line);
    stroke-dasharray: 3 3;
  }
  .points button {
    position: absolute;
    width: 9px;
    height: 9px;
    margin: -4.5px;
    padding: 0;
    border: 2px solid var(--yw-surface);
    border-radius: 50%;
    background: var(--yw-ink-3);
    cursor: pointer;
  }
  .points button.loud {
    background: var(--yw-urgent);
  }
  figcaption {
    font-size: var(--yw-text-s);
    color: var(--yw-ink-2);
  }
  figcaption.loud {
    color: var(--yw-urgent-text);
  }

  .missing {
    display: flex;
    flex-wrap: wrap;
    gap: var(--yw-space-1);
  }
  .past {
    display: block;
    width: 100%;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: left;
    cursor: pointer;
  }
  .past:hover {
    text-decoration: underline;
  }
`;
