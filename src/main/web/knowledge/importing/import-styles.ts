import { css } from 'lit';

export const importStyles = css`
  :host {
    display: block;
    position: relative;
    overflow-y: auto;
    background: var(--yw-page);
  }
  .sheet {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--yw-space-4);
    max-width: 1080px;
    margin: 0 auto;
    padding: var(--yw-space-4);
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--yw-space-3);
    padding: var(--yw-space-4);
    border: 1px solid var(--yw-line);
    border-radius: var(--yw-radius-l);
    background: var(--yw-surface);
  }
  h2,
  h3,
  p {
    margin: 0;
  }
  h3 {
    font-size: var(--yw-text-m);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--yw-space-2);
    align-items: center;
  }
  .spread {
    flex: 1;
  }
  progress {
    width: 100%;
    accent-color: var(--yw-accent);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--yw-text-s);
  }
  th,
  td {
    padding: var(--yw-space-2);
    border-bottom: 1px solid var(--yw-line);
    text-align: left;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  th {
    color: var(--yw-ink-2);
    font-weight: normal;
  }
  .place {
    width: 22%;
    color: var(--yw-ink-2);
  }
  .outcome {
    width: 5.5em;
  }
  .detail {
    width: 38%;
  }
  .content {
    padding: var(--yw-space-2) 0;
    white-space: pre-wrap;
  }
  summary {
    cursor: pointer;
    color: var(--yw-accent-text);
  }
  ul {
    display: grid;
    gap: var(--yw-space-2);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .earlier li {
    display: flex;
    flex-wrap: wrap;
    gap: var(--yw-space-2);
    align-items: center;
    padding-bottom: var(--yw-space-2);
    border-bottom: 1px solid var(--yw-line);
  }
  .name {
    flex: 1 1 12em;
    overflow-wrap: anywhere;
  }
  @media (max-width: 760px) {
    .sheet {
      padding: var(--yw-space-3);
    }
    section {
      padding: var(--yw-space-3);
    }
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    table,
    tbody,
    tr,
    td {
      display: block;
      width: auto;
    }
    tr {
      padding: var(--yw-space-2) 0;
      border-bottom: 1px solid var(--yw-line);
    }
    td {
      padding: 2px 0;
      border: 0;
    }
    .place,
    .outcome,
    .detail {
      width: auto;
    }
  }
`;
