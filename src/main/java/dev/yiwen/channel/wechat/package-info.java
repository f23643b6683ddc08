/**
 * Owns WeChat as a channel: official accounts, customer service of mini-programs, and WeCom's customer service (微信客服). The
 * parts: {@code account} (which there are, and their secrets), {@code callback} (what WeChat pushes, checked and stored),
 * {@code inbox} (from there into conversations), {@code kf} (WeCom's messages by cursor), {@code outbox} (the ledger of what
 * goes out), {@code quota}, {@code rendering}, {@code token}, {@code login} (of the own
 * mini-program), {@code platform} (requests to WeChat), {@code subscribe}
 * (subscribe messages), {@code desk} (what agents
 * see).
 *
 * <p>May import {@code handoff}, {@code assist}, {@code quality}, {@code answer} and everything below.
 */
@NullMarked
package dev.yiwen.channel.wechat;

import org.jspecify.annotations.NullMarked;
