import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use, type ECharts } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import { base } from '../common/styles';

use([BarChart, LineChart, GridComponent, MarkLineComponent, TooltipComponent, CanvasRenderer]);

/** Gaps are gaps, never nought. */
export type Height = number | undefined;

/**
 * `<yw-figure-chart .names .values .previous .show target="85" ?line label="…">`: bars, or a line over time. Tells `part` (detail: the
 * index) when one is pressed. Whoever does not see it reads the table beside it.
 */
@customElement('yw-figure-chart')
export class FigureChart extends YiwenElement {
  @property({ attribute: false }) names: string[] = [];
  @property({ attribute: false }) values: Height[] = [];
  @property({ attribute: false }) previous?: Height[];
  @property({ attribute: false }) show: (value: number) => string = String;
  @property({ type: Number }) target?: number;
  @property({ type: Boolean }) line = false;
  @property() label = '';
  private chart?: ECharts;
  private readonly size = new ResizeObserver(() => this.chart?.resize());
  private readonly dark = matchMedia('(prefers-color-scheme: dark)');
  private readonly still = matchMedia('(prefers-reduced-motion: reduce)');
  private readonly redraw = () => this.draw();
  private readonly themes = new MutationObserver(this.redraw);

  static styles = [
    base,
    css`
      :host {
        display: block;
      }
      div {
        width: 100%;
        height: 280px;
      }
    `,
  ];

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
      this.chart.on('click', ({ dataIndex }) => this.tell('part', dataIndex));
      this.size.observe(room);
    }
    this.draw();
  }

  private draw(): void {
    const style = getComputedStyle(this);
    const colour = (name: string) => style.getPropertyValue(name).trim();
    const ink = { color: colour('--yw-ink-2'), fontFamily: colour('--yw-font') };
    const show = (value: unknown) => (typeof value === 'number' ? this.show(value) : '–');
    const series = (name: string, data: Height[], more: object) => ({ name, data: data.map((one) => one ?? null), ...more });
    const kind = this.line ? { type: 'line', symbolSize: 7 } : { type: 'bar', barMaxWidth: 36 };
    this.chart?.setOption(
      {
        animation: !this.still.matches,
        textStyle: ink,
        grid: { left: 8, right: 16, top: 28, bottom: 8, containLabel: true },
        // Drawn, not written as markup: the content policy lets no styles stand in attributes.
        tooltip: { trigger: 'axis', renderMode: 'richText', valueFormatter: show, confine: true },
        xAxis: {
          type: 'category',
          data: this.names,
          axisLabel: { ...ink, hideOverlap: true, width: 90, overflow: 'truncate' },
          axisLine: { lineStyle: { color: colour('--yw-line-strong') } },
        },
        yAxis: {
          type: 'value',
          axisLabel: { ...ink, formatter: show },
          splitLine: { lineStyle: { color: colour('--yw-line') } },
        },
        series: [
          series('', this.values, {
            ...kind,
            itemStyle: { color: colour('--yw-accent') },
            markLine: this.target === undefined ? undefined : this.targetLine(colour('--yw-ink-3')),
          }),
          ...(this.previous
            ? [
                series(' ', this.previous, {
                  ...kind,
                  lineStyle: { type: 'dashed' },
                  itemStyle: { color: colour('--yw-line-strong') },
                }),
              ]
            : []),
        ],
      },
      true,
    );
  }

  private targetLine(color: string) {
    return {
      silent: true,
      symbol: 'none',
      lineStyle: { color, type: 'dotted' },
      label: { color, formatter: () => this.show(this.target!), position: 'insideEndTop' },
      data: [{ yAxis: this.target }],
    };
  }
}
