import type { ConversationClient } from 'client/conversation-client';
import type { Pending } from 'client/outbox';
import type { Attachment, Body, Message } from '../../web/common/frames';
import { blocks, plain, wordsOf, type Block } from './blocks';
import { timeAbove } from './clock';
import type { Upload } from './uploads';
import { filled, language, words } from './words';

/** What a customer wrote in one go stays whole up to here; what is longer is folded to less. */
const FOLD_ABOVE = 1_500;
const FOLDED = 600;

/** A file in a message. */
export interface FileRow {
  id: string;
  kind: 'picture' | 'sound' | 'document';
  name: string;
  /** Where its small picture lies on this phone; '' until it is here. */
  path: string;
}

/** One line of the log as the page shows it. */
export interface Row {
  key: string;
  side: 'mine' | 'theirs' | 'notice';
  /** Above it, where some time has passed. */
  time: string;
  by: string;
  label: string;
  ai: boolean;
  safety: boolean;
  blocks: Block[];
  /** Characters in all where it is folded. */
  folded: number;
  /** How it is unfolded. */
  more: string;
  unfolded: boolean;
  file?: FileRow;
  source: string;
  /** Which thumb is pressed; '' where none is offered. */
  thumbs: '' | 'none' | 'up' | 'down';
  seq: number;
  /** What can be tapped next, and what it is called. */
  options: string[];
  optionsTitle: string;
  state: string;
  failed: boolean;
  mayResend: boolean;
  uploading: boolean;
  aria: string;
}

export interface Shown {
  client: ConversationClient;
  uploads: readonly Upload[];
  /** Keys of rows that were unfolded. */
  unfolded: ReadonlySet<string>;
  /** Of a picture's file; '' until it is here. */
  preview: (file: Attachment) => string;
  /** Only so many of the last messages. */
  most: number;
  now: Date;
}

export function rows(shown: Shown): Row[] {
  const { client } = shown;
  const { pending } = client.sending;
  const messages = client.messages.slice(-shown.most);
  const lastBot = lastOf(messages, 'bot');
  const lastMine = lastOf(messages, 'customer');
  const asked = messages[messages.length - 1]?.author.kind === 'customer' || pending.length > 0;
  const made = messages.map((one, i) =>
    ofMessage(shown, one, messages[i - 1]?.at, {
      options: one.seq === lastBot && !asked && client.owner.kind === 'bot',
      sent: one.seq === lastMine && pending.length === 0,
    }),
  );
  const last = messages[messages.length - 1]?.at;
  pending.forEach((one, i) => made.push(ofPending(shown, one, i === 0 ? timeAbove(one.at, last, shown.now) : '')));
  for (const upload of shown.uploads) made.push(ofUpload(upload));
  return made;
}

function ofMessage(shown: Shown, message: Message, before: string | undefined, show: { options: boolean; sent: boolean }): Row {
  const { client } = shown;
  const key = message.clientMessageId ?? `s${message.seq}`;
  const { body, author } = message;
  const row = blank(key, timeAbove(message.at, before, shown.now));
  row.seq = message.seq;
  row.side = author.kind === 'customer' ? 'mine' : author.kind === 'system' ? 'notice' : 'theirs';
  const text = textOf(message);
  if (body.kind === 'text' && body.file) row.file = fileOf(shown, body.file);
  else fill(row, text, author.kind === 'bot', shown.unfolded.has(key));
  switch (author.kind) {
    case 'bot':
      row.by = client.assistant.name;
      row.label = labelled(client.assistant.label);
      row.ai = true;
      if (body.kind === 'answer') {
        row.source = sourceOf(body);
        const given = client.ratings.of(message.seq);
        row.thumbs = given === undefined ? 'none' : given ? 'up' : 'down';
      }
      if (show.options) {
        row.options = optionsOf(message);
        row.optionsTitle = body.kind === 'answer' ? words().related : words().choose;
      }
      break;
    case 'agent':
      row.by = author.name ?? '';
      row.label = words().agent;
      break;
    case 'customer':
      if (message.via && message.via !== 'WEB') row.state = words().via[message.via];
      else if (show.sent) row.state = message.seq <= client.agentRead ? words().read : words().sent;
      break;
    case 'system':
      row.safety = body.kind === 'notice' && body.code.startsWith('safety-');
      if (body.kind === 'notice' && body.code === 'closed-by-customer') row.blocks = plain(words().youClosed);
      break;
  }
  row.aria = spoken(row);
  return row;
}

