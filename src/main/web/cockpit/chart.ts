import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { use, type EChartsCoreOption } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { customElement, property } from 'lit/decorators.js';
import { Drawing, type Colour } from './drawing';

use([BarChart, LineChart, GridComponent, MarkLineComponent, TooltipComponent, CanvasRenderer]);

/** Gaps are gaps, never nought. */
export type Height = number | undefined;

/**
 * `<yw-figure-chart .names .values .previous .show target="85" ?line label="…">`: bars, or a line over time. Tells `part` (detail: the
 * index) when one is pressed. Whoever does not see it reads the table beside it.
 */
@customElement('yw-figure-chart')
export class FigureChart extends Drawing {
  @property({ attribute: false }) names: string[] = [];
  @property({ attribute: false }) values: Height[] = [];
  @property({ attribute: false }) previous?: Height[];
  @property({ attribute: false }) show: (value: number) => string = String;
  @property({ type: Number }) target?: number;
  @property({ type: Boolean }) line = false;
  private readonly still = matchMedia('(prefers-reduced-motion: reduce)');

  protected pressed({ dataIndex }: { dataIndex: number }): void {
    this.tell('part', dataIndex);
  }

  protected option(colour: Colour): EChartsCoreOption {
    const ink = { color: colour('--yw-ink-2'), fontFamily: colour('--yw-font') };
    const show = (value: unknown) => (typeof value === 'number' ? this.show(value) : '–');
    const series = (name: string, data: Height[], more: object) => ({ name, data: data.map((one) => one ?? null), ...more });
    const kind = this.line ? { type: 'line', symbolSize: 7 } : { type: 'bar', barMaxWidth: 36 };
    return {
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
    };
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
