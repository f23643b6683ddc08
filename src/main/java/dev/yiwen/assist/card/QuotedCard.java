package dev.yiwen.assist.card;

import dev.yiwen.conversation.Source;
import dev.yiwen.identity.StaffId;
import dev.yiwen.knowledge.ArticleId;

/**
 * An article that somebody has put into a reply, copied or said.
 *
 * @param source as it stood on the card
 */
public record QuotedCard(StaffId by, ArticleId article, Source source) {}
