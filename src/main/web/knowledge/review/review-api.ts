import { api } from '../../common/api';
import type { Article, Content } from '../articles';

/** Whether somebody other than the author must look first. */
export interface Rule {
  choice: 'AUTO' | 'ON' | 'OFF';
  holds: boolean;
  /** People who may publish. */
  publishers: number;
  changedBy?: string | null;
  changedAt?: string | null;
}

export type CommentField = 'QUESTION' | 'PHRASINGS' | 'ANSWER' | 'DETAILS';

/** A remark at a line of a revision. */
export interface Comment {
  id: string;
  revision: number;
  field: CommentField;
  line?: number | null;
  quoted: string;
  text: string;
  author: string;
  at: string;
  resolvedBy?: string | null;
  resolvedAt?: string | null;
}

const seen = (revision: number) => ({ 'If-Match': String(revision) });

export const rule = () => api<Rule>('GET', '/review-rule');
export const choose = (choice: Rule['choice']) => api<Rule>('PUT', '/review-rule', { body: { choice } });

export const submit = (id: string, revision: number) =>
  api<Article>('POST', `/articles/${id}/submit`, { headers: seen(revision) });

export const approve = (id: string, revision: number) =>
  api<Article>('POST', `/articles/${id}/approve`, { headers: seen(revision) });

export const sendBack = (id: string, revision: number, reason: string) =>
  api<Article>('POST', `/articles/${id}/send-back`, { headers: seen(revision), body: { reason } });

/** @param at to the minute */
export const schedule = (id: string, revision: number, at: Date) =>
  api<Article>('PUT', `/articles/${id}/schedule`, { headers: seen(revision), body: { at: at.toISOString() } });

export const unschedule = (id: string) => api<Article>('DELETE', `/articles/${id}/schedule`);

export const pull = (id: string, reason: string) => api<Article>('POST', `/articles/${id}/pull`, { body: { reason } });

export const correct = (id: string, revision: number, content: Content, reason: string) =>
  api<Article>('POST', `/articles/${id}/correct`, { headers: seen(revision), body: { reason, content } });

export const confirm = (id: string) => api<Article>('POST', `/articles/${id}/confirm`);

export const comments = (id: string) => api<Comment[]>('GET', `/articles/${id}/comments`);

export const comment = (id: string, remark: Pick<Comment, 'revision' | 'field' | 'line' | 'quoted' | 'text'>) =>
  api<Comment>('POST', `/articles/${id}/comments`, { body: remark });

export const settle = (id: string, comment: string, resolved: boolean) =>
  api<Comment>('PUT', `/articles/${id}/comments/${comment}`, { body: { resolved } });
