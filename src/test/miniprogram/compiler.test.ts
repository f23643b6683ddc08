import { strict as assert } from 'node:assert';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { begin, finish, greeting, pass, Phone, said } from './phone';

declare const process: any;

// WeChat's own compiler of templates comes as a program for this kind of machine alone.
const skip = process.platform !== 'linux' || process.arch !== 'x64';

describe('compiled by WeChat', { skip }, () => {
  beforeEach(begin);
  afterEach(finish);

  it('the pages are what the simulator makes of them', async () => {
    const phone = new Phone({ compiler: 'official', kept: { 'yiwen.consent.1': 'yes' }, open: true });
    phone.page('home');
    phone.page('chat');
    await pass(200);
    phone.socket.push(
      greeting({ owner: { kind: 'queue' } }),
      said(1, 'customer', '流量'),
      said(2, 'bot', { kind: 'answer', text: '**一** 元', sources: [{ article: 'a', title: '流量', revision: 1 }], confidence: 1, related: ['甲', '乙'] }),
    );
    await pass(200);
    assert.equal(phone.all('.home--tile').length, 4);
    assert.equal(phone.text('.yw-bubble--bubble'), '流量|一 元来源：《流量》');
    assert.equal(phone.all('.yw-waiting--choice').length, 2);
    await phone.write('好');
    assert.deepEqual(phone.socket.of('send').map(({ text }) => text), ['好']);
  });
});
