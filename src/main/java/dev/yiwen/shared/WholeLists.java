package dev.yiwen.shared;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** A list with a null in it is refused where it is read, and is no fault wherever somebody looks into it later. */
@Singleton
final class WholeLists implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper json) {
        for (var type : List.of(List.class, Set.class)) {
            json.configOverride(type).setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        }
    }
}
