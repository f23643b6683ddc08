import { css } from 'lit';
import { bubbleShape } from '../common/bubbles';

const own = css`
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
  .message {
    max-width: min(88%, 560px);
    margin-top: var(--yw-space-3);
  }
  .message.mine {
    align-self: flex-end;
    align-items: flex-end;
  }
  /* On the page itself, whose grey is nearly the badge's. */
  .by .badge:not(.accent) {
    background: var(--yw-surface);
  }
  .bubble {
    position: relative;
    box-shadow: var(--yw-shadow-1);
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
  .avatar {
    flex: none;
    width: 24px;
    height: 24px;
    border-radius: 50%;
    background: var(--yw-surface);
    object-fit: cover;
  }
  .head .avatar {
    width: 36px;
    height: 36px;
  }
  .welcome .avatar {
    display: block;
    width: 56px;
    height: 56px;
    margin-bottom: var(--yw-space-2);
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
`;

export const bubbles = [bubbleShape, own];
