import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { words } from '../../common/api';
import { YiwenElement } from '../../common/element';
import { icons } from '../../common/icons';
import '../../common/states';
import { base, buttons, fields } from '../../common/styles';
import { toast } from '../../common/toast';
import { topicName } from '../topic-names';
import { t } from './text';
import { freeWords, inOrder, replace, tree, under, type FreeWord, type Placed, type Topic } from './topics-api';

/** `<yw-topic-tree>`: what conversations are about, as a tree, and the categories that belong to no topic yet. Tells `close`. */
@customElement('yw-topic-tree')
export class TopicTree extends YiwenElement {
  @state() private stored?: Topic[];
  @state() private draft: Topic[] = [];
  @state() private free: FreeWord[] = [];
  @state() private failure = '';
  @state() private busy = false;

  static styles = [
    base,
    buttons,
    fields,
    css`
      .sheet {
        display: grid;
        gap: var(--yw-space-3);
        max-width: 1000px;
        margin-inline: auto;
        padding: var(--yw-space-4);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-2) var(--yw-space-3);
        align-items: center;
      }
      .spread {
        flex: 1;
      }
      ul {
        display: grid;
        gap: var(--yw-space-2);
        list-style: none;
      }
      .topic {
        display: grid;
        grid-template-columns: minmax(8rem, 2fr) minmax(8rem, 1fr) auto;
        gap: var(--yw-space-2);
        align-items: end;
        padding: var(--yw-space-2) var(--yw-space-3);
        border: 1px solid var(--yw-line);
        border-radius: var(--yw-radius-m);
        background: var(--yw-surface);
      }
      .depth1 {
        margin-inline-start: var(--yw-space-5);
      }
      .depth2 {
        margin-inline-start: calc(2 * var(--yw-space-5));
      }
      .words {
        grid-column: 1 / -1;
      }
      .problem {
        color: var(--yw-urgent-text);
      }
      @media (max-width: 640px) {
        .topic {
          grid-template-columns: minmax(0, 1fr) auto;
        }
        .topic label:first-child {
          grid-column: 1 / -1;
        }
        .depth1,
        .depth2 {
          margin-inline-start: var(--yw-space-3);
        }
      }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  private async read(): Promise<void> {
    this.failure = '';
    try {
      const [stored, free] = await Promise.all([tree(), freeWords()]);
      this.take(stored);
      this.free = free;
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  private take(stored: Topic[]): void {
    this.stored = stored;
    this.draft = inOrder(stored).map(({ depth: _, ...topic }) => topic);
  }

  private get changed(): boolean {
    return JSON.stringify(inOrder(this.stored ?? [])) !== JSON.stringify(inOrder(this.draft));
  }

  render() {
    return html`<div class="sheet">
      <div class="row">
        <h2>${t('topics')}</h2>
        <span class="spread"></span>
        ${this.stored && this.changed ? html`<span class="hint" role="status">${t('changed')}</span>` : nothing}
        <button class="button" @click=${() => this.tell('close')}>${t('back')}</button>
        <button class="button" @click=${() => this.add('', [])}>${icons.plus}${t('add')}</button>
        <button class="button primary" ?disabled=${this.busy || !this.changed} @click=${() => void this.save()}>${this.busy ? t('saving') : t('save')}</button>
      </div>
      <p class="hint">${t('about')}</p>
      ${this.failure ? html`<p class="problem" role="alert">${this.failure}</p>` : nothing}
      ${this.stored ? this.content() : this.failure ? nothing : html`<yw-skeleton lines="6"></yw-skeleton>`}
    </div>`;
  }

  private content() {
    const placed = inOrder(this.draft);
    const taken = new Set(this.draft.flatMap((one) => [one.id, ...one.words]));
    const free = this.free.filter(({ word }) => !taken.has(word));
    return html`
      ${placed.length
        ? html`<ul aria-label=${t('topics')}>${repeat(placed, (one) => one.id, (one) => this.topic(one, placed))}</ul>`
        : html`<yw-empty heading=${t('none')} hint=${t('noneHint')}></yw-empty>`}
      <h3>${t('free')}</h3>
      ${free.length
        ? html`<ul aria-label=${t('free')}>${repeat(free, ({ word }) => word, (one) => this.word(one, placed))}</ul>`
        : html`<p class="hint">${t('freeNone')}</p>`}
    `;
  }

  private topic(one: Placed, placed: Placed[]) {
    const below = under(this.draft, one.id);
    const value = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;
    return html`<li class="topic depth${Math.min(one.depth, 2)}" data-topic=${one.id}>
      <label class="field"><span>${t('name')}</span>
        <input .value=${one.name} maxlength="100" @input=${(event: Event) => this.change(one.id, { name: value(event) })} />
      </label>
      <label class="field"><span>${t('parent')}</span>
        <select @change=${(event: Event) => this.change(one.id, { parent: value(event) || undefined })}>
          <option value="" ?selected=${!one.parent}>${t('top')}</option>
          ${placed.filter(({ id }) => !below.has(id)).map(({ id, name }) => html`<option value=${id} ?selected=${id === one.parent}>${name}</option>`)}
        </select>
      </label>
      <button class="button quiet" title=${t('remove', { name: one.name })} aria-label=${t('remove', { name: one.name })} @click=${() => this.drop(one)}>×</button>
      ${one.words.length
        ? html`<div class="row words" role="group" aria-label=${t('words')}>
            ${one.words.map(
              (word) =>
                html`<button class="button small" title=${t('take', { word: topicName(word) })} @click=${() => this.letGo(one, word)}>
                  ${topicName(word)} ×
                </button>`,
            )}
          </div>`
        : nothing}
    </li>`;
  }

  private word({ word, n }: FreeWord, placed: Placed[]) {
    const put = (event: Event) => {
      const id = (event.target as HTMLSelectElement).value;
      if (id === '+') this.add(topicName(word), [word]);
      else this.change(id, { words: [...(this.draft.find((one) => one.id === id)?.words ?? []), word] });
    };
    return html`<li class="row" data-word=${word}>
      <span>${topicName(word)}</span><span class="hint">${n ?? ''}</span><span class="spread"></span>
      <label class="field"><select aria-label=${t('puts', { word: topicName(word) })} @change=${put}>
        <option value="" selected>${t('own')}</option>
        <option value="+">${t('add')}</option>
        ${placed.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
      </select></label>
    </li>`;
  }

  private add(name: string, leading: string[]): void {
    this.draft = [...this.draft, { id: `topic-${crypto.randomUUID().slice(0, 8)}`, name, words: leading }];
  }

  private change(id: string, change: { name?: string; parent?: string | undefined; words?: string[] }): void {
    this.draft = this.draft.map((one) => {
      if (one.id !== id) return one;
      const { parent, ...rest } = { ...one, ...change };
      return parent ? { ...rest, parent } : rest;
    });
  }

  private letGo(from: Topic, word: string): void {
    this.frees([word]);
    this.change(from.id, { words: from.words.filter((other) => other !== word) });
  }

  /** Conversations are sorted anew later: how many a word has is not known until then. */
  private frees(gone: string[]): void {
    this.free = [...this.free, ...gone.filter((word) => !this.free.some((one) => one.word === word)).map((word) => ({ word }))];
  }

  /** What was below it stands where it stood. */
  private drop(gone: Topic): void {
    this.frees(gone.words);
    this.draft = this.draft
      .filter((one) => one.id !== gone.id)
      .map(({ parent, ...rest }) => {
        const next = parent === gone.id ? gone.parent : parent;
        return next ? { ...rest, parent: next } : rest;
      });
  }

  private async save(): Promise<void> {
    if (this.draft.some((one) => !one.name.trim())) {
      this.failure = t('unnamed');
      return;
    }
    const before = this.stored ?? [];
    if (await this.put(this.draft)) toast(t('saved'), { undo: () => void this.put(before).then((done) => done && toast(t('undone'))) });
  }

  private async put(topics: Topic[]): Promise<boolean> {
    this.busy = true;
    this.failure = '';
    try {
      this.take(await replace(topics));
      return true;
    } catch (failure) {
      this.failure = words(failure);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
