import { css } from 'lit';
import { bubbleShape } from '../common/bubbles';

const own = css`
  .day {
    align-self: center;
    margin: var(--yw-space-3) 0 var(--yw-space-1);
    color: var(--yw-ink-3);
    font-size: var(--yw-text-xs);
  }
  .message {
    max-width: min(78%, 720px);
  }
  .message.ours {
    align-self: flex-end;
    align-items: flex-end;
  }
  .message.first {
    margin-top: var(--yw-space-3);
  }
  .ai {
    padding: 0 5px;
    border: 1px solid var(--yw-line-strong);
    border-radius: var(--yw-radius-s);
    color: var(--yw-ink-2);
    line-height: 1.5;
  }
  .bubble {
    border: 1px solid var(--yw-line);
  }
  .agent .bubble {
    border-color: transparent;
    background: var(--yw-bubble-mine);
    color: var(--yw-on-bubble-mine);
  }
  .bot .bubble {
    background: var(--yw-sunken);
  }
  .marked .bubble {
    background: var(--yw-mark);
    color: var(--yw-ink);
    outline: 2px solid var(--yw-focus);
    outline-offset: 1px;
  }
  .under {
    margin-top: 3px;
    color: var(--yw-ink-3);
    font-size: var(--yw-text-xs);
  }
  .under .problem {
    color: var(--yw-urgent-text);
  }
  .link {
    padding: 0;
    border: 0;
    background: none;
    color: var(--yw-accent-text);
    font: inherit;
    text-decoration: underline;
    cursor: pointer;
  }
  .partial .bubble {
    border-style: dashed;
    background: transparent;
    color: var(--yw-ink-3);
  }
  .pending .bubble {
    opacity: 0.65;
  }
  .options {
    margin-top: var(--yw-space-1);
    padding-left: 1.4em;
  }
`;

export const bubbles = [bubbleShape, own];
