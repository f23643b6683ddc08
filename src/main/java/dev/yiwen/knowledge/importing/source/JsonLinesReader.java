package dev.yiwen.knowledge.importing.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** Reads JSON lines, an article each. */
final class JsonLinesReader {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonLinesReader() {}

    static void read(String file, byte[] content, ReadSource source) {
        var decoded = DecodedText.of(content);
        if (!decoded.broken().isEmpty() || decoded.charset().equals("GB18030")) {
            source.broken(RowPlace.of(file), "not-utf8");
            return;
        }
        var lines = decoded.text().split("\n", -1);
        var stem = Slugs.topic(Slugs.stem(file), "articles");
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                source.add(line(RowPlace.of(file, i + 1), lines[i], stem));
            }
        }
    }

    private static SourceRow line(RowPlace place, String text, String stem) {
        String question = "";
        try {
            var fields = JSON.readTree(text);
            question = fields.path("question").asText("");
            var draft = JsonFields.draft(fields, null);
            var key = JsonFields.key(fields);
            return new ReadRow(
                    place,
                    key.orElseGet(() -> Slugs.of(stem, draft.question())),
                    key.isPresent(),
                    JsonFields.base(fields),
                    draft,
                    JsonFields.said(fields),
                    List.of());
        } catch (JsonProcessingException e) {
            return BrokenRow.of(place, "json", "words", e.getOriginalMessage());
        } catch (JsonFields.Fault e) {
            return new BrokenRow(place, question, e.remark());
        }
    }
}
