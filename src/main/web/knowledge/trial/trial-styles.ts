import { css } from 'lit';

export const trialStyles = css`
  dialog {
    width: min(480px, 100vw);
    max-width: none;
    height: 100dvh;
    max-height: none;
    margin: 0 0 0 auto;
    padding: var(--yw-space-4);
    border: 0;
    border-left: 1px solid var(--yw-line);
    background: var(--yw-surface);
    color: var(--yw-ink);
    box-shadow: var(--yw-shadow-2);
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
    gap: var(--yw-space-3);
  }
  dialog::backdrop {
    background: var(--yw-scrim);
  }
  .head,
  form {
    display: flex;
    gap: var(--yw-space-2);
    align-items: center;
  }
  form input {
    min-width: 0;
  }
  .results {
    display: grid;
    gap: var(--yw-space-3);
    align-content: start;
    flex: 1;
    min-height: 0;
    overflow-y: auto;
  }
  .results[aria-busy='true'] > :not(yw-skeleton) {
    opacity: 0.5;
  }
  .examples {
    display: flex;
    flex-wrap: wrap;
    gap: var(--yw-space-2);
  }
  .decision {
    display: grid;
    padding: var(--yw-space-2) var(--yw-space-3);
    border-radius: var(--yw-radius-m);
    background: var(--yw-hover);
  }
  .decision.ok {
    background: var(--yw-ok-soft);
    color: var(--yw-ok-text);
  }
  .decision.warn {
    background: var(--yw-warn-soft);
    color: var(--yw-warn-text);
  }
  .decision.urgent {
    background: var(--yw-urgent-soft);
    color: var(--yw-urgent-text);
  }
  ol {
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: 1.6em 1fr;
    gap: var(--yw-space-2);
    padding: var(--yw-space-3) 0;
    border-top: 1px solid var(--yw-line);
  }
  li:first-child {
    border: 0;
  }
  .rank {
    color: var(--yw-ink-3);
    text-align: right;
  }
  .title a {
    color: var(--yw-ink);
    font-weight: var(--yw-weight-strong);
    text-decoration: none;
  }
  .title a:hover,
  .title a:focus-visible {
    text-decoration: underline;
  }
  .passage {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .scores {
    display: flex;
    flex-wrap: wrap;
    gap: var(--yw-space-2);
    align-items: center;
  }
  meter {
    width: 90px;
    height: 8px;
    border: 0;
    border-radius: var(--yw-radius-pill);
    background: var(--yw-line);
    overflow: hidden;
  }
  meter::-webkit-meter-bar {
    height: 8px;
    border: 0;
    border-radius: var(--yw-radius-pill);
    background: var(--yw-line);
  }
  meter::-webkit-meter-optimum-value {
    background: var(--yw-accent);
  }
  meter::-moz-meter-bar {
    background: var(--yw-accent);
  }
`;
