import { css } from 'lit';

export const graphStyles = css`
  :host {
    display: block;
    min-height: 0;
    overflow-y: auto;
  }
  .sheet {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--yw-space-4);
    max-width: 1120px;
    margin: 0 auto;
    padding: var(--yw-space-4);
  }
  .row {
    flex-wrap: wrap;
  }
  .row label {
    display: grid;
    gap: 2px;
    min-width: 0;
    font-size: var(--yw-text-s);
  }
  .row input,
  .row select {
    width: 18em;
    max-width: 100%;
  }
  .picture {
    overflow: auto;
    max-height: 70vh;
    border: 1px solid var(--yw-line);
    border-radius: var(--yw-radius-m);
    background: var(--yw-surface);
  }
  svg.graph {
    display: block;
    min-width: 880px;
    width: 100%;
    padding: var(--yw-space-3);
    box-sizing: border-box;
  }
  .graph path {
    fill: none;
    stroke: var(--yw-line-strong);
    stroke-opacity: 0.5;
  }
  .graph path.EDITOR {
    stroke: var(--yw-accent);
    stroke-opacity: 1;
  }
  .graph path.CASE {
    stroke-dasharray: 4 3;
  }
  .graph path.near {
    stroke: var(--yw-accent);
    stroke-opacity: 1;
    stroke-width: 2;
  }
  .graph rect {
    fill: var(--yw-sunken);
    stroke: var(--yw-line-strong);
  }
  .graph .CAUSE rect {
    fill: var(--yw-accent-soft);
    stroke: var(--yw-accent);
  }
  .graph .PRODUCT rect {
    fill: var(--yw-warn-soft);
  }
  .graph .selected rect {
    stroke: var(--yw-accent);
    stroke-width: 3;
  }
  .graph g {
    cursor: pointer;
  }
  .graph text {
    fill: var(--yw-ink);
    font-size: 13px;
  }
  .wide {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--yw-text-s);
  }
  th,
  td {
    padding: var(--yw-space-1) var(--yw-space-2);
    border-bottom: 1px solid var(--yw-line);
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  td button.name {
    padding: 0;
    border: 0;
    background: none;
    color: var(--yw-accent-text);
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .kind {
    color: var(--yw-ink-3);
    font-size: var(--yw-text-xs);
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .corrections li {
    display: flex;
    flex-wrap: wrap;
    gap: var(--yw-space-2);
    align-items: center;
    padding: var(--yw-space-1) 0;
    border-bottom: 1px solid var(--yw-line);
    overflow-wrap: anywhere;
  }
  @media (max-width: 760px) {
    .picture {
      display: none;
    }
    thead {
      display: none;
    }
    tr {
      display: grid;
      padding: var(--yw-space-2) 0;
      border-bottom: 1px solid var(--yw-line);
    }
    td {
      border: 0;
      padding: 2px 0;
    }
    td:nth-child(2)::before {
      content: '→ ';
      color: var(--yw-ink-3);
    }
  }
`;
