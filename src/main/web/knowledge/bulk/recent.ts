import { css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { words } from '../../common/api';
import { dialog } from '../../common/dialogs';
import { YiwenElement } from '../../common/element';
import { base, buttons } from '../../common/styles';
import { timeElement } from '../../common/time';
import { toast } from '../../common/toast';
import { recentChanges, type BulkChange } from './bulk-api';
import { takeBack } from './bulk-bar';
import { t } from './text';

/** `<yw-recent-changes>`: what was done to many articles lately, each to be undone. Tells `changed`. */
@customElement('yw-recent-changes')
export class RecentChanges extends YiwenElement {
  @state() private changes: BulkChange[] = [];
  @query('dialog') private dialog!: HTMLDialogElement;

  static styles = [
    base,
    buttons,
    dialog,
    css`
      :host {
        position: absolute;
      }
      ul {
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-1) var(--yw-space-3);
        align-items: center;
        min-height: 40px;
        border-top: 1px solid var(--yw-line);
      }
    `,
  ];

  async show(): Promise<void> {
    this.dialog.showModal();
    await this.read();
  }

  private async read(): Promise<void> {
    try {
      this.changes = await recentChanges();
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }

  render() {
    return html`<dialog aria-labelledby="title">
      <h2 id="title">${t('recent')}</h2>
      ${this.changes.length
        ? html`<ul>${this.changes.map((one) => this.line(one))}</ul>`
        : html`<p class="hint">${t('noRecent')}</p>`}
      <div class="actions"><button class="button" @click=${() => this.dialog.close()}>${t('close')}</button></div>
    </dialog>`;
  }

  private line(one: BulkChange) {
    return html`<li>
      <b>${t(`kind${one.kind}`)}</b><span>${t('lineDone', { n: one.changed })}</span>
      <span class="hint">${one.by} · ${timeElement(one.at)}${one.undoneBy ? html` · ${t('lineUndone', { by: one.undoneBy })}` : nothing}</span>
      <span class="spread"></span>
      ${one.undoneBy ? nothing : html`<button class="button small" @click=${() => void takeBack(one.id, () => this.refresh())}>${t('undo')}</button>`}
    </li>`;
  }

  private refresh(): void {
    this.tell('changed');
    void this.read();
  }
}
