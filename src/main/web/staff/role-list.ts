import { css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import { icons } from '../common/icons';
import { roleName } from '../common/roles';
import type { SignedIn } from '../common/session';
import { badges, base, buttons } from '../common/styles';
import { toast } from '../common/toast';
import './role-dialog';
import type { RoleDialog } from './role-dialog';
import { t } from './role-text';
import { refusal, remove, RIGHTS, type Role, type Roles } from './roles';

const NAMED = 4;

/** `<yw-role-list .staff .known ?change>`: what the roles amount to and who has them; tells `roles` after a change. */
@customElement('yw-role-list')
export class RoleList extends YiwenElement {
  @property({ attribute: false }) staff?: SignedIn;
  @property({ attribute: false }) known?: Roles;
  /** Whether whoever looks may change them. */
  @property({ type: Boolean }) change = false;
  @query('yw-role-dialog') private dialog!: RoleDialog;

  static styles = [
    base,
    buttons,
    badges,
    css`
      :host {
        display: grid;
        gap: var(--yw-space-3);
      }
      .head {
        display: flex;
        align-items: center;
        gap: var(--yw-space-3);
      }
      h2 {
        font-size: var(--yw-text-l);
      }
      ul {
        padding: 0;
        overflow: hidden;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: 9em minmax(0, 1fr) auto;
        gap: var(--yw-space-1) var(--yw-space-4);
        align-items: baseline;
        padding: var(--yw-space-3) var(--yw-space-4);
        border-bottom: 1px solid var(--yw-line);
      }
      li:last-child {
        border: 0;
      }
      .name {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-1) var(--yw-space-2);
        font-weight: var(--yw-weight-strong);
        overflow-wrap: anywhere;
      }
      .rights {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-1);
      }
      .holders {
        grid-column: 2;
      }
      .buttons {
        grid-row: 1;
        grid-column: 3;
        white-space: nowrap;
      }
      @media (max-width: 760px) {
        li {
          grid-template-columns: 1fr auto;
        }
        .rights,
        .holders {
          grid-column: 1 / -1;
        }
        .buttons {
          grid-column: 2;
        }
      }
    `,
  ];

  render() {
    if (!this.known) return nothing;
    return html`
      <div class="head">
        <h2 id="roles">${t('roles')}</h2>
        <span class="spread"></span>
        ${this.change
          ? html`<button class="button" @click=${() => this.dialog.show(this.known!.givable)}>${icons.plus}${t('newRole')}</button>`
          : nothing}
      </div>
      <p class="hint">${t('about')}</p>
      <p class="hint">${t('adminAbout')}</p>
      <ul class="card" aria-labelledby="roles">
        ${this.known.roles.map((one) => this.line(one))}
      </ul>
      <yw-role-dialog .own=${this.staff} @saved=${(event: CustomEvent<Role>) => this.saved(event.detail)}></yw-role-dialog>
    `;
  }

  private line(one: Role) {
    const shown = one.holders.slice(0, NAMED).join('、');
    return html`<li data-role=${one.name}>
      <span class="name">${roleName(one.name)} ${one.builtIn ? html`<span class="badge">${t('builtIn')}</span>` : nothing}</span>
      <span class="rights">${RIGHTS.filter((right) => one.rights.includes(right)).map(
        (right) => html`<span class="badge" title=${t(`${right}About`)}>${t(right)}</span>`,
      )}</span>
      <span class="hint holders" title=${one.holders.join('、')}
        >${t('holders')}：${one.holders.length === 0
          ? t('nobody')
          : one.holders.length > NAMED
            ? t('holdersMore', { names: shown, n: one.holders.length })
            : shown}</span
      >
      ${this.change && !one.builtIn
        ? html`<span class="buttons">
            <button class="button small quiet" @click=${() => this.dialog.show(this.known!.givable, one)}>${t('edit')}</button>
            <button
              class="button small quiet"
              ?disabled=${one.holders.length > 0}
              title=${one.holders.length ? t('removeUsed') : nothing}
              @click=${() => void this.drop(one)}
            >
              ${t('remove')}
            </button>
          </span>`
        : nothing}
    </li>`;
  }

  private saved(role: Role): void {
    toast(t('saved', { name: role.name }));
    this.tell('roles');
  }

  private async drop(one: Role): Promise<void> {
    if (!confirm(t('removeAsk', { name: one.name }))) return;
    try {
      await remove(one.id);
      toast(t('removed', { name: one.name }));
    } catch (failure) {
      toast(refusal(failure), { kind: 'problem' });
    }
    this.tell('roles');
  }
}
