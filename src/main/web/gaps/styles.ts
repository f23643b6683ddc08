import { css } from 'lit';

export const gapStyles = css`
  main {
    --sheet: 860px;
  }
  .head,
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--yw-space-2) var(--yw-space-3);
    align-items: center;
  }
  .head .spread {
    flex: 1;
  }
  .card {
    display: grid;
    gap: var(--yw-space-3);
    padding: var(--yw-space-4);
  }
  h2,
  h3 {
    margin: 0;
    font-size: var(--yw-text-m);
    overflow-wrap: anywhere;
  }
  h3 {
    font-size: var(--yw-text-s);
    color: var(--yw-ink-2);
  }
  .bars {
    display: flex;
    gap: 2px;
    align-items: flex-end;
    height: 28px;
  }
  .bars.tall {
    height: 64px;
  }
  .bars i {
    flex: 1 1 0;
    min-width: 3px;
    max-width: 22px;
    min-height: 2px;
    border-radius: 1px;
    background: var(--yw-accent);
  }
  .bars i.none {
    background: var(--yw-line);
  }
  .gap .bars {
    width: 110px;
  }
  .coverage {
    display: flex;
    flex-wrap: wrap;
    gap: var(--yw-space-3) var(--yw-space-5);
    align-items: end;
  }
  .coverage strong {
    font-size: 1.8rem;
    line-height: 1;
  }
  .coverage .bars {
    flex: 1 1 260px;
    max-width: 100%;
  }
  ul {
    display: grid;
    gap: var(--yw-space-2);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    overflow-wrap: anywhere;
  }
  li.reply,
  li.near {
    display: flex;
    flex-wrap: wrap;
    gap: var(--yw-space-2);
    align-items: center;
    justify-content: space-between;
    padding: var(--yw-space-2) var(--yw-space-3);
    border-radius: var(--yw-radius-m);
    background: var(--yw-sunken);
  }
  li.reply span,
  li.near a {
    flex: 1 1 14rem;
    white-space: pre-wrap;
  }
  textarea {
    width: 100%;
    min-height: 6em;
  }
  form.ignore select {
    flex: 1 1 10rem;
    width: auto;
  }
  .choices select,
  select.assign {
    width: auto;
    max-width: 100%;
  }
  .wording {
    display: flex;
    gap: var(--yw-space-2);
    align-items: baseline;
  }
  .wording .hint {
    white-space: nowrap;
  }
  ul.suggestions {
    gap: var(--yw-space-4);
  }
  summary {
    cursor: pointer;
  }
  details > ul,
  .work {
    margin-top: var(--yw-space-3);
  }
  .work {
    display: grid;
    gap: var(--yw-space-3);
  }
  @media (max-width: 640px) {
    .card .button {
      min-height: var(--yw-control-touch);
    }
  }
`;
