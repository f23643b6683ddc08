import { css, html } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import { t as common } from '../common/i18n/common';
import { base, buttons } from '../common/styles';
import { dialog } from '../common/dialogs';
import { t } from './help-text';

type Word = Parameters<typeof t>[0];
type Group = [name: Word, rows: [what: Word, ...keys: string[]][]];

const GROUPS: Group[] = [
  [
    'groupGo',
    [
      ['move', 'k / j', 'Alt ↑ / ↓'],
      ['nth', '1 … 9'],
      ['longest', 'Alt J'],
      ['search', 's', 'Alt S'],
    ],
  ],
  [
    'groupTake',
    [
      ['next', 'Alt N'],
      ['accept', 'Alt A'],
      ['decline', 'Alt X'],
      ['presence', 'Alt P'],
      ['sound', 'Alt L'],
      ['notifications', 'Alt G'],
    ],
  ],
  [
    'groupWrite',
    [
      ['composer', '/'],
      ['send', 'Enter'],
      ['newline', 'Shift Enter'],
      ['phrase', '/'],
      ['phrases', 'Alt Q'],
      ['insert', 'Alt 1 … 3'],
      ['opening', 'Alt O'],
      ['note', 'Alt M'],
      ['attach', 'Alt U'],
    ],
  ],
  [
    'groupEnd',
    [
      ['transfer', 'Alt T'],
      ['bot', 'Alt B'],
      ['copy', 'Alt C'],
      ['finish', 'Alt E'],
      ['finishNow', 'Ctrl Enter'],
      ['undo', 'Alt Z'],
      ['escape', 'Esc'],
      ['help', '?'],
    ],
  ],
];

/** The list of shortcuts. */
@customElement('yw-shortcuts')
export class Shortcuts extends YiwenElement {
  @query('dialog') private dialog!: HTMLDialogElement;

  static styles = [
    base,
    buttons,
    dialog,
    css`
      dialog {
        width: min(820px, calc(100vw - 32px));
      }
      .groups {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(320px, 100%), 1fr));
        gap: var(--yw-space-4) var(--yw-space-6);
      }
      h3 {
        margin-bottom: var(--yw-space-2);
        color: var(--yw-ink-2);
        font-size: var(--yw-text-s);
      }
      dl {
        display: grid;
        grid-template-columns: minmax(5.5em, auto) 1fr;
        gap: var(--yw-space-2) var(--yw-space-4);
        align-items: baseline;
      }
      kbd {
        display: inline-block;
        min-width: 1.8em;
        padding: 0 6px;
        border: 1px solid var(--yw-line-strong);
        border-bottom-width: 2px;
        border-radius: var(--yw-radius-s);
        background: var(--yw-sunken);
        font: inherit;
        font-size: var(--yw-text-s);
        text-align: center;
      }
    `,
  ];

  toggle(): void {
    if (this.dialog.open) this.dialog.close();
    else this.dialog.showModal();
  }

  render() {
    return html`<dialog aria-labelledby="help">
      <h2 id="help">${t('title')}</h2>
      <div class="groups">${GROUPS.map((group) => this.group(group))}</div>
      <div class="actions">
        <button class="button" autofocus @click=${() => this.dialog.close()}>${common('close')}</button>
      </div>
    </dialog>`;
  }

  private group([name, rows]: Group) {
    const key = (one: string, i: number) => html`${i ? ` ${t('or')} ` : ''}<kbd>${one}</kbd>`;
    return html`<section>
      <h3>${t(name)}</h3>
      <dl>${rows.map(([what, ...keys]) => html`<dt>${keys.map(key)}</dt><dd>${t(what)}</dd>`)}</dl>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-shortcuts': Shortcuts;
  }
}
