import { css } from 'lit';

export const frame = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    min-height: 0;
    height: 100%;
    /* Clipped, not hidden: a focused field must not scroll the header away. */
    overflow: clip;
    background: var(--yw-page);
    text-align: left;
  }
  /* A page of its own follows the visual viewport, so that a phone's keyboard never covers the input. */
  :host([page]) {
    position: fixed;
    inset: var(--visible-top, 0) 0 auto 0;
    height: var(--visible-height, 100dvh);
  }
  .column {
    width: 100%;
    max-width: 760px;
    margin: 0 auto;
  }

  header {
    flex: none;
    padding-top: env(safe-area-inset-top);
    border-bottom: 1px solid var(--yw-line);
    background: var(--yw-surface);
  }
  /* The buttons go below before the label of the AI is cut. */
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--yw-space-2);
    min-height: 56px;
    padding: var(--yw-space-1) var(--yw-space-2) var(--yw-space-1) var(--yw-space-4);
  }
  .title {
    flex: 1 1 8em;
    min-width: 0;
  }
  /* The label goes below before the name is cut. */
  .title h1 {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--yw-space-2);
    font-size: var(--yw-text-l);
  }
  .title p {
    color: var(--yw-ink-3);
    font-size: var(--yw-text-xs);
    line-height: var(--yw-leading-tight);
  }
  .head .button {
    min-height: 40px;
    padding: 0 var(--yw-space-3);
  }
  .head .icon-only {
    width: 40px;
    padding: 0;
  }
  .settings {
    position: absolute;
    z-index: 5;
    top: calc(60px + env(safe-area-inset-top));
    right: var(--yw-space-2);
    display: grid;
    min-width: 170px;
    padding: var(--yw-space-1);
    border: 1px solid var(--yw-line);
    border-radius: var(--yw-radius-m);
    background: var(--yw-surface);
    box-shadow: var(--yw-shadow-2);
  }
  .settings .button {
    justify-content: flex-start;
    min-height: 44px;
  }

  .banner {
    flex: none;
    background: var(--yw-warn-soft);
    color: var(--yw-warn-text);
    font-size: var(--yw-text-s);
  }
  .banner .column {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--yw-space-1) var(--yw-space-3);
    padding: var(--yw-space-2) var(--yw-space-4);
  }
  .banner.urgent {
    background: var(--yw-urgent-soft);
    color: var(--yw-urgent-text);
  }
  .banner .button {
    border-color: currentcolor;
    background: transparent;
    color: inherit;
  }

  .log {
    flex: 1;
    min-height: 0;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-gutter: stable both-edges;
    scrollbar-width: thin;
  }
  .log > .column {
    display: flex;
    flex-direction: column;
    min-height: 100%;
    padding: var(--yw-space-3) var(--yw-space-4) var(--yw-space-4);
  }
  .below {
    position: relative;
    flex: none;
    height: 0;
    text-align: center;
  }
  .below .button {
    position: absolute;
    z-index: 2;
    bottom: var(--yw-space-2);
    left: 50%;
    transform: translateX(-50%);
    border-color: var(--yw-line);
    border-radius: var(--yw-radius-pill);
    box-shadow: var(--yw-shadow-2);
    color: var(--yw-accent-text);
    font-size: var(--yw-text-s);
  }

  .queue,
  .closed {
    flex: 0 1 auto;
    max-height: 70%;
    overflow-y: auto;
    border-top: 1px solid var(--yw-line);
    background: var(--yw-surface);
  }
  .answering {
    flex: none;
    border-top: 1px solid var(--yw-line);
    background: var(--yw-surface);
    font-size: var(--yw-text-s);
  }
  .answering .column {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--yw-space-3);
    padding: var(--yw-space-1) var(--yw-space-4);
  }
  .queue .column,
  .closed .column {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--yw-space-2) var(--yw-space-4);
    padding: var(--yw-space-3) var(--yw-space-4);
  }
  .closed .column {
    padding-bottom: calc(var(--yw-space-3) + env(safe-area-inset-bottom));
  }
  .queue .row {
    flex-wrap: wrap;
  }
  @media (pointer: coarse) {
    .queue .button,
    .head .button {
      min-height: var(--yw-control-touch);
    }
  }
  .queue strong {
    font-weight: var(--yw-weight-strong);
  }
`;
