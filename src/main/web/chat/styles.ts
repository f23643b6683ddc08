import { css } from 'lit';

export const frame = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    min-height: 0;
    height: 100%;
    overflow: hidden;
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
  .head {
    display: flex;
    align-items: center;
    gap: var(--yw-space-2);
    min-height: 56px;
    padding: var(--yw-space-1) var(--yw-space-2) var(--yw-space-1) var(--yw-space-4);
  }
  .title {
    flex: 1;
    min-width: 0;
  }
  .title h1 {
    display: flex;
    align-items: center;
    gap: var(--yw-space-2);
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
    flex: none;
    border-top: 1px solid var(--yw-line);
    background: var(--yw-surface);
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
  .queue strong {
    font-weight: var(--yw-weight-strong);
  }
`;

export const bubbles = css`
  .time {
    margin: var(--yw-space-3) 0 var(--yw-space-2);
    color: var(--yw-ink-3);
    font-size: var(--yw-text-xs);
    text-align: center;
  }
  .day {
    display: flex;
    align-items: center;
    gap: var(--yw-space-3);
  }
  .day::before,
  .day::after {
    content: '';
    flex: 1;
    border-top: 1px solid var(--yw-line);
  }
  .notice {
    align-self: center;
    max-width: 90%;
    margin: var(--yw-space-2) 0;
    color: var(--yw-ink-3);
    font-size: var(--yw-text-s);
    text-align: center;
  }
  .message {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    max-width: min(88%, 560px);
    margin-top: var(--yw-space-3);
  }
  .message.mine {
    align-self: flex-end;
    align-items: flex-end;
  }
  .by {
    display: flex;
    align-items: center;
    gap: var(--yw-space-2);
    margin-bottom: var(--yw-space-1);
    color: var(--yw-ink-3);
    font-size: var(--yw-text-xs);
  }
  .bubble {
    position: relative;
    max-width: 100%;
    padding: var(--yw-space-2) var(--yw-space-3);
    border-radius: var(--yw-radius-m);
    background: var(--yw-bubble-other);
    box-shadow: var(--yw-shadow-1);
    overflow-wrap: anywhere;
  }
  .bubble.plain {
    white-space: pre-wrap;
  }
  .mine .bubble {
    background: var(--yw-bubble-mine);
    color: var(--yw-on-bubble-mine);
  }
  /* The small corner of WeChat's bubbles. */
  .bubble::before {
    content: '';
    position: absolute;
    top: 12px;
    left: -5px;
    width: 10px;
    height: 10px;
    border-radius: 2px;
    background: inherit;
    transform: rotate(45deg);
  }
  .mine .bubble::before {
    right: -5px;
    left: auto;
  }
  .bubble.waiting {
    opacity: 0.75;
  }
  .state {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: var(--yw-space-1) var(--yw-space-2);
    margin-top: var(--yw-space-1);
    color: var(--yw-ink-3);
    font-size: var(--yw-text-xs);
  }
  /* Most messages are acknowledged at once: the word appears only when it takes time. */
  .state.sending {
    animation: appear 200ms 700ms both;
  }
  .state.failed {
    color: var(--yw-urgent-text);
  }
  .state .link {
    position: relative;
    padding: var(--yw-space-1);
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-decoration: underline;
    cursor: pointer;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  .source {
    margin-top: var(--yw-space-2);
    padding-top: var(--yw-space-2);
    border-top: 1px solid var(--yw-line);
    color: var(--yw-ink-3);
    font-size: var(--yw-text-s);
  }
  .source summary {
    display: flex;
    align-items: center;
    gap: var(--yw-space-1);
    min-height: 28px;
    cursor: pointer;
    list-style: none;
  }
  .source summary::-webkit-details-marker {
    display: none;
  }
  .source summary svg {
    flex: none;
    width: 15px;
    height: 15px;
  }
  .source summary .chevron {
    transition: rotate var(--yw-motion);
  }
  .source[open] summary .chevron {
    rotate: 180deg;
  }
  .source dl {
    display: grid;
    gap: var(--yw-space-1);
    padding: var(--yw-space-1) 0 0 19px;
  }
  .source dt {
    color: var(--yw-ink-2);
  }
  .source dd {
    font-size: var(--yw-text-xs);
  }

  .rate {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--yw-space-1);
    margin: 2px 0 0 -6px;
    min-height: 34px;
    color: var(--yw-ink-3);
    font-size: var(--yw-text-xs);
  }
  .rate .button {
    min-height: 32px;
    padding: 0 var(--yw-space-2);
    border-color: transparent;
    background: transparent;
    color: var(--yw-ink-3);
    font-size: var(--yw-text-xs);
  }
  .rate .button:hover {
    color: var(--yw-ink);
  }
  .rate .button[aria-pressed='true'] {
    color: var(--yw-accent-text);
    font-weight: var(--yw-weight-strong);
  }
  .rate svg {
    width: 16px;
    height: 16px;
  }

  .options {
    display: flex;
    flex-wrap: wrap;
    gap: var(--yw-space-2);
    margin-top: var(--yw-space-2);
  }
  .options .label {
    width: 100%;
    color: var(--yw-ink-3);
    font-size: var(--yw-text-xs);
  }
  .options .button {
    min-height: 36px;
    padding: var(--yw-space-1) var(--yw-space-3);
    border-color: var(--yw-line);
    border-radius: var(--yw-radius-pill);
    color: var(--yw-accent-text);
    font-size: var(--yw-text-s);
    line-height: 1.4;
    text-align: left;
    white-space: normal;
  }
  .options .button:hover:not(:disabled) {
    border-color: var(--yw-accent);
  }

  .welcome {
    display: grid;
    gap: var(--yw-space-2);
    margin: var(--yw-space-2) 0 var(--yw-space-3);
  }
  .welcome h2 {
    font-size: var(--yw-text-xl);
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
