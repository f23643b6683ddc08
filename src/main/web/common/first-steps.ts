import { api } from './api';

export type StepKey = 'PASSWORD' | 'BRAND' | 'KNOWLEDGE' | 'COLLEAGUES' | 'EMBEDDING' | 'QUESTION';

/** What a new installation still needs, by what is there. */
export interface Guide {
  dismissed: boolean;
  steps: { key: StepKey; done: boolean }[];
}

export function guide(): Promise<Guide> {
  return api<Guide>('GET', '/first-steps');
}

/** Whether the guide comes first at sign-in. */
export function showFirst(shown: boolean): Promise<void> {
  return api(shown ? 'DELETE' : 'PUT', '/first-steps/dismissal');
}

/** Whether somebody who signs in should see it. */
export async function isWanted(): Promise<boolean> {
  try {
    const { dismissed, steps } = await guide();
    return !dismissed && steps.some((one) => !one.done);
  } catch {
    return false;
  }
}
