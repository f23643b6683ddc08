import { html, nothing, svg } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { words } from '../../common/api';
import { YiwenElement } from '../../common/element';
import '../../common/states';
import { badges, base, buttons, fields } from '../../common/styles';
import { timeElement } from '../../common/time';
import { toast } from '../../common/toast';
import { correct, idOf, KINDS, read, undo, type Correction, type Graph, type GraphEdge, type GraphNode, type Key, type Kind, type Wanted } from './graph-api';
import { graphStyles } from './graph-styles';
import { around, BOX, layout } from './layout';
import { t } from './text';

/** Characters of a title that fit into its box. */
const FITS = 14;

/** `<yw-fault-graph>`: symptoms, causes and what helps, as a picture and as a table; each change can be undone. Tells `close`. */
@customElement('yw-fault-graph')
export class FaultGraphView extends YiwenElement {
  @state() private graph?: Graph;
  @state() private corrections: Correction[] = [];
  @state() private selected?: Key;
  @state() private renaming = false;
  @state() private adding: Kind = 'CAUSE';
  @state() private failure = '';

  static styles = [base, buttons, fields, badges, graphStyles];

  connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private async load(): Promise<void> {
    this.failure = '';
    try {
      const { graph, corrections } = await read();
      this.graph = graph;
      this.corrections = corrections;
      const selected = this.selected;
      if (selected && !graph.nodes.some((one) => idOf(one.key) === idOf(selected))) this.selected = undefined;
      this.selected ??= graph.nodes.find((one) => one.key.kind === 'SYMPTOM' && !one.question)?.key;
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  render() {
    return html`<div class="sheet">
      <div class="row">
        <h2>${t('graph')}</h2>
        <span class="spread"></span>
        <button class="button" @click=${() => this.tell('close')}>${t('back')}</button>
      </div>
      <p class="hint">${t('about')}</p>
      ${this.failure
        ? html`<p class="problem" role="alert">${this.failure}</p>`
        : this.graph
          ? this.content(this.graph)
          : html`<yw-skeleton lines="6"></yw-skeleton>`}
    </div>`;
  }

  private content(graph: Graph) {
    const shown = around(graph, this.selected);
    return html`
      ${graph.nodes.length === 0 ? html`<yw-empty heading=${t('empty')} hint=${t('emptyHint')}></yw-empty>` : html`${this.chooser(graph)} ${this.selection(graph)} ${this.picture(shown)} ${this.table(graph, shown)}`}
      ${this.addition(graph)} ${this.history(graph)}
    `;
  }

  private chooser(graph: Graph) {
    return html`<div class="row">
      <label
        >${t('around')}
        <select name="around" @change=${(event: Event) => this.select(graph, (event.target as HTMLSelectElement).value)}>
          <option value="" ?selected=${!this.selected}>${t('everything')}</option>
          ${KINDS.map(
            (kind) => html`<optgroup label=${t(kind)}>
              ${graph.nodes
                .filter((one) => one.key.kind === kind)
                .map((one) => html`<option value=${idOf(one.key)} ?selected=${this.selected && idOf(one.key) === idOf(this.selected)}>${label(one)}</option>`)}
            </optgroup>`,
          )}
        </select>
      </label>
    </div>`;
  }

  /** What is selected, and what can be done with it. */
  private selection(graph: Graph) {
    const node = this.selected && find(graph, this.selected);
    if (!node) return nothing;
    const ends = graph.nodes.filter((one) => (node.key.kind === 'CAUSE' ? one.article : one.key.kind === 'CAUSE'));
    return html`<section class="card" aria-label=${t('selected')}>
      <div class="row">
        <span class="badge">${t(node.key.kind)}</span>
        ${this.renaming
          ? html`<form class="row" @submit=${(event: SubmitEvent) => void this.rename(event, node)}>
              <input name="newName" aria-label=${t('name')} .value=${node.title} maxlength="200" required />
              <button class="button small primary">${t('save')}</button>
              <button type="button" class="button small quiet" @click=${() => (this.renaming = false)}>${t('cancel')}</button>
            </form>`
          : html`<strong>${node.title}</strong>
              ${node.cases ? html`<span class="hint">${t('cases', { n: node.cases })}</span>` : nothing}
              <span class="spread"></span>
              ${node.article
                ? html`<a class="button small" href="/knowledge?article=${node.article}">${t('openArticle')}</a>`
                : html`<button class="button small" @click=${() => (this.renaming = true)}>${t('rename')}</button>`}
              <button class="button small quiet" @click=${() => void this.change({ kind: 'REMOVE_NODE', node: node.key }, t('removed'))}>${t('remove')}</button>`}
      </div>
      ${node.question ? html`<p class="hint">${t('asked', { question: node.question })}</p>` : nothing}
      ${node.wordings.length > 1 ? html`<p class="hint">${t('others', { words: node.wordings.slice(1).join('、') })}</p>` : nothing}
      ${node.key.kind === 'ARTICLE' || node.key.kind === 'PROCEDURE' || ends.length === 0
        ? nothing
        : html`<form class="row" @submit=${(event: SubmitEvent) => void this.connect(event, graph, node)}>
            <label
              >${t('connectTo')}
              <select name="end" required>
                <option value="">${t('choose')}</option>
                ${ends.map((one) => html`<option value=${idOf(one.key)}>${label(one)}</option>`)}
              </select></label
            >
            <button class="button small">${t('connect')}</button>
          </form>`}
    </section>`;
  }

  private picture(shown: Graph) {
    const { width, height, nodes, edges } = layout(shown);
    const own = this.selected ? idOf(this.selected) : '';
    return html`<div class="picture">
      <svg class="graph" viewBox="0 0 ${width} ${height}" role="img" aria-label=${t('picture')}>
        ${edges.map(({ edge, path }) => svg`<path class="${edge.origin} ${idOf(edge.from) === own || idOf(edge.to) === own ? 'near' : ''}" d=${path} />`)}
        ${nodes.map(
          ({ node, x, y }) => svg`<g
            class="${node.key.kind} ${idOf(node.key) === own ? 'selected' : ''}"
            transform="translate(${x} ${y})"
            @click=${() => this.go(node.key)}
          ><title>${label(node)}</title><rect width=${BOX.width} height=${BOX.height} rx="6" /><text x="10" y="20">${node.title.length > FITS ? `${node.title.slice(0, FITS - 1)}…` : node.title}</text></g>`,
        )}
      </svg>
    </div>`;
  }

  private table(graph: Graph, shown: Graph) {
    if (shown.edges.length === 0) return html`<p class="hint">${t('nothingAround')}</p>`;
    return html`<div class="wide">
      <table aria-label=${t('table')}>
        <thead>
          <tr><th scope="col">${t('from')}</th><th scope="col">${t('to')}</th><th scope="col">${t('source')}</th><th scope="col"></th></tr>
        </thead>
        <tbody>
          ${repeat(shown.edges, edgeId, (edge) => this.line(graph, edge))}
        </tbody>
      </table>
    </div>`;
  }

  private line(graph: Graph, edge: GraphEdge) {
    return html`<tr>
      <td>${this.name(graph, edge.from)}</td>
      <td>${this.name(graph, edge.to)}</td>
      <td>${t(edge.origin)}${edge.cases ? ` · ${t('cases', { n: edge.cases })}` : ''}</td>
      <td>
        <button class="button small quiet" aria-label=${t('removeEdge')} @click=${() => void this.change({ kind: 'REMOVE_EDGE', node: edge.from, to: edge.to }, t('removed'))}>${t('remove')}</button>
      </td>
    </tr>`;
  }

  private name(graph: Graph, key: Key) {
    const node = find(graph, key);
    return html`<span class="kind">${t(key.kind)}</span>
      <button class="name" @click=${() => this.go(key)}>${node ? label(node) : key.name}</button>`;
  }

  private addition(graph: Graph) {
    const article = this.adding === 'ARTICLE' || this.adding === 'PROCEDURE';
    const questions = [...new Set(graph.nodes.map((one) => one.question).filter(Boolean))];
    return html`<form class="row card" aria-label=${t('addNode')} @submit=${(event: SubmitEvent) => void this.add(event)}>
      <label
        >${t('what')}
        <select name="kind" @change=${(event: Event) => (this.adding = (event.target as HTMLSelectElement).value as Kind)}>
          ${KINDS.map((one) => html`<option value=${one} ?selected=${one === this.adding}>${t(one)}</option>`)}
        </select></label
      >
      <label>${t('name')}<input name="name" maxlength="200" required placeholder=${article ? 'topic/name' : ''} /></label>
      ${this.adding === 'SYMPTOM'
        ? html`<label>${t('question')}<input name="question" maxlength="200" list="questions" /></label>
            <datalist id="questions">${questions.map((one) => html`<option value=${one}></option>`)}</datalist>`
        : nothing}
      <button class="button primary">${t('create')}</button>
    </form>`;
  }

  private history(graph: Graph) {
    return this.corrections.length
      ? html`<section>
          <h3>${t('corrections')}</h3>
          <ul class="corrections">
            ${[...this.corrections].reverse().map((one) => html`<li>
              <span>${t(one.kind.toLowerCase() as Lowercase<Wanted['kind']>)} ${told(graph, one.node)}${one.to ? ` → ${told(graph, one.to)}` : ''}${one.newName ? ` → ${one.newName}` : ''}</span>
              <span class="spread"></span>
              <span class="hint">${one.by} ${timeElement(one.at)}</span>
              <button class="button small quiet" @click=${() => void this.takeBack(one.id)}>${t('undo')}</button>
            </li>`)}
          </ul>
        </section>`
      : nothing;
  }

  // What an editor does

  private select(graph: Graph, id: string): void {
    this.renaming = false;
    this.selected = graph.nodes.find((one) => idOf(one.key) === id)?.key;
  }

  private go(key: Key): void {
    this.renaming = false;
    this.selected = key;
  }

  private async add(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const data = new FormData(form);
    const name = String(data.get('name')).trim();
    const question = String(data.get('question') ?? '').trim();
    const done = await this.change({ kind: 'ADD_NODE', node: { kind: this.adding, name }, ...(question ? { question } : {}) }, t('changed'));
    if (!done) return;
    form.reset();
    this.selected = this.graph?.nodes.find((one) => one.key.kind === this.adding && (one.title === name || one.key.name === name))?.key ?? this.selected;
  }

  private async rename(event: SubmitEvent, node: GraphNode): Promise<void> {
    event.preventDefault();
    const newName = String(new FormData(event.target as HTMLFormElement).get('newName')).trim();
    if (!(await this.change({ kind: 'RENAME_NODE', node: node.key, newName }, t('changed')))) return;
    this.renaming = false;
    this.selected = this.graph?.nodes.find((one) => one.key.kind === node.key.kind && one.question === node.question && one.title === newName)?.key ?? this.selected;
  }

  private async connect(event: SubmitEvent, graph: Graph, node: GraphNode): Promise<void> {
    event.preventDefault();
    const end = graph.nodes.find((one) => idOf(one.key) === String(new FormData(event.target as HTMLFormElement).get('end')));
    if (end) await this.change({ kind: 'ADD_EDGE', node: node.key, to: end.key }, t('changed'));
  }

  /** False when it failed. */
  private async change(wanted: Wanted, done: string): Promise<boolean> {
    try {
      const { id } = await correct(wanted);
      await this.load();
      toast(done, { undo: () => void this.takeBack(id) });
      return true;
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
      return false;
    }
  }

  private async takeBack(id: number): Promise<void> {
    try {
      await undo(id);
      await this.load();
      toast(t('undone'));
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }
}

const find = (graph: Graph, key: Key) => graph.nodes.find((one) => idOf(one.key) === idOf(key));
const label = (node: GraphNode) => (node.question ? `${node.question} ${node.title}` : node.title);
const told = (graph: Graph, key: Key) => {
  const node = find(graph, key);
  return node ? label(node) : key.name;
};
const edgeId = (edge: GraphEdge) => `${idOf(edge.from)} → ${idOf(edge.to)}`;

declare global {
  interface HTMLElementTagNameMap {
    'yw-fault-graph': FaultGraphView;
  }
}
