package dev.yiwen.channel.wechat.desk;

import dev.yiwen.audit.CustomerData;
import dev.yiwen.audit.PersonalTable;
import dev.yiwen.audit.PersonalTable.Depth;
import jakarta.inject.Singleton;
import java.util.List;

/** Who wrote by WeChat, what they sent and what was sent to them, for export and erasure. */
@Singleton
final class WeChatData implements CustomerData {
    private static final String OF_CONTACT =
            "t.contact_id in (select c.id from wechat_contact c where c.customer_id = any($1::uuid[]))";

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.ofConversation(
                                "wechat_outbox",
                                "event_code",
                                "carried_by",
                                "passive_of",
                                "sent_as",
                                "template",
                                "about")
                        .where("t.conversation_id = any($2::uuid[]) or " + OF_CONTACT),
                PersonalTable.ofConversation("wechat_leg")
                        .where("t.conversation_id = any($2::uuid[]) or " + OF_CONTACT),
                PersonalTable.ofCustomer("wechat_inbox").where("""
                        exists (select from wechat_contact c
                          where c.account_id = t.account_id and c.open_id = t.source and c.customer_id = any($1::uuid[]))"""),
                PersonalTable.ofCustomer("wechat_consent", "template"),
                PersonalTable.ofCustomer("wechat_contact", "lease_until", "pending", "due_at")
                        .at(Depth.MESSAGE));
    }
}
