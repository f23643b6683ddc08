import { init, type ECharts, type EChartsCoreOption } from 'echarts/core';
import { css, html, type CSSResultGroup } from 'lit';
import { property } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import { base } from '../common/styles';

/** The value of a token such as `--yw-ink`, as it is where the chart stands. */
export type Colour = (token: string) => string;

/** A chart of ECharts that follows its room, the theme and a dark scheme. Whoever does not see it reads the table beside it. */
export abstract class Drawing extends YiwenElement {
  @property() label = '';
  private chart?: ECharts;
  private readonly size = new ResizeObserver(() => this.chart?.resize());
  private readonly dark = matchMedia('(prefers-color-scheme: dark)');
  private readonly redraw = () => this.draw();
  private readonly themes = new MutationObserver(this.redraw);

  static styles: CSSResultGroup = [
    base,
    css`
      :host {
        display: block;
        overflow-x: auto;
      }
      div {
        width: 100%;
        height: 280px;
      }
    `,
  ];

  /** What it shows, as ECharts wants it. */
  protected abstract option(colour: Colour): EChartsCoreOption;

  /** What of it was pressed. */
  protected abstract pressed(what: { dataIndex: number; dataType?: string; data: unknown }): void;

  connectedCallback(): void {
    super.connectedCallback();
    this.dark.addEventListener('change', this.redraw);
    this.themes.observe(document.documentElement, { attributes: true });
    if (this.hasUpdated) this.updated();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.dark.removeEventListener('change', this.redraw);
    this.themes.disconnect();
    this.size.disconnect();
    this.chart?.dispose();
    delete this.chart;
  }

  render() {
    return html`<div role="img" aria-label=${this.label}></div>`;
  }

  protected updated(): void {
    const room = this.renderRoot.querySelector('div')!;
    if (!this.chart) {
      this.chart = init(room);
      this.chart.on('click', ({ dataIndex, dataType, data }) => this.pressed({ dataIndex, data, ...(dataType ? { dataType } : {}) }));
      this.size.observe(room);
    }
    this.draw();
  }

  private draw(): void {
    const style = getComputedStyle(this);
    this.chart?.setOption(this.option((token) => style.getPropertyValue(token).trim()), true);
  }
}
