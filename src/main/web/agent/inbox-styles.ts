import { css } from 'lit';

/** The left pane: rows of conversations. */
export const inboxStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--yw-surface);
  }
  section {
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .mine {
    flex: 1 1 50%;
  }
  .unfinished {
    flex: none;
    max-height: 30%;
    border-top: 1px solid var(--yw-line);
  }
  .unfinished .row {
    padding: 2px var(--yw-space-4);
  }
  .queue {
    flex: 0 1 auto;
    max-height: 60%;
    border-top: 1px solid var(--yw-line);
  }
  header {
    display: flex;
    align-items: center;
    gap: var(--yw-space-2);
    min-height: 44px;
    padding: 0 var(--yw-space-3) 0 var(--yw-space-4);
  }
  h2 {
    font-size: var(--yw-text-s);
    color: var(--yw-ink-2);
  }
  .number {
    color: var(--yw-ink-3);
    font-size: var(--yw-text-s);
  }
  ul {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    list-style: none;
    scrollbar-width: thin;
    padding-bottom: var(--yw-space-2);
  }
  .item {
    display: grid;
    grid-template-columns: 36px minmax(0, 1fr) auto;
    column-gap: var(--yw-space-3);
    row-gap: 1px;
    width: calc(100% - 16px);
    margin: 0 var(--yw-space-2);
    padding: var(--yw-space-2);
    border: 0;
    border-radius: var(--yw-radius-m);
    background: transparent;
    color: inherit;
    font: inherit;
    line-height: 1.45;
    text-align: left;
  }
  button.item {
    cursor: pointer;
  }
  /* The whole row looks; its button takes. */
  .queue .item {
    position: relative;
  }
  .peek {
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: left;
    cursor: pointer;
  }
  .peek::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: var(--yw-radius-m);
  }
  .peek:focus-visible {
    outline: none;
  }
  .peek:focus-visible::after {
    outline: 2px solid var(--yw-focus);
    outline-offset: -2px;
  }
  .marks .button {
    position: relative;
  }
  .queue .item:hover,
  button.item:hover {
    background: var(--yw-hover);
  }
  .item[aria-current='true'],
  .item[aria-current='true']:hover {
    background: var(--yw-selected);
  }
  .item:focus-visible {
    outline-offset: -2px;
  }
  .face {
    grid-row: span 2;
    align-self: start;
    display: grid;
    place-items: center;
    width: 36px;
    height: 36px;
    border-radius: 50%;
    background: var(--yw-hover);
    color: var(--yw-ink-2);
    font-size: var(--yw-text-s);
  }
  [aria-current='true'] .face {
    background: var(--yw-surface);
  }
  .face.call {
    background: var(--yw-accent-soft);
    color: var(--yw-accent-text);
  }
  .face svg {
    width: 18px;
    height: 18px;
  }
  .name {
    font-weight: 500;
  }
  /* The name gives way, not what is marked. */
  .line {
    display: flex;
    align-items: center;
    gap: var(--yw-space-1);
    min-width: 0;
  }
  .line .badge {
    flex: none;
  }
  .unread .name {
    font-weight: var(--yw-weight-strong);
  }
  .side {
    color: var(--yw-ink-3);
    font-size: var(--yw-text-xs);
    text-align: right;
    align-self: center;
    white-space: nowrap;
  }
  .last {
    display: flex;
    grid-column: 2 / 4;
    justify-content: space-between;
    gap: var(--yw-space-2);
    color: var(--yw-ink-3);
    font-size: var(--yw-text-s);
  }
  .unread .last {
    color: var(--yw-ink-2);
  }
  .draft {
    flex: none;
    color: var(--yw-urgent-text);
  }
  .why {
    display: -webkit-box;
    grid-column: 2 / 4;
    overflow: hidden;
    color: var(--yw-ink-2);
    font-size: var(--yw-text-s);
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .queue .face {
    grid-row: span 3;
  }
  .marks {
    display: flex;
    grid-column: 2 / 4;
    align-items: center;
    justify-content: space-between;
    gap: var(--yw-space-2);
    padding-top: 3px;
  }
  .count {
    background: var(--yw-accent);
    color: var(--yw-on-accent);
  }
  .loading {
    padding: 0 var(--yw-space-4);
  }
  @media (prefers-reduced-motion: no-preference) {
    li.fresh {
      animation: arrive 400ms ease-out;
    }
    @keyframes arrive {
      from {
        opacity: 0;
      }
    }
  }
  @media (max-width: 899px) {
    .item {
      padding-block: var(--yw-space-3);
    }
  }
`;
