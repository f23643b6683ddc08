import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { cssText } from '../common/css-text';
import { icons } from '../common/icons';
import { newId } from '../common/client/outbox';
import '../common/states';
import { badges, base, buttons, fields } from '../common/styles';
import { toast } from '../common/toast';
import './hours-form';
import { t } from './i18n';
import { PlanPart, replaced, valueOf } from './part';
import type { Group, Hours } from './plan';
import { partStyles } from './styles';

/** `<yw-groups .plan=${plan}>`: the groups of agents, and when they and everybody serve customers. */
@customElement('yw-groups')
export class Groups extends PlanPart {
  static styles = [base, buttons, fields, badges, partStyles];

  render() {
    const { plan } = this;
    return html`
      <p class="hint">${t('hoursHint')}</p>
      <section class="card stack">
        <h2>${t('everybodysHours')}</h2>
        <yw-hours-form .hours=${plan.hours} @hours=${(event: CustomEvent<Hours | undefined>) => this.put({ hours: event.detail })}></yw-hours-form>
      </section>
      <div class="wrap">
        <h2>${t('groups')}</h2>
        <span class="spread"></span>
        <button class="button primary" @click=${this.add}>${icons.plus}${t('newGroup')}</button>
      </div>
      ${plan.groups.length
        ? html`<ul class="list">${plan.groups.map((group, index) => this.group(group, index))}</ul>`
        : html`<yw-empty class="card" heading=${t('noGroups')} hint=${t('noGroupsHint')}></yw-empty>`}
    `;
  }

  private group(group: Group, index: number) {
    const count = this.plan.agents.filter((it) => it.groups.includes(group.id)).length;
    const change = (part: Partial<Group>) => this.put({ groups: replaced(this.plan.groups, index, { ...group, ...part }) });
    return html`
      <li class="card stack">
        <div class="wrap">
          <input
            .style=${cssText({ flex: '1 1 160px', width: 'auto' })}
            name="group-name"
            maxlength="40"
            aria-label=${t('groupName')}
            placeholder=${t('groupName')}
            .value=${group.name}
            @input=${(event: Event) => change({ name: valueOf(event) })}
          />
          <span class="badge">${t('members', { n: count })}</span>
          <button class="button small quiet" @click=${() => this.takeOut(index)}>${t('remove')}</button>
        </div>
        <div class="label">${t('ownHours')}</div>
        <yw-hours-form otherwise=${t('asEverybody')} .hours=${group.hours} @hours=${(event: CustomEvent<Hours | undefined>) => change({ hours: event.detail })}></yw-hours-form>
      </li>
    `;
  }

  private add(): void {
    // An id that names nothing: the name may change later.
    const id = `g-${newId().slice(-8)}`;
    this.put({ groups: [...this.plan.groups, { id, name: '' }] });
  }

  private takeOut(index: number): void {
    const { plan } = this;
    const { id, name } = plan.groups[index]!;
    this.put({
      groups: replaced(plan.groups, index),
      agents: plan.agents.map((it) => ({ ...it, groups: it.groups.filter((group) => group !== id) })),
    });
    toast(t('removed', { name: name || t('newGroup') }), { undo: () => this.tell('plan', plan) });
  }
}
