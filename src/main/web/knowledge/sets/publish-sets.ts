import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { words } from '../../common/api';
import { dialog } from '../../common/dialogs';
import { YiwenElement } from '../../common/element';
import { icons } from '../../common/icons';
import { badges, base, buttons, fields } from '../../common/styles';
import { exact } from '../../common/time';
import { dayText } from '../../common/zone';
import { toast } from '../../common/toast';
import { stateBadge } from '../marks';
import '../golden/signing';
import { signedFor, type Signing } from '../golden/signing';
import '../review/ask';
import type { Ask } from '../review/ask';
import { addTo, create, publishSet, remove, scheduleSet, sets, takeOut, unscheduleSet, type Entry, type PublishSet } from './sets-api';
import { t } from './text';

const articles = (set: PublishSet) => set.articles.map((one) => one.article);
const minute = (at?: string | null) => (at ? exact(new Date(at)).slice(0, 16) : '');

/** `<yw-publish-sets open-id ?publisher ?holds>`: the sets of articles that go live together. Tells `open` and `changed`. */
@customElement('yw-publish-sets')
export class PublishSets extends YiwenElement {
  /** The article that is open beside it. */
  @property({ attribute: 'open-id' }) openId = '';
  @property({ type: Boolean }) publisher = false;
  /** Each article must be approved. */
  @property({ type: Boolean }) holds = false;
  @state() private all: PublishSet[] = [];
  @state() private busy = false;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('form input') private field!: HTMLInputElement;
  @query('yw-ask') private ask!: Ask;
  @query('yw-signing') private signing!: Signing;

  static styles = [
    base,
    buttons,
    badges,
    fields,
    dialog,
    css`
      :host {
        position: absolute;
      }
      dialog {
        width: min(720px, calc(100vw - 32px));
      }
      form {
        display: flex;
        gap: var(--yw-space-2);
        margin: var(--yw-space-3) 0;
      }
      section {
        display: grid;
        gap: var(--yw-space-2);
        padding: var(--yw-space-3) 0;
        border-top: 1px solid var(--yw-line);
      }
      ul {
        list-style: none;
      }
      .row {
        flex-wrap: wrap;
      }
      li {
        display: flex;
        gap: var(--yw-space-2);
        align-items: center;
        min-height: 32px;
      }
      li a {
        min-width: 0;
        overflow-wrap: anywhere;
      }
    `,
  ];

  async show(): Promise<void> {
    this.dialog.showModal();
    await this.read();
  }

  private async read(): Promise<void> {
    try {
      this.all = await sets();
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }

  render() {
    return html`<dialog aria-labelledby="title">
        <h2 id="title">${t('sets')}</h2>
        <p class="hint">${t('hint')}</p>
        <form @submit=${this.create}>
          <input maxlength="100" required aria-label=${t('name')} placeholder=${t('name')} />
          <button class="button" ?disabled=${this.busy}>${icons.plus}${t('create')}</button>
        </form>
        ${this.all.length ? this.all.map((one) => this.set(one)) : html`<p class="hint">${t('none')}</p>`}
        <div class="actions"><button class="button" @click=${() => this.dialog.close()}>${t('close')}</button></div>
      </dialog>
      <yw-ask></yw-ask>
      <yw-signing></yw-signing>`;
  }

  private set(set: PublishSet) {
    const open = set.state === 'OPEN';
    const ready = set.articles.filter((one) => this.ready(one)).length;
    const fits = open && this.openId && this.openId !== 'new' && !set.articles.some((one) => one.article === this.openId);
    return html`<section aria-label=${set.name}>
      <div class="row">
        <h3>${set.name}</h3>
        <span class="badge ${set.state === 'PUBLISHED' ? 'ok' : set.state === 'SCHEDULED' ? 'accent' : ''}"
          >${t(`state${set.state}`, { time: minute(set.goesLiveAt && !set.publishedAt ? set.goesLiveAt : set.publishedAt), by: set.publisher ?? '' })}</span
        >
        ${open && set.articles.length ? html`<span class="hint">${t('ready', { n: ready, total: set.articles.length })}</span>` : nothing}
        <span class="spread"></span>
        ${open && this.publisher && set.articles.length
          ? html`<button class="button small" ?disabled=${this.busy || ready < set.articles.length} @click=${() => void this.later(set)}>${t('schedule')}</button>
              <button class="button small primary" ?disabled=${this.busy || ready < set.articles.length} @click=${() => void this.publish(set)}>${t('publish')}</button>`
          : nothing}
        ${set.state === 'SCHEDULED' && this.publisher
          ? html`<button class="button small" ?disabled=${this.busy} @click=${() => void this.work(() => unscheduleSet(set.id), t('unscheduled'))}>${t('unschedule')}</button>`
          : nothing}
      </div>
      ${set.articles.length ? html`<ul>${set.articles.map((one) => this.entry(set, one))}</ul>` : open ? html`<p class="hint">${t('empty')}</p>` : nothing}
      ${open
        ? html`<div class="row">
            ${fits ? html`<button class="button small" @click=${() => void this.work(() => addTo(set.id, this.openId), t('added', { name: set.name }))}>${icons.plus}${t('addOpen')}</button>` : nothing}
            <span class="spread"></span>
            <button class="button small quiet" @click=${() => void this.work(() => remove(set.id))}>${t('remove')}</button>
          </div>`
        : nothing}
    </section>`;
  }

  private entry(set: PublishSet, one: Entry) {
    return html`<li>
      <a href="/knowledge?article=${one.article}" @click=${(event: Event) => this.go(event, one)}>${one.question}</a>
      ${set.state === 'PUBLISHED' ? nothing : stateBadge(one.state)}
      <span class="spread"></span>
      ${set.state === 'OPEN'
        ? html`<button class="button small quiet" aria-label=${t('takeOut', { what: one.question })} @click=${() => void this.work(() => takeOut(set.id, one.article))}>${icons.close}</button>`
        : nothing}
    </li>`;
  }

  private ready(one: Entry): boolean {
    return one.state === 'APPROVED' || (!this.holds && (one.state === 'DRAFT' || one.state === 'IN_REVIEW'));
  }

  private go(event: Event, one: Entry): void {
    event.preventDefault();
    this.dialog.close();
    this.tell('open', one.article);
  }

  private readonly create = (event: Event) => {
    event.preventDefault();
    const name = this.field.value.trim();
    if (!name) return;
    void this.work(async () => {
      await create(name);
      this.field.value = '';
    });
  };

  private publish(set: PublishSet): Promise<void> {
    return this.work(() => signedFor(this.signing, articles(set), () => publishSet(set.id)), t('published', { n: set.articles.length }));
  }

  private async later(set: PublishSet): Promise<void> {
    const at = await this.ask.time({ title: t('scheduleTitle'), hint: t('scheduleHint'), action: t('confirmSchedule') });
    if (at) await this.work(() => signedFor(this.signing, articles(set), () => scheduleSet(set.id, at), dayText(at)), t('scheduled', { n: set.articles.length, time: minute(at.toISOString()) }));
  }

  private async work(work: () => Promise<unknown>, done?: string): Promise<void> {
    this.busy = true;
    try {
      await work();
      if (done) toast(done);
      this.tell('changed');
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    } finally {
      this.busy = false;
      await this.read();
    }
  }
}
