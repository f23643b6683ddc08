import { css } from 'lit';

/** Of the page and its parts; only the page is a sheet. */
export const wishStyles = css`
  main {
    --sheet: 760px;
  }
  .effect {
    display: grid;
    gap: var(--yw-space-2);
    padding: var(--yw-space-3);
    border: 1px solid var(--yw-line);
    border-radius: var(--yw-radius-m);
    background: var(--yw-sunken);
  }
  .effect .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--yw-space-2);
  }
  .card {
    padding: var(--yw-space-4);
  }
  h2 {
    margin: 0 0 var(--yw-space-2);
    font-size: var(--yw-text-l);
  }
  form {
    display: flex;
    flex-wrap: wrap;
    gap: var(--yw-space-2);
  }
  .hint + form {
    margin-top: var(--yw-space-3);
  }
  form select {
    flex: 0 1 auto;
    width: auto;
  }
  form input {
    flex: 1 1 12rem;
    min-width: 0;
  }
  .verdict {
    margin: var(--yw-space-3) 0;
  }
  .fault {
    margin: var(--yw-space-2) 0 0;
    color: var(--yw-urgent-text);
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    gap: var(--yw-space-1) var(--yw-space-3);
    align-items: center;
    padding: var(--yw-space-2) 0;
    border-top: 1px solid var(--yw-line);
  }
  li b {
    overflow-wrap: anywhere;
  }
  @media (max-width: 760px) {
    main {
      padding: var(--yw-space-3);
    }
    form .button,
    li .button {
      min-height: var(--yw-control-touch);
    }
  }
`;
