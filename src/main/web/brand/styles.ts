import { css } from 'lit';

/** Of the page and its parts; only the page is a sheet. */
export const brandStyles = css`
  main {
    --sheet: 1200px;
  }
  .sides {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 400px;
    gap: var(--yw-space-4);
    align-items: start;
  }
  .parts {
    display: grid;
    gap: var(--yw-space-4);
  }
  .card {
    display: grid;
    gap: var(--yw-space-3);
  }
  .two {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--yw-space-3);
    align-items: start;
  }
  yw-brand-preview {
    position: sticky;
    top: var(--yw-space-4);
  }
  .preview {
    display: grid;
    gap: var(--yw-space-2);
  }
  .preview .frame {
    height: min(600px, calc(100dvh - 150px));
    border: 1px solid var(--yw-line);
    border-radius: var(--yw-radius-l);
    overflow: hidden;
  }
  .colour {
    display: grid;
    gap: var(--yw-space-1);
  }
  .colour input[type='color'] {
    width: 64px;
    padding: 2px;
  }
  .colour input[type='text'] {
    width: 8em;
    font-family: var(--yw-font-mono);
  }
  .warned {
    padding: var(--yw-space-2) var(--yw-space-3);
    border-radius: var(--yw-radius-m);
    background: var(--yw-warn-soft);
    color: var(--yw-warn-text);
    font-size: var(--yw-text-s);
  }
  .face {
    width: 56px;
    height: 56px;
    border: 1px solid var(--yw-line);
    border-radius: 50%;
    object-fit: cover;
  }
  .wrap {
    display: flex;
    flex-wrap: wrap;
    gap: var(--yw-space-2);
    align-items: center;
  }
  .topic {
    display: grid;
    grid-template-columns: 1fr 1fr 1fr auto;
    gap: var(--yw-space-2);
  }
  summary {
    cursor: pointer;
    font-weight: var(--yw-weight-strong);
  }
  details[open] > summary {
    margin-bottom: var(--yw-space-3);
  }
  .foot {
    position: sticky;
    z-index: 2;
    bottom: 0;
    display: flex;
    flex-wrap: wrap;
    gap: var(--yw-space-2) var(--yw-space-3);
    align-items: center;
    padding: var(--yw-space-3) var(--yw-space-4);
    border: 1px solid var(--yw-line);
    border-radius: var(--yw-radius-m);
    background: var(--yw-surface);
  }
  ol {
    list-style: none;
  }
  ol li {
    display: flex;
    flex-wrap: wrap;
    gap: var(--yw-space-1) var(--yw-space-3);
    align-items: center;
    padding: var(--yw-space-2) 0;
    border-top: 1px solid var(--yw-line);
  }
  @media (max-width: 960px) {
    .sides {
      grid-template-columns: minmax(0, 1fr);
    }
    yw-brand-preview {
      position: static;
    }
  }
  @media (max-width: 640px) {
    .two {
      grid-template-columns: minmax(0, 1fr);
    }
    .topic {
      grid-template-columns: 1fr 1fr;
      padding-bottom: var(--yw-space-2);
      border-bottom: 1px solid var(--yw-line);
    }
    .button,
    input:not([type='checkbox'], [type='radio']),
    select {
      min-height: var(--yw-control-touch);
    }
  }
`;
