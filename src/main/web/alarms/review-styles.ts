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
  .field {
    flex: 1 1 12rem;
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
