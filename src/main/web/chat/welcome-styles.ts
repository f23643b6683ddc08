import { css } from 'lit';

/** The beginning of a conversation, and somebody's writing. */
export const welcome = css`
  .welcome {
    display: grid;
    gap: var(--yw-space-2);
    margin: var(--yw-space-2) 0 var(--yw-space-3);
  }
  .welcome h2 {
    font-size: var(--yw-text-xl);
    text-autospace: normal;
  }
  .welcome > p {
    color: var(--yw-ink-2);
  }
  .welcome .asks {
    display: grid;
    margin-top: var(--yw-space-2);
    border: 1px solid var(--yw-line);
    border-radius: var(--yw-radius-m);
    background: var(--yw-surface);
    overflow: hidden;
  }
  .asks .label {
    padding: var(--yw-space-2) var(--yw-space-4);
    color: var(--yw-ink-3);
    font-size: var(--yw-text-xs);
  }
  .asks button {
    min-height: var(--yw-control-touch);
    padding: var(--yw-space-2) var(--yw-space-4);
    border: 0;
    border-top: 1px solid var(--yw-line);
    background: none;
    color: var(--yw-accent-text);
    font: inherit;
    text-align: left;
    cursor: pointer;
  }
  .asks button:hover {
    background: var(--yw-hover);
  }
  .asks button:focus-visible {
    outline-offset: -3px;
  }

  .typing {
    display: flex;
    align-items: center;
    gap: 5px;
    min-height: calc(1em * var(--yw-leading) + 2px);
  }
  /* Under what is written so far. */
  .words + .typing {
    min-height: 0;
    padding-top: var(--yw-space-1);
  }
  .typing i {
    width: 7px;
    height: 7px;
    border-radius: 50%;
    background: var(--yw-ink-3);
    animation: nod 1.2s infinite ease-in-out;
  }
  .typing i:nth-child(2) {
    animation-delay: 0.15s;
  }
  .typing i:nth-child(3) {
    animation-delay: 0.3s;
  }
  @keyframes nod {
    0%,
    60%,
    100% {
      opacity: 0.35;
    }
    30% {
      opacity: 1;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .typing i,
    .state.sending {
      animation: none;
    }
  }
`;
