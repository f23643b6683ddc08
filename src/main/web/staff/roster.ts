import { api } from '../common/api';

export type What =
  | 'LOGIN_MISSING'
  | 'LOGIN_SHAPE'
  | 'LOGIN_TAKEN'
  | 'LOGIN_TWICE'
  | 'NAME_MISSING'
  | 'NAME_LONG'
  | 'ROLES_MISSING'
  | 'ROLE_UNKNOWN'
  | 'ROLE_NOT_YOURS'
  | 'COLUMN_MISSING'
  | 'NOBODY'
  | 'TOO_MANY'
  | 'WORKBOOK'
  | 'BROKEN';

export interface Roster {
  people: { line: number; login: string; name: string; roles: string[] }[];
  faults: { line: number; what: What; value: string }[];
}

export interface Created {
  login: string;
  name: string;
  oneTimePassword: string;
}

const CSV = { 'Content-Type': 'text/csv' };

export function preview(file: File): Promise<Roster> {
  return api('POST', '/staff/import/preview', { body: file, headers: CSV });
}

export async function createAll(file: File): Promise<Created[]> {
  return (await api<{ created: Created[] }>('POST', '/staff/import', { body: file, headers: CSV })).created;
}

/** A line of CSV for spreadsheets: a value that they would take for a formula stays a text. */
export function csvLine(values: string[]): string {
  return values
    .map((value) => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value))
    .map((value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value))
    .join(',');
}

/** With the mark by which spreadsheets know UTF-8. */
export function csvFile(lines: string[]): string {
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
