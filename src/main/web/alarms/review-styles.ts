import { css } from 'lit';

/** Cards one below the other, with forms in them. */
export const reviewStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--yw-space-3);
  }
  section,
  form,
  ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--yw-space-2);
  }
  ul {
    padding: 0;
    list-style: none;
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--yw-space-2) var(--yw-space-3);
    align-items: end;
  }
  .line {
    align-items: center;
    padding-block: var(--yw-space-1);
    border-bottom: 1px solid var(--yw-line);
  }
  .field {
    flex: 1 1 12rem;
  }
  .line .field {
    flex: 0 1 auto;
  }
  .words {
    flex: 1 1 14rem;
    overflow-wrap: anywhere;
  }
  .long {
    max-height: 14rem;
    overflow: auto;
  }
`;
