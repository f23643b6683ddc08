import { SankeyChart } from 'echarts/charts';
import { TooltipComponent } from 'echarts/components';
import { use, type EChartsCoreOption } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { css } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Drawing, type Colour } from './drawing';
import type { Link } from './figures';

use([SankeyChart, TooltipComponent, CanvasRenderer]);

/** The ends that nobody wants, drawn in another colour; their names stand beside them. */
const BAD = new Set(['GONE', 'LEFT', 'UNSETTLED', 'BACK']);

/** `<yw-journey-chart .links .name label="…">`: tells `way` (detail: `BOT>QUEUE`) of the band that was pressed. */
@customElement('yw-journey-chart')
export class JourneyChart extends Drawing {
  @property({ attribute: false }) links: Link[] = [];
  @property({ attribute: false }) name: (station: string) => string = String;

  static styles = [
    Drawing.styles,
    css`
      div {
        min-width: 640px;
        height: 360px;
      }
    `,
  ];

  protected pressed({ dataType, data }: { dataType?: string; data: unknown }): void {
    const { source, target } = data as { source?: string; target?: string };
    if (dataType === 'edge' && source && target) this.tell('way', `${source}>${target}`);
  }

  protected option(colour: Colour): EChartsCoreOption {
    const stations = [...new Set(this.links.flatMap(({ from, to }) => [from, to]))];
    const named = ({ name }: { name: string }) => this.name(name);
    return {
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
    };
  }
}
