import { css } from 'lit';

export const goldenStyles = css`
  :host {
    display: block;
    min-height: 0;
    overflow-y: auto;
  }
  .sheet {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--yw-space-4);
    max-width: 960px;
    margin: 0 auto;
    padding: var(--yw-space-4);
  }
  .row {
    flex-wrap: wrap;
  }
  .filters select {
    width: auto;
    min-width: 9em;
    max-width: 100%;
  }
  .filters label {
    display: inline-flex;
    gap: var(--yw-space-1);
    align-items: center;
    min-height: 32px;
  }
  .filters input {
    width: auto;
  }
  ul {
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: 4.5em minmax(0, 1fr) auto;
    gap: var(--yw-space-1) var(--yw-space-3);
    align-items: start;
    padding: var(--yw-space-3) var(--yw-space-2);
    border-bottom: 1px solid var(--yw-line);
    overflow-wrap: anywhere;
  }
  li:focus-within,
  li:hover {
    background: var(--yw-hover);
  }
  li .said {
    font-weight: var(--yw-weight-strong);
  }
  li .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--yw-space-3);
  }
  .runs {
    display: grid;
    gap: var(--yw-space-2);
  }
  .bars {
    display: flex;
    gap: 3px;
    align-items: flex-end;
    height: 56px;
  }
  .bars > span {
    display: flex;
    flex: 0 1 18px;
    flex-direction: column;
    justify-content: flex-end;
    height: 100%;
    min-width: 4px;
  }
  .bars i {
    display: block;
    min-height: 0;
    background: var(--yw-accent);
  }
  .bars i.failed {
    min-height: 2px;
    background: var(--yw-urgent);
  }
  @media (max-width: 640px) {
    .sheet {
      padding: var(--yw-space-3);
    }
    li {
      grid-template-columns: minmax(0, 1fr);
    }
    .button {
      min-height: var(--yw-control-touch);
    }
  }
`;
