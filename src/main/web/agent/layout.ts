import { css } from 'lit';

/** Three panes; two columns of them below 1,000 px would squeeze, so below 900 px they become tabs. */
export const layout = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100vh;
    height: 100dvh;
    background: var(--yw-page);
  }
  .panes {
    flex: 1;
    min-height: 0;
    display: grid;
    grid-template: minmax(0, 1fr) / clamp(248px, 21vw, 360px) minmax(0, 1fr) clamp(288px, 25vw, 480px);
  }
  yw-inbox {
    border-right: 1px solid var(--yw-line);
  }
  .right {
    display: flex;
    flex-direction: column;
    min-height: 0;
    border-left: 1px solid var(--yw-line);
    background: var(--yw-surface);
  }
  .right yw-context {
    flex: 1 1 46%;
  }
  .right yiwen-assist {
    flex: 1 1 54%;
    border-top: 1px solid var(--yw-line);
  }
  /** Who speaks has no time to scroll for what to say. */
  .right yiwen-assist[spoken] {
    flex-basis: 66%;
  }
  .center {
    display: grid;
    place-content: center;
    min-height: 0;
  }
  .presence {
    display: inline-flex;
    align-items: center;
    gap: var(--yw-space-2);
  }
  .dot {
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--yw-line-strong);
  }
  .on .dot {
    background: var(--yw-accent);
  }
  /* What comes by itself lies over the panes: nothing moves under whoever reads or types. */
  .overlay {
    position: relative;
    z-index: 40;
    height: 0;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: end;
    align-content: start;
    gap: var(--yw-space-2);
    padding: 0 var(--yw-space-3);
    pointer-events: none;
  }
  .overlay > * {
    pointer-events: auto;
    width: min(100%, calc(clamp(288px, 25vw, 480px) - 2 * var(--yw-space-3)));
  }
  .banner {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--yw-space-3);
    padding: var(--yw-space-1) var(--yw-space-4);
    background: var(--yw-warn-soft);
    color: var(--yw-warn-text);
    font-size: var(--yw-text-s);
    border-radius: 0 0 var(--yw-radius-m) var(--yw-radius-m);
  }
  .tabs {
    display: none;
  }
  .in-menu {
    justify-content: flex-start;
  }
  @media (min-width: 1100px) {
    .in-menu {
      display: none;
    }
  }
  @media (max-width: 1099px) {
    .in-bar {
      display: none;
    }
  }
  @media (max-width: 640px) {
    .presence .words {
      display: none;
    }
  }
  @media (max-width: 899px) {
    /* Follows the visual viewport, so that a phone's keyboard never covers the reply field. */
    :host {
      position: fixed;
      inset: var(--visible-top, 0) 0 auto 0;
      height: var(--visible-height, 100dvh);
    }
    .count {
      background: var(--yw-accent);
      color: var(--yw-on-accent);
    }
    .count.urgent {
      background: var(--yw-urgent);
      color: var(--yw-on-urgent);
    }
    /* Below the head of a conversation, over its oldest words in sight. */
    .overlay {
      top: 66px;
    }
    .overlay > * {
      width: 100%;
    }
    .panes {
      grid-template-columns: minmax(0, 1fr);
    }
    .panes > :not([data-shown], h1) {
      display: none;
    }
    .right {
      border: 0;
    }
    yw-inbox {
      border: 0;
    }
    .right[data-shown='context'] yiwen-assist,
    .right[data-shown='assist'] yw-context {
      display: none;
    }
    .right yiwen-assist {
      border: 0;
    }
    .tabs {
      display: flex;
      overflow-x: auto;
      scrollbar-width: none;
      border-bottom: 1px solid var(--yw-line);
      background: var(--yw-surface);
    }
    .tabs button {
      flex: 1 0 auto;
      display: flex;
      align-items: center;
      justify-content: center;
      gap: var(--yw-space-1);
      min-height: var(--yw-control-touch);
      padding: 0 2px;
      font-size: var(--yw-text-s);
      white-space: nowrap;
    }
  }
`;
