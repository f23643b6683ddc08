import type { components, paths } from './schema';

/** A system that asks, by the generated types alone. */
type Ask = paths['/api/v1/ask']['post'];
type Question = Ask['requestBody']['content']['application/json'];
type Reply = Ask['responses'][200]['content']['application/json'];
type Problem = components['schemas']['Problem'];

declare const process: { argv: string[] };

async function ask(base: string, key: string, question: Question): Promise<Reply> {
  const response = await fetch(`${base}/api/v1/ask`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(question),
  });
  if (!response.ok) {
    const problem = (await response.json()) as Problem;
    throw new Error(`${problem.status} ${problem.type}: ${problem.detail}`);
  }
  return (await response.json()) as Reply;
}

const [base, key, question] = process.argv.slice(2) as [string, string, string];
const reply = await ask(base, key, { question, language: 'zh-CN' });
const decision: 'answered' | 'clarify' | 'smalltalk' | 'handoff' = reply.decision;
console.log(JSON.stringify({ decision, title: reply.sources[0]?.title, sure: reply.confidence > 0.6 }));
