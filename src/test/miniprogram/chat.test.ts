import { strict as assert } from 'node:assert';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { begin, finish, greeting, pass, Phone, said } from './phone';

declare const document: any;

describe('the chat', () => {
  beforeEach(begin);
  afterEach(finish);

  it('asks for consent before it connects, and then says what was wanted', async () => {
    const phone = new Phone({ open: true });
    phone.page('home');
    await phone.tap('.home--tile', 2);
    assert.match(phone.pages[0]!, /^\/pages\/chat\/chat\?title=/);
    phone.page('chat');
    await pass(2000);
    assert.equal(phone.sockets.length, 0);
    assert.equal(phone.requests.length, 0);
    assert.match(phone.text('.yw-consent--text'), /AI生成/);

    await phone.tap('.yw-consent--agree');
    await pass(500);
    phone.socket.push(greeting());
    await pass(200);

    assert.deepEqual(phone.socket.of('send').map(({ text }) => text), ['我要查账单']);
    assert.equal(phone.all('.yw-consent--sheet').length, 0);
  });

  it('forgets what was wanted when the customer does not agree', async () => {
    const phone = new Phone({ open: true });
    phone.page('home');
    await phone.tap('.home--human');
    phone.page('chat');
    await phone.tap('.yw-consent--decline');
    await pass(1000);
    assert.equal(phone.sockets.length, 0);
    assert.ok(phone.pages.includes('back'));
  });

  it('sends what is written, shows it at once, and moves it to its place when it is committed', async () => {
    const phone = new Phone();
    await phone.chat();
    await phone.write('流量用超了怎么收费');

    assert.match(phone.text('.yw-bubble--state'), /发送中/);
    const [sent] = phone.socket.of('send');
    assert.equal(sent.text, '流量用超了怎么收费');
    phone.socket.push({ type: 'ack', clientMessageId: sent.clientMessageId, seq: 1, at: 'x' }, said(1, 'customer', sent.text, { clientMessageId: sent.clientMessageId }));
    await pass(200);

    assert.equal(phone.all('.yw-bubble--bubble').length, 1);
    assert.match(phone.text('.yw-bubble--state'), /已发送/);
    assert.deepEqual([...phone.kept.keys()].filter((key) => key.startsWith('yiwen.outbox')), []);
  });

  it('keeps what is written without a network and sends it once, in order, when it is back', async () => {
    const phone = new Phone();
    await phone.chat();
    phone.offline();
    await pass(2000);
    await phone.write('一');
    await phone.write('二');
    await phone.write('三');
    assert.match(phone.text('.chat--banner'), /网络断开/);
    assert.match(phone.text('.yw-bubble--state'), /等待网络/);

    phone.online();
    await pass(500);
    phone.socket.push(greeting());
    await pass(200);

    assert.deepEqual(phone.socket.of('send').map(({ text }) => text), ['一', '二', '三']);
    assert.equal(phone.text('.chat--banner'), '');
  });

  it('has what was not sent after the app was ended', async () => {
    const phone = new Phone();
    await phone.chat();
    phone.offline();
    await phone.write('别丢了');
    const later = phone.again();
    await later.chat();

    assert.deepEqual(later.socket.of('send').map(({ text }) => text), ['别丢了']);
    assert.equal(later.codes, 0, 'the token was kept');
  });

  it('closes its socket in the background and resumes after the last number', async () => {
    const phone = new Phone();
    await phone.chat();
    phone.socket.push(said(1, 'customer', '在吗'), said(2, 'bot', '在的'));
    await pass(100);
    const first = phone.socket;
    phone.happens('AppHide');
    assert.equal(first.state, 'closed');
    await pass(60_000);
    assert.equal(phone.sockets.length, 1, 'none in the background');

    phone.happens('AppShow');
    await pass(200);
    assert.deepEqual(phone.socket.of('hello'), [{ type: 'hello', conversationId: 'k1', afterSeq: 2 }]);
    // One that WeChat delivers late is of a connection that is no more.
    first.push(said(3, 'bot', '过时'));
    phone.socket.push(greeting({ lastSeq: 3 }), said(3, 'agent', '您好'));
    await pass(200);
    assert.equal(phone.text('.yw-bubble--bubble'), '在吗|在的|您好');
  });

  it('shows each message once and in order, however often and late it comes', async () => {
    const phone = new Phone();
    await phone.chat();
    phone.socket.push(said(1, 'customer', '一'), said(2, 'bot', '二'), said(2, 'bot', '二'), said(1, 'customer', '一'), said(3, 'bot', '三'), said(2, 'bot', '二'));
    await pass(100);
    assert.equal(phone.text('.yw-bubble--bubble'), '一|二|三');
  });

  it('has never more than one socket open through fifty reconnections', async () => {
    const phone = new Phone();
    await phone.chat();
    for (let i = 0; i < 50; i++) {
      if (i % 3 === 0) phone.happens('AppShow');
      else if (i % 3 === 1) phone.happens('AppHide'), phone.happens('AppShow');
      else phone.socket.end();
      await pass(400);
    }
    assert.ok(phone.sockets.length > 30);
    assert.equal(phone.mostOpen, 1);
  });

  it('comes back ever more slowly to a service that is down, and at once when the customer asks', async () => {
    const phone = new Phone();
    await phone.chat();
    phone.settings.open = false;
    phone.socket.end();
    const gaps: number[] = [];
    for (let i = 0; i < 6; i++) {
      const count = phone.sockets.length;
      const began = Date.now();
      while (phone.sockets.length === count) await pass(25);
      gaps.push(Date.now() - began);
      phone.socket.end();
    }
    assert.ok(gaps[5]! > gaps[0]! * 4, gaps.join());
    const count = phone.sockets.length;
    await phone.tap('.chat--small');
    assert.equal(phone.sockets.length, count + 1);
  });

  it('takes the connection for dead when nothing is acknowledged, and sends the same again', async () => {
    const phone = new Phone();
    await phone.chat();
    phone.swallows = true;
    await phone.write('有人吗');
    const before = phone.sockets.length;
    await pass(10_000);
    phone.swallows = false;
    assert.ok(phone.sockets.length > before);
    phone.socket.push(greeting());
    await pass(200);
    assert.deepEqual(phone.socket.of('send').map(({ text }) => text), ['有人吗']);
  });

  it('reads frames that come as bytes, cut anywhere', async () => {
    const phone = new Phone();
    await phone.chat();
    const bytes = new TextEncoder().encode(JSON.stringify(said(1, 'bot', '宽带😀断了')));
    for (const size of [1, 2, 3, 5, 1000]) {
      const pieces: Uint8Array[] = [];
      for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.slice(at, at + size));
      phone.socket.bytes(...pieces);
    }
    await pass(100);
    assert.equal(phone.text('.yw-bubble--bubble'), '宽带😀断了');
  });

  it('says a refused message why, and lets it be discarded', async () => {
    const phone = new Phone();
    await phone.chat();
    await phone.write('太长');
    const [sent] = phone.socket.of('send');
    phone.socket.push({ type: 'error', code: 'invalid', detail: '不能这样写', english: 'no', clientMessageId: sent.clientMessageId });
    await pass(100);
    assert.match(phone.text('.yw-bubble--state'), /未发送：不能这样写/);
    await phone.tap('.yw-bubble--state .yw-bubble--link');
    assert.equal(phone.all('.yw-bubble--bubble').length, 0);
  });

  it('neither sends nor loses 50,000 characters, and folds as many that come', async () => {
    const phone = new Phone();
    await phone.chat();
    const long = '流'.repeat(50_000);
    await phone.write(long);
    assert.equal(phone.socket.of('send').length, 0);
    assert.match(phone.text('.yw-composer--problem'), /50000/);

    phone.socket.push(said(1, 'agent', long));
    await pass(100);
    assert.ok(phone.text('.yw-bubble--runs').length < 1000);
    await phone.tap('.yw-bubble--link');
    assert.equal(phone.text('.yw-bubble--runs').length, 50_000);
  });

  it('shows tags as the words that they are', async () => {
    const phone = new Phone();
    await phone.chat();
    const evil = '<script>alert(1)</script><img src=x onerror=alert(1)>';
    phone.socket.push(said(1, 'customer', evil), said(2, 'bot', { kind: 'answer', text: evil, sources: [{ article: 'a', title: evil, revision: 1 }], confidence: 1, related: [evil] }));
    await pass(100);
    assert.equal(phone.all('script, img').length, 0);
    assert.ok(phone.text('.yw-bubble--runs').startsWith(evil));
  });

  it('marks what a machine wrote, with its source, and never what a person wrote', async () => {
    const phone = new Phone();
    await phone.chat();
    phone.socket.push(
      said(1, 'customer', '流量'),
      said(2, 'bot', { kind: 'answer', text: '**超出部分**每 GB 5 元\n\n- 次月清零', sources: [{ article: 'a', title: '流量', revision: 3 }], confidence: 0.9, related: ['怎么查流量'] }),
      said(3, 'agent', '我是王芳'),
    );
    await pass(100);
    assert.equal(phone.text('.yw-bubble--badge.yw-bubble--ai'), 'AI 助手 · AI生成');
    assert.equal(phone.text('.yw-bubble--source'), '来源：《流量》');
    assert.equal(phone.text('.yw-bubble--bold'), '超出部分');
    assert.equal(phone.text('.yw-bubble--by'), '小桥AI 助手 · AI生成|王芳人工客服');
    assert.match(phone.attribute('.yw-bubble--bubble', 'aria-label', 1)!, /^小桥 AI 助手 · AI生成：/);
  });

  it('says what was written elsewhere, and is not rated for a consultation that goes on there', async () => {
    const phone = new Phone();
    await phone.chat();
    phone.socket.push(said(1, 'customer', '在微信里问过', { via: 'WECHAT' }), { type: 'owner', owner: { kind: 'nobody' }, epoch: 2 });
    await pass(100);
    assert.equal(phone.text('.yw-bubble--state'), '来自微信');
    assert.equal(phone.all('.yw-satisfaction--score').length, 0);
  });

  it('rates an answer and takes it back', async () => {
    const phone = new Phone();
    await phone.chat();
    phone.socket.push(said(1, 'bot', { kind: 'answer', text: '好', sources: [], confidence: 1, related: [] }));
    await pass(100);
    await phone.tap('.yw-bubble--small');
    await phone.tap('.yw-bubble--small');
    assert.deepEqual(phone.socket.of('feedback'), [{ type: 'feedback', seq: 1, helpful: true }, { type: 'feedback', seq: 1, helpful: null }]);
  });

  it('tells the place in the queue, lets the bot help, and goes back to it', async () => {
    const phone = new Phone();
    await phone.chat({ owner: { kind: 'queue' } });
    phone.socket.push({ type: 'queue', position: 3, putAhead: 1, lowSeconds: 120, highSeconds: 300, anyoneOnline: true, botHelps: false });
    await pass(100);
    assert.match(phone.text('.yw-waiting--title'), /前面还有 2 位，另有 1 位/);
    assert.match(phone.text('.yw-waiting--hint'), /2–5 分钟/);
    assert.equal(phone.all('.chat--human').length, 0);
    await phone.tap('.yw-waiting--choice', 1);
    await phone.tap('.yw-waiting--choice', 2);
    assert.deepEqual(phone.socket.of('help'), [{ type: 'help', wanted: true }]);
    assert.equal(phone.socket.of('back-to-bot').length, 1);
  });

  it('leaves a message with what is promised', async () => {
    const phone = new Phone();
    await phone.chat({ owner: { kind: 'queue' } });
    await phone.tap('.yw-waiting--choice');
    assert.match(phone.text('.yw-waiting--hint'), /两个工作日内回复/);
    await phone.fire('.yw-waiting--field', 'input', { value: '断网三天' });
    await phone.tap('.yw-waiting--main');
    const [left] = phone.socket.of('leave-message');
    assert.equal(left.kind, 'OTHER');
    assert.equal(left.text, '断网三天');
  });

  it('asks for a reminder on a tap alone, and tells the service what was allowed', async () => {
    const phone = new Phone({ answers: { 'GET /api/v1/wechat/consents': { templates: ['t1', 't2', 't3', 't4', 't5', 't6'] }, 'POST /api/v1/wechat/consents': {} } });
    phone.consents = { t1: 'accept', t2: 'reject' };
    await phone.chat({ owner: { kind: 'queue' } });
    await pass(200);
    assert.deepEqual(phone.asked, []);
    await phone.tap('.yw-waiting--main');
    await pass(200);
    assert.deepEqual(phone.asked, [['t1', 't2', 't3', 't4', 't5']]);
    assert.deepEqual(phone.requests.find(({ method, path }) => method === 'POST' && path.endsWith('consents'))!.data, { templates: { t1: 'accept', t2: 'reject' } });
    assert.match(phone.text('.yw-waiting--where'), /微信会提醒您/);
  });

  it('is rated when it is over, and begins again', async () => {
    const phone = new Phone();
    await phone.chat();
    phone.socket.push(said(1, 'customer', '谢谢'), { type: 'owner', owner: { kind: 'nobody' }, epoch: 2 });
    await pass(100);
    assert.equal(phone.all('.yw-composer--field').length, 0);
    await phone.tap('.yw-satisfaction--score', 4);
    await phone.fire('.yw-satisfaction--field', 'input', { value: '很快' });
    await phone.tap('.yw-satisfaction--send');
    assert.deepEqual(phone.socket.of('rate'), [{ type: 'rate', score: 5, comment: null }, { type: 'rate', score: 5, comment: '很快' }]);
    assert.match(phone.text('.yw-satisfaction--card'), /很满意/);
    const before = phone.sockets.length;
    await phone.tap('.chat--again');
    await pass(200);
    assert.equal(phone.sockets.length, before + 1);
    assert.deepEqual(phone.socket.of('hello'), [{ type: 'hello', afterSeq: 0 }]);
  });

  it('stays at what is new, unless the customer reads further up', async () => {
    const phone = new Phone();
    const page = await phone.chat();
    await phone.fire('.chat--log', 'scroll', { scrollTop: 0, scrollHeight: 3000 });
    phone.socket.push(said(1, 'agent', '新消息'));
    await pass(100);
    assert.equal(page.data.unseen, true);
    await phone.tap('.chat--new');
    assert.equal(page.data.scrollTo, 'end');
    assert.equal(page.data.unseen, false);
  });

  it('shows a long history in parts that WeChat takes', async () => {
    const phone = new Phone();
    await phone.chat({ lastSeq: 400 });
    for (let seq = 1; seq <= 400; seq++) phone.socket.push(said(seq, seq % 2 ? 'customer' : 'agent', `${seq} ${'长'.repeat(1000)}`));
    await pass(200);
    assert.equal(phone.all('.yw-bubble--bubble').length, 60);
    await phone.tap('.chat--earlier');
    assert.equal(phone.all('.yw-bubble--bubble').length, 120);
  });
});
