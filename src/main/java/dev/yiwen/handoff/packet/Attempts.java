package dev.yiwen.handoff.packet;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Message;
import dev.yiwen.handoff.packet.ContextPacket.Tried;
import java.util.ArrayList;
import java.util.List;

/** What the bot has tried: its answers and its questions back, each with the customer's words before it. */
public final class Attempts {
    private Attempts() {}

    public static List<Tried> in(List<Message> transcript) {
        var tried = new ArrayList<Tried>();
        var question = "";
        for (var message : transcript) {
            if (message.author() instanceof Author.Customer) {
                question = message.body().text();
            }
            switch (message.body()) {
                case Body.Answer it ->
                    tried.add(new Tried(message.seq(), question, it.text(), it.sources(), it.confidence()));
                case Body.Clarify it ->
                    tried.add(new Tried(message.seq(), question, it.text(), List.of(), it.confidence()));
                case Body.SmallTalk it -> {}
                case Body.Text it -> {}
                case Body.Notice it -> {}
            }
        }
        return tried;
    }
}
