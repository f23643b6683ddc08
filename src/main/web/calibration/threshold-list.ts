import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { base, buttons } from '../common/styles';
import { toast } from '../common/toast';
import { criteria, preview, save, type Criterion, type Preview, type Version } from '../scores/scores';
import { thresholds, title, type Proposal } from './calibration';
import { t } from './i18n';

/** `<yw-threshold-list .criteria>`: limits that would agree better with people; one is previewed, then saved by a press. */
@customElement('yw-threshold-list')
export class ThresholdList extends YiwenElement {
  @property({ attribute: false }) criteria: Criterion[] = [];
  @state() private all: Proposal[] = [];
  @state() private previewed?: { criterion: string; with: Version; found: Preview };
  @state() private busy = false;

  static styles = [
    base,
    buttons,
    css`
      ul {
        list-style: none;
      }
      li {
        display: grid;
        gap: var(--yw-space-2);
        padding: var(--yw-space-3) 0;
        overflow-wrap: anywhere;
      }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    void this.work(async () => {
      this.all = await thresholds();
    });
  }

  render() {
    if (!this.all.length) return nothing;
    return html`<section class="card">
      <h2>${t('thresholds')}</h2>
      <ul>
        ${this.all.map((one) => this.line(one))}
      </ul>
    </section>`;
  }

  private line(one: Proposal) {
    const it = this.previewed?.criterion === one.criterion ? this.previewed : undefined;
    return html`<li data-criterion=${one.criterion}>
      <b>${title(one.criterion, this.criteria)}</b>
      <span>${t('threshold', { most: one.most, proposed: one.proposed, cases: one.cases, wrong: one.wrong, then: one.wrongThen })}</span>
      ${it ? html`<span class="hint" role="status">${t('previewed', { n: it.found.conversations, looked: it.found.looked, changed: it.found.changed })}</span>` : nothing}
      <span class="row"
        ><button class="button small" ?disabled=${this.busy} @click=${() => void this.look(one)}>${t('previewIt')}</button>
        <button class="button small primary" ?disabled=${!it || this.busy} @click=${() => void this.apply()}>${t('apply')}</button></span
      >
    </li>`;
  }

  private look(one: Proposal): Promise<void> {
    return this.work(async () => {
      const now = await criteria();
      const changed = {
        ...now,
        criteria: now.criteria.map((it) =>
          it.key === one.criterion && it.rule.kind === 'figure' ? { ...it, rule: { ...it.rule, most: one.proposed } } : it,
        ),
      };
      this.previewed = { criterion: one.criterion, with: changed, found: await preview(changed) };
    });
  }

  private apply(): Promise<void> {
    return this.work(async () => {
      if (!this.previewed) return;
      const saved = await save(this.previewed.with);
      this.previewed = undefined;
      toast(t('applied', { n: saved.version }));
      this.all = await thresholds();
    });
  }

  private async work(what: () => Promise<void>): Promise<void> {
    this.busy = true;
    try {
      await what();
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    } finally {
      this.busy = false;
    }
  }
}
