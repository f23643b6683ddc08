import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../common/states';
import { base, fields } from '../common/styles';
import type { Member } from '../staff/members';
import { t } from './i18n';
import { PlanPart, toggled, valueOf } from './part';
import { LEVELS, type Level, type Skills } from './plan';
import { partStyles } from './styles';

/** `<yw-people .plan=${plan} .agents=${members}>`: what each agent can do. */
@customElement('yw-people')
export class People extends PlanPart {
  @property({ attribute: false }) agents: Member[] = [];

  static styles = [
    base,
    fields,
    partStyles,
    css`
      .one {
        display: grid;
        grid-template-columns: minmax(8em, 1fr) 130px 100px 2fr 150px;
        gap: var(--yw-space-2) var(--yw-space-4);
        align-items: center;
      }
      .one > .label {
        display: none;
      }
      .head {
        padding: 0 var(--yw-space-4);
      }
      @media (max-width: 860px) {
        .head {
          display: none !important;
        }
        .one {
          grid-template-columns: 6em 1fr;
        }
        .one > .who {
          grid-column: 1 / -1;
        }
        .one > .label {
          display: block;
          padding: 0;
        }
      }
    `,
  ];

  render() {
    if (!this.agents.length) return html`<yw-empty heading=${t('noPeople')} hint=${t('noPeopleHint')}></yw-empty>`;
    return html`
      <p class="hint">${t('peopleHint')}</p>
      <div class="one head hint" aria-hidden="true">
        ${(['name', 'level', 'chats', 'groups', 'languages'] as const).map((it) => html`<span>${it === 'level' ? t('levelOf') : t(it)}</span>`)}
      </div>
      <ul class="list">${this.agents.map((one) => this.one(one))}</ul>
    `;
  }

  private one(member: Member) {
    const skills = this.plan.agents.find((it) => it.agent === member.id) ?? {
      agent: member.id,
      level: 'EXPERIENCED' as Level,
      groups: [],
      languages: ['zh'],
    };
    const change = (part: Partial<Skills>) =>
      this.put({ agents: [...this.plan.agents.filter((it) => it.agent !== member.id), { ...skills, ...part }] });
    const box = (name: string, text: string, all: string[], id: string, key: 'groups' | 'languages') => html`
      <label>
        <input
          type="checkbox"
          name=${name}
          .checked=${all.includes(id)}
          @change=${(event: Event) => change({ [key]: toggled(all, id, (event.target as HTMLInputElement).checked) })}
        />${text}
      </label>
    `;
    return html`
      <li class="card one" data-agent=${member.login}>
        <span class="who"><b>${member.name}</b> <span class="hint">${member.login}</span></span>
        <span class="label">${t('levelOf')}</span>
        <select aria-label="${t('level')} ${member.name}" name="level" @change=${(event: Event) => change({ level: valueOf(event) as Level })}>
          ${LEVELS.map((it) => html`<option value=${it} ?selected=${skills.level === it}>${t(it)}</option>`)}
        </select>
        <span class="label">${t('chats')}</span>
        <input
          type="number"
          min="1"
          max="20"
          aria-label="${t('chats')} ${member.name}"
          placeholder=${t('chatsDefault')}
          .value=${skills.chats ? String(skills.chats) : ''}
          @change=${(event: Event) => change({ chats: Number(valueOf(event)) || undefined })}
        />
        <span class="label">${t('groups')}</span>
        <span class="choices">
          ${this.plan.groups.length
            ? this.plan.groups.map((it) => box('group', it.name, skills.groups, it.id, 'groups'))
            : html`<span class="hint">${t('noGroups')}</span>`}
        </span>
        <span class="label">${t('languages')}</span>
        <span class="choices">
          ${(['zh', 'en'] as const).map((it) => box('language', t(it), skills.languages, it, 'languages'))}
        </span>
      </li>
    `;
  }
}
