import { css } from 'lit';

/** Bubbles as customers and agents see them; each side adds its colours and corners. */
export const bubbleShape = css`
  .notice.safety {
    padding: var(--yw-space-3);
    border-left: 4px solid var(--yw-urgent);
    background: var(--yw-urgent-soft);
    color: var(--yw-ink);
    font-size: var(--yw-text-m);
    text-align: left;
    white-space: pre-line;
  }
  .notice {
    align-self: center;
    max-width: 90%;
    margin: var(--yw-space-2) 0;
    color: var(--yw-ink-3);
    font-size: var(--yw-text-s);
    text-align: center;
  }
  .notice.incident {
    padding: var(--yw-space-3);
    border-left: 4px solid var(--yw-warn-text);
    background: var(--yw-warn-soft);
    color: var(--yw-ink);
    font-size: var(--yw-text-m);
    text-align: left;
    white-space: pre-line;
  }
  .message {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    margin-top: var(--yw-space-1);
  }
  .by {
    display: flex;
    align-items: center;
    gap: var(--yw-space-2);
    margin-bottom: 3px;
    color: var(--yw-ink-3);
    font-size: var(--yw-text-xs);
  }
  .bubble {
    max-width: 100%;
    padding: 7px var(--yw-space-3);
    border-radius: var(--yw-radius-m);
    background: var(--yw-bubble-other);
    overflow-wrap: anywhere;
  }
  .plain {
    white-space: pre-wrap;
  }
`;
