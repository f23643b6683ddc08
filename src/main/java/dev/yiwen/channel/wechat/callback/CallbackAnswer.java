package dev.yiwen.channel.wechat.callback;

import dev.yiwen.channel.wechat.account.WeChatAccount;
import java.time.Instant;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;

/**
 * What a callback is answered with, so that the customer reads it at once and nothing is taken from what may be sent to them
 * (developers.weixin.qq.com, Passive_user_reply_message). Encrypted where the push was, with the key that the push was encrypted
 * with: after a change of keys the platform may know the one before alone.
 */
final class CallbackAnswer {
    private CallbackAnswer() {}

    static String of(WeChatAccount account, Pushed.Genuine pushed, String reply) {
        var fields = PushedFields.read(pushed.body()).orElseThrow();
        var head = "<xml><ToUserName>" + cdata(fields.or("FromUserName", "")) + "</ToUserName><FromUserName>"
                + cdata(fields.or("ToUserName", "")) + "</FromUserName><CreateTime>"
                + Instant.now().getEpochSecond() + "</CreateTime>";
        var clear = reply.equals(PassiveReplies.TRANSFER)
                ? head + "<MsgType><![CDATA[transfer_customer_service]]></MsgType>" + to(account) + "</xml>"
                : head + "<MsgType><![CDATA[text]]></MsgType><Content>" + cdata(reply) + "</Content></xml>";
        return pushed.key() == null
                ? clear
                : new WxCryptUtil(account.secrets().token(), pushed.key(), account.appId()).encrypt(clear);
    }

    private static String to(WeChatAccount account) {
        return account.deskAccount() == null
                ? ""
                : "<TransInfo><KfAccount>" + cdata(account.deskAccount()) + "</KfAccount></TransInfo>";
    }

    private static String cdata(String text) {
        return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>";
    }
}
