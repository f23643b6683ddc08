import { css } from 'lit';

/** A card in the middle of the page. */
export const loginStyles = css`
  :host {
    display: grid;
    grid-template-rows: 1fr auto;
    justify-items: center;
    align-items: center;
    gap: var(--yw-space-4);
    min-height: 100dvh;
    padding: var(--yw-space-5) var(--yw-space-4);
  }
  main {
    display: grid;
    gap: var(--yw-space-4);
    width: 100%;
    max-width: 380px;
  }
  .brand {
    color: var(--yw-accent-text);
    font-size: var(--yw-text-2xl);
    font-weight: var(--yw-weight-strong);
    letter-spacing: 2px;
  }
  .card {
    display: grid;
    gap: var(--yw-space-4);
    padding: var(--yw-space-5);
    border-radius: var(--yw-radius-l);
  }
  form {
    display: grid;
    gap: var(--yw-space-4);
  }
  input:not([type='checkbox']) {
    min-height: 42px;
  }
  .check {
    display: flex;
    align-items: center;
    gap: var(--yw-space-2);
    color: var(--yw-ink-2);
    font-size: var(--yw-text-s);
  }
  .check input {
    width: 18px;
    height: 18px;
  }
  .problem {
    padding: var(--yw-space-2) var(--yw-space-3);
    border-radius: var(--yw-radius-m);
    background: var(--yw-urgent-soft);
  }
  .strength {
    color: var(--yw-ink-2);
    font-size: var(--yw-text-s);
  }
  .steps {
    display: grid;
    grid-template-columns: repeat(4, 1fr);
    gap: var(--yw-space-1);
    margin-bottom: var(--yw-space-1);
  }
  .steps span {
    height: 6px;
    border-radius: var(--yw-radius-pill);
    background: var(--yw-line);
    transition: background var(--yw-motion);
  }
  .steps .reached {
    background: var(--strength, var(--yw-urgent));
  }
  .score-2 {
    --strength: var(--yw-warn-text);
  }
  .score-3,
  .score-4 {
    --strength: var(--yw-ok-text);
  }
  .rules {
    display: grid;
    gap: var(--yw-space-1);
    list-style: none;
    color: var(--yw-ink-2);
    font-size: var(--yw-text-s);
  }
  .rules li {
    display: flex;
    align-items: center;
    gap: var(--yw-space-2);
  }
  .rules .mark {
    display: inline-grid;
    width: 18px;
    height: 18px;
    place-items: center;
  }
  .rules svg {
    width: 16px;
    height: 16px;
  }
  .rules .met {
    color: var(--yw-ok-text);
  }
  .dot {
    width: 6px;
    height: 6px;
    border-radius: 50%;
    background: var(--yw-line-strong);
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    gap: var(--yw-space-2) var(--yw-space-4);
    align-items: center;
    justify-content: center;
    font-size: var(--yw-text-s);
  }
`;
