import { SankeyChart } from 'echarts/charts';
import { TooltipComponent } from 'echarts/components';
import { init, use, type ECharts } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import { base } from '../common/styles';
import type { Link } from './figures';

use([SankeyChart, TooltipComponent, CanvasRenderer]);

/** The ends that nobody wants, drawn in another colour; their names stand beside them. */
const BAD = new Set(['GONE', 'LEFT', 'UNSETTLED', 'BACK']);

/** `<yw-journey-chart .links .name label="…">`: tells `way` (detail: `BOT>QUEUE`) of the band that was pressed. */
@customElement('yw-journey-chart')
export class JourneyChart extends YiwenElement {
  @property({ attribute: false }) links: Link[] = [];
  @property({ attribute: false }) name: (station: string) => string = String;
  @property() label = '';
  private chart?: ECharts;
  private readonly size = new ResizeObserver(() => this.chart?.resize());
  private readonly dark = matchMedia('(prefers-color-scheme: dark)');
  private readonly redraw = () => this.draw();
  private readonly themes = new MutationObserver(this.redraw);

  static styles = [
    base,
    css`
      :host {
        display: block;
        overflow-x: auto;
      }
      div {
        min-width: 640px;
        height: 360px;
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
      this.chart.on('click', ({ dataType, data }) => {
        const { source, target } = data as { source?: string; target?: string };
        if (dataType === 'edge' && source && target) this.tell('way', `${source}>${target}`);
      });
      this.size.observe(room);
    }
    this.draw();
  }

  private draw(): void {
    const style = getComputedStyle(this);
    const colour = (name: string) => style.getPropertyValue(name).trim();
    const stations = [...new Set(this.links.flatMap(({ from, to }) => [from, to]))];
    const named = ({ name }: { name: string }) => this.name(name);
    this.chart?.setOption(
      {
        animation: false,
        tooltip: {
          renderMode: 'richText',
          confine: true,
          formatter: ({ dataType, data, name, value }: { dataType: string; data: { source: string; target: string }; name: string; value: number }) =>
            dataType === 'edge' ? `${this.name(data.source)} → ${this.name(data.target)}  ${value}` : `${this.name(name)}  ${value}`,
        },
        series: [
          {
            type: 'sankey',
            left: 4,
            right: 96,
            top: 8,
            bottom: 8,
            nodeGap: 14,
            draggable: false,
            emphasis: { focus: 'adjacency' },
            label: { color: colour('--yw-ink'), fontFamily: colour('--yw-font'), formatter: named },
            lineStyle: { color: 'source', opacity: 0.28 },
            data: stations.map((name) => ({ name, itemStyle: { color: colour(BAD.has(name) ? '--yw-urgent' : '--yw-accent') } })),
            links: this.links.map(({ from, to, n }) => ({ source: from, target: to, value: n })),
          },
        ],
      },
      true,
    );
  }
}
