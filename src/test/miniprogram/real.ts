/**
 * The mini-program against a running service: WeChat's calls go over this machine's own sockets and requests. Says what the
 * customer saw as a JSON object, last on standard output.
 *
 * node real.js ADDRESS CODE QUESTION
 */
import * as path from 'node:path';

declare const require: any, process: any, global: any, fetch: any, WebSocket: any, Blob: any, FormData: any, Buffer: any;

const [address, code, question] = process.argv.slice(2) as [string, string, string];
const dist = process.env.MINIPROGRAM as string;
const kept = new Map<string, string>();
const events: Record<string, ((event: object) => void)[]> = {};
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==', 'base64');

const listen = (kind: string) => (listener: (event: object) => void) => (events[kind] ??= []).push(listener);

global.wx = {
  getStorageInfoSync: () => ({ keys: [...kept.keys()] }),
  getStorageSync: (key: string) => kept.get(key),
  setStorageSync: (key: string, value: string) => kept.set(key, value),
  removeStorageSync: (key: string) => kept.delete(key),
  getAccountInfoSync: () => ({ miniProgram: { appId: process.env.APP_ID } }),
  getAppBaseInfo: () => ({ language: 'zh_CN' }),
  onNetworkStatusChange: listen('network'),
  offNetworkStatusChange() {},
  onAppShow: listen('show'),
  offAppShow() {},
  onAppHide: listen('hide'),
  offAppHide() {},
  login: ({ success }: any) => success({ code }),
  request: ({ url, method, data, header, success, fail }: any) =>
    fetch(url, { method, headers: header, body: data && JSON.stringify(data) }).then(
      async (answer: any) => { failed.push(`${answer.status} ${url}`); success({ statusCode: answer.status, data: await answer.json().catch(() => ({})), header: Object.fromEntries(answer.headers) }); },
      fail,
    ),
  connectSocket: ({ url, header }: any) => {
    const socket = new WebSocket(url, { headers: header });
    return {
      onOpen: (on: any) => (socket.onopen = on),
      onMessage: (on: any) => (socket.onmessage = on),
      onClose: (on: any) => (socket.onclose = on),
      onError: (on: any) => (socket.onerror = (event: any) => { failed.push(String(event.message)); on(event); }),
      send: ({ data }: any) => socket.send(data),
      close: () => socket.close(),
    };
  },
  uploadFile: ({ url, header, success, fail }: any) => {
    const form = new FormData();
    form.append('file', new Blob([PNG], { type: 'image/png' }), 'tmp_1.png');
    fetch(url, { method: 'POST', headers: header, body: form }).then(async (answer: any) => success({ statusCode: answer.status, data: await answer.text() }), fail);
    return {};
  },
};

const failed: string[] = [];

async function until<T>(what: string, look: () => T | undefined | false): Promise<T> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    const found = look();
    if (found) return found;
    await new Promise((go) => setTimeout(go, 50));
  }
  const { client } = require(path.join(dist, 'talk/talk')).talk();
  const { connection, owner, messages, trouble, conversationId, sending } = client;
  throw new Error(`It never came to this: ${what}; ${JSON.stringify({ connection, owner, messages, trouble: trouble.words, conversationId, pending: sending.pending, failed })}`);
}

async function main(): Promise<void> {
  require(path.join(dist, 'theme')).theme.server = address;
  const { talk } = require(path.join(dist, 'talk/talk'));
  const { rows } = require(path.join(dist, 'talk/rows'));
  const { client, uploads } = talk();
  const shown = () => rows({ client, uploads: uploads.list, unfolded: new Set(), preview: () => '', most: 100, now: new Date() });
  talk().do({ ask: question });
  talk().agree();
  // Of what several articles may answer, the bot asks which is meant.
  const first = await until('a reply', () => client.messages.find((message: any) => message.author.kind === 'bot'));
  if (first.body.kind === 'clarify') client.sending.add(first.body.options[0]);
  const answer = await until('an answer', () => shown().find((row: any) => row.ai && row.source));
  for (const listener of events['hide'] ?? []) listener({});
  const away = client.connection;
  for (const listener of events['show'] ?? []) listener({});
  client.human();
  await until('the queue', () => client.owner.kind === 'queue' && client.queue);
  uploads.add({ path: 'wxfile://tmp_1.png', size: PNG.length, name: '光猫.png' });
  const picture = await until('the picture', () => shown().find((row: any) => row.file && !row.uploading));
  client.backToBot();
  await until('the bot', () => client.owner.kind === 'bot');
  client.end();
  await until('the end', () => client.owner.kind === 'nobody');
  client.rate(5, '很快');
  await new Promise((go) => setTimeout(go, 500));
  const seqs = client.messages.map(({ seq }: any) => seq);
  client.stop();
  console.log(JSON.stringify({ text: answer.aria, source: answer.source, away, picture: picture.file.name, conversation: client.conversationId, seqs, uploads: uploads.list, trouble: client.trouble.words }));
  process.exit(0);
}

main().catch((failure) => {
  console.error(failure);
  process.exit(1);
});
