import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { badges, base, buttons, fields } from '../common/styles';
import { toast } from '../common/toast';
import './criterion-fields';
import { t } from './i18n';
import { mark } from './marks';
import { criteria, preview, rescore, save, SCORES, unreliable, type Criterion, type Preview, type Unreliable, type Version } from './scores';

/** `<yw-criteria-editor .version>`: what is judged and how; a change is previewed before it is saved. Tells `saved` (detail: Version). */
@customElement('yw-criteria-editor')
export class CriteriaEditor extends YiwenElement {
  @property({ attribute: false }) version!: Version;
  @state() private edited?: Criterion[];
  @state() private previewed?: Preview;
  @state() private unreliable: Unreliable[] = [];
  @state() private busy = false;

  static styles = [
    base,
    badges,
    buttons,
    fields,
    css`
      :host {
        display: grid;
        gap: var(--yw-space-3);
      }
      .bar {
        position: sticky;
        bottom: 0;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--yw-space-2);
        padding: var(--yw-space-3);
        border-top: 1px solid var(--yw-line);
        background: var(--yw-surface);
      }
      .preview {
        flex-basis: 100%;
      }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    unreliable().then(
      (found) => (this.unreliable = found),
      (failure) => toast(words(failure), { kind: 'problem' }),
    );
  }

  private get all(): Criterion[] {
    return this.edited ?? this.version.criteria;
  }

  render() {
    return html`
      <p class="hint">${t('criteriaHint')} ${this.version.version ? t('versionOf', { n: this.version.version }) : t('shipped')}</p>
      ${repeat(
        this.all,
        (one) => one.key,
        (one) => html`<yw-criterion-fields
          class="card"
          .criterion=${one}
          .unreliable=${this.unreliable.find((it) => it.criterion === one.key)}
          @change-criterion=${(event: CustomEvent<Criterion>) => this.set(this.all.map((it) => (it.key === one.key ? event.detail : it)))}
          @remove-criterion=${() => this.set(this.all.filter((it) => it.key !== one.key))}
        ></yw-criterion-fields>`,
      )}
      <div class="row">
        <button class="button small" @click=${() => this.add(false)}>${t('add')}</button>
        <button class="button small" @click=${() => this.add(true)}>${t('addQuestion')}</button>
      </div>
      <div class="bar">
        ${this.previewed ? this.shift(this.previewed) : nothing}
        <button class="button" ?disabled=${!this.edited || this.busy} @click=${() => void this.look()}>${t('preview')}</button>
        <button class="button primary" ?disabled=${!this.edited || !this.previewed || this.busy} @click=${() => void this.save()}>${t('save')}</button>
        <span class="spread"></span>
        <button class="button small quiet" ?disabled=${Boolean(this.edited) || this.busy} @click=${() => void this.rescore()}>${t('rescore')}</button>
      </div>
    `;
  }

  private shift(it: Preview) {
    return html`<div class="preview" role="status">
      <p>${t('previewed', { n: it.conversations, looked: it.looked, changed: it.changed })}</p>
      ${it.looked
        ? html`<p class="hint">
            ${SCORES.map((name) => t('shift', { name: t(name), before: mark(it[name].before, true), after: mark(it[name].after, true) })).join(' · ')}
          </p>`
        : nothing}
    </div>`;
  }

  private set(edited: Criterion[]): void {
    this.edited = edited;
    this.previewed = undefined;
  }

  private add(question: boolean): void {
    const made: Criterion = {
      key: `own-${Date.now().toString(36)}`,
      name: t('newName'),
      english: 'New criterion',
      score: 'COMPLIANCE',
      points: 5,
      attitude: 0,
      of: ['AGENT', 'BOT'],
      medium: 'ANY',
      enabled: true,
      rule: question
        ? { kind: 'question', question: '' }
        : { kind: 'words', cue: { side: 'AGENT', words: [], except: [] }, where: 'ANY', demanded: false },
    };
    this.set([...this.all, made]);
  }

  private look(): Promise<void> {
    return this.work(async () => {
      this.previewed = await preview({ version: this.version.version, criteria: this.all });
    });
  }

  private save(): Promise<void> {
    return this.work(async () => {
      const saved = await save({ version: this.version.version, criteria: this.all });
      this.edited = this.previewed = undefined;
      this.version = await criteria();
      toast(t('saved', { n: saved.version }));
      this.tell('saved', this.version);
    });
  }

  private rescore(): Promise<void> {
    return this.work(async () => toast(t('rescoring', { n: (await rescore()).conversations })));
  }

  private async work(what: () => Promise<unknown>): Promise<void> {
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
