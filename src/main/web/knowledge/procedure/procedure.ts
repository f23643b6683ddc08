import type { Content } from '../articles';

export const STAGES = ['识别', '分类', '解决', '确认'] as const;
export type Stage = (typeof STAGES)[number] | '';

export interface Step {
  stage: Stage;
  text: string;
  /** What agents say, customers say, or either says when the step is done. */
  agent: string[];
  customer: string[];
  either: string[];
}

/** An answer in its parts: what stands before the steps, the steps, and what stands behind them. */
export interface Procedure {
  before: string;
  steps: Step[];
  after: string;
}

const HEADING = /^##\s+流程\s*$/;
const OTHER_HEADING = /^#{1,2}\s/;
const STEP = /^ {0,2}\d{1,2}[.．、)]\s*(\S.*)$/;
const STAGE = /^[【[](识别|分类|解决|确认)[】\]]\s*/;
const PROOF = /^\s*(?:[-*]\s*)?(完成标志|坐席说|客户说)[：:]\s*(.*)$/;
const FIELDS = { 坐席说: 'agent', 客户说: 'customer', 完成标志: 'either' } as const;

/** As the server reads it (`Procedure`); undefined when the answer has no such heading. */
export function procedureIn(answer: string): Procedure | undefined {
  const lines = answer.split(/\r?\n/);
  const start = lines.findIndex((line) => HEADING.test(line));
  if (start < 0) return undefined;
  const length = lines.slice(start + 1).findIndex((line) => OTHER_HEADING.test(line));
  const end = length < 0 ? lines.length : start + 1 + length;
  const steps: Step[] = [];
  const loose: string[] = [];
  for (const line of lines.slice(start + 1, end)) {
    const step = STEP.exec(line);
    const proof = PROOF.exec(line);
    const last = steps.at(-1);
    if (step) steps.push(stepOf(step[1]!.trim()));
    else if (!last) loose.push(line);
    else if (proof) last[FIELDS[proof[1] as keyof typeof FIELDS]].push(...proof[2]!.split(/[；;]/).map((one) => one.trim()).filter(Boolean));
    else if (line.trim()) last.text += `\n${line.trim()}`;
  }
  const before = [...lines.slice(0, start), ...loose].join('\n').trim();
  return { before, steps, after: lines.slice(end).join('\n').trim() };
}

export const emptyStep = (stage: Stage = ''): Step => ({ stage, text: '', agent: [], customer: [], either: [] });

export function written({ before, steps, after }: Procedure): string {
  const list = steps.map((step, at) => {
    const words = (Object.keys(FIELDS) as (keyof typeof FIELDS)[])
      .filter((label) => step[FIELDS[label]].length)
      .map((label) => `   - ${label}：${step[FIELDS[label]].join('；')}`);
    const text = step.text.trim().replace(/\n+/g, '\n   ');
    return [`${at + 1}. ${step.stage ? `【${step.stage}】` : ''}${text || '…'}`, ...words].join('\n');
  });
  const rest = after.trim();
  // Without a heading it would be the last step's.
  const behind = rest && !OTHER_HEADING.test(rest) ? `## 补充\n${rest}` : rest;
  return [before.trim(), ['## 流程', ...list].join('\n'), behind].filter(Boolean).join('\n\n');
}

export type Kind = 'CUSTOMER' | 'AGENT' | 'PROCEDURE';

export function kindOf(content: Pick<Content, 'audience' | 'answer'>): Kind {
  return content.audience === 'AGENT' && procedureIn(content.answer) ? 'PROCEDURE' : content.audience;
}

/** The same article as one of another kind: what stood there as an answer stands before the steps, and the other way round. */
export function asKind(content: Pick<Content, 'audience' | 'answer'>, kind: Kind): Pick<Content, 'audience' | 'answer'> {
  const procedure = procedureIn(content.answer);
  if (kind === 'PROCEDURE') {
    const answer = procedure ? content.answer : written({ before: content.answer, steps: STAGES.map((stage) => emptyStep(stage)), after: '' });
    return { audience: 'AGENT', answer };
  }
  if (!procedure || content.audience !== 'AGENT') return { audience: kind, answer: content.answer };
  // What proves a step done is nothing to tell a customer.
  const list = procedure.steps.map((step, at) => `${at + 1}. ${step.text}`).join('\n');
  return { audience: kind, answer: [procedure.before, list, procedure.after].filter(Boolean).join('\n\n') };
}

function stepOf(text: string): Step {
  const stage = STAGE.exec(text);
  const rest = stage ? text.slice(stage[0].length) : text;
  return { ...emptyStep((stage?.[1] ?? '') as Stage), text: rest === '…' ? '' : rest };
}
