import { css } from 'lit';

export const pageStyles = css`
  :host {
    display: grid;
    grid-template: auto auto minmax(0, 1fr) / minmax(0, 1fr);
    height: 100dvh;
    background: var(--yw-page);
  }
  main {
    display: contents;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--yw-space-2) var(--yw-space-3);
    align-items: center;
    padding: var(--yw-space-2) var(--yw-space-4);
    border-bottom: 1px solid var(--yw-line);
    background: var(--yw-surface);
  }
  /* What is current says it; who cannot see that hears the heading. */
  .tools h1 {
    position: absolute;
    overflow: hidden;
    width: 1px;
    height: 1px;
    clip-path: inset(50%);
  }
  .panes {
    display: grid;
    grid-template-columns: 196px minmax(0, 1fr);
    min-height: 0;
  }
  .panes.opened {
    grid-template-columns: 196px minmax(280px, 340px) minmax(0, 1fr);
  }
  .panes[hidden] {
    display: none;
  }
  .panes > * {
    min-height: 0;
  }
  .panes > * + * {
    border-left: 1px solid var(--yw-line);
  }
  .waiting {
    padding: var(--yw-space-5);
  }
  @media (max-width: 1500px) {
    .keys {
      display: none;
    }
  }
  @media (max-width: 1400px) {
    .tools {
      column-gap: var(--yw-space-2);
    }
    .tools .button {
      padding: 0 var(--yw-space-2);
    }
  }
  @media (max-width: 1360px) {
    .panes.opened {
      grid-template-columns: 176px minmax(0, 300px) minmax(0, 1fr);
    }
  }
  @media (max-width: 1100px) {
    yw-topics,
    .keys {
      display: none;
    }
    .panes {
      grid-template-columns: minmax(0, 1fr);
    }
    .panes.opened {
      grid-template-columns: minmax(240px, 300px) minmax(0, 1fr);
    }
    .panes > yw-article-list {
      border-left: 0;
    }
  }
  @media (max-width: 760px) {
    .panes.opened {
      grid-template-columns: minmax(0, 1fr);
    }
    .panes.opened yw-article-list {
      display: none;
    }
    .panes > yw-article-editor {
      border-left: 0;
    }
    .tools:has(+ .opened) {
      display: none;
    }
    .tools {
      padding: var(--yw-space-2) var(--yw-space-3);
    }
    .tools yw-knowledge-nav {
      flex-basis: 100%;
      min-width: 0;
    }
    .tools .spread {
      display: none;
    }
    .tools .button {
      flex: 1 0 auto;
    }
  }
`;
