import { api } from '../common/api';

export const SOURCES = ['TEXT', 'ANSWER', 'TIME'] as const;

export type Source = (typeof SOURCES)[number];

export interface TemplateField {
  name: string;
  from: Source;
  text?: string;
}

export interface Template {
  id: string;
  templateId: string;
  name: string;
  page?: string;
  fields: TemplateField[];
  consents: number;
}

export type TemplateForm = Pick<Template, 'templateId' | 'name' | 'page' | 'fields'>;

const PATH = '/wechat/templates';

export async function templates(account: string): Promise<Template[]> {
  return (await api<{ templates: Template[] }>('GET', `${PATH}?account=${account}`)).templates;
}

export function addTemplate(account: string, form: TemplateForm): Promise<Template> {
  return api('POST', `${PATH}?account=${account}`, { body: form });
}

export function removeTemplate(id: string): Promise<void> {
  return api('DELETE', `${PATH}/${id}`);
}

export function restoreTemplate(id: string): Promise<Template> {
  return api('POST', `${PATH}/${id}/restoring`);
}