/** The law wants the sign of a machine beside what it wrote, in words that everybody knows. */
function labelled(label: string): string {
  const said = words().aiLabel;
  return label.includes(said) ? label : [label, said].filter(Boolean).join(' · ');
}

function ofPending({ client, unfolded }: Shown, pending: Pending, time: string): Row {
  const row = blank(pending.clientMessageId, time);
  fill(row, pending.text, false, unfolded.has(row.key));
  row.failed = pending.state !== 'sending';
  row.mayResend = pending.state === 'failed';
  row.state = row.failed
    ? words().failed + (pending.why ? `：${pending.why}` : '')
    : client.connection === 'open'
      ? words().sending
      : words().waitingToSend;
  row.aria = spoken(row);
  return row;
}

function ofUpload(upload: Upload): Row {
  const row = blank(upload.id, '');
  row.file = { id: upload.id, kind: upload.seconds ? 'sound' : 'picture', name: upload.name, path: upload.seconds ? '' : upload.path };
  row.uploading = true;
  row.failed = !!upload.problem;
  row.mayResend = !!upload.problem && !upload.final;
  row.state = upload.problem || filled(words().uploading, { n: upload.percent });
  row.aria = `${words().you}：${upload.name} ${row.state}`;
  return row;
}

function blank(key: string, time: string): Row {
  return {
    key,
    time,
    side: 'mine',
    by: '',
    label: '',
    ai: false,
    safety: false,
    blocks: [],
    folded: 0,
    more: '',
    unfolded: false,
    source: '',
    thumbs: '',
    seq: 0,
    options: [],
    optionsTitle: '',
    state: '',
    failed: false,
    mayResend: false,
    uploading: false,
    aria: '',
  };
}

function fill(row: Row, text: string, formatted: boolean, unfolded: boolean): void {
  const long = text.length > FOLD_ABOVE;
  row.folded = long ? text.length : 0;
  row.more = long ? filled(words().more, { n: text.length }) : '';
  row.unfolded = unfolded;
  const part = long && !unfolded ? `${whole(text, FOLDED)}…` : text;
  row.blocks = formatted ? blocks(part) : plain(part);
}

/** Not half of a sign that takes two places. */
function whole(text: string, length: number): string {
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? length - 1 : length);
}

function fileOf(shown: Shown, file: Attachment): FileRow {
  const kind = /^image\/(png|jpeg|gif|webp)$/.test(file.mediaType) ? 'picture' : file.mediaType.startsWith('audio/') ? 'sound' : 'document';
  const name = kind === 'sound' && file.seconds ? filled(words().voice, { n: file.seconds }) : file.name;
  return { id: file.id, kind, name, path: kind === 'picture' ? shown.preview(file) : '' };
}

function textOf({ body, english }: Message): string {
  return (language() === 'en' && english?.text) || body.text;
}

function optionsOf({ body, english }: Message): string[] {
  if (body.kind === 'answer') return body.related;
  const ours = language() === 'en' ? english?.options : undefined;
  return ours ?? ('options' in body ? body.options : []);
}

function sourceOf({ sources }: Extract<Body, { kind: 'answer' }>): string {
  const first = sources[0];
  if (!first) return '';
  return filled(sources.length > 1 ? words().sources : words().source, { title: `《${first.title}》`, n: sources.length });
}

function spoken(row: Row): string {
  const who = row.side === 'mine' ? words().you : [row.by, row.label].filter(Boolean).join(' ');
  const text = row.file?.name ?? wordsOf(row.blocks);
  return who ? filled(words().says, { who, text }) : text;
}

function lastOf(messages: Message[], kind: string): number | undefined {
  for (let i = messages.length - 1; i >= 0; i--) if (messages[i]!.author.kind === kind) return messages[i]!.seq;
  return undefined;
}
