package dev.yiwen.facts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a fact is called, as it stands in the catalogue and in the address that it is asked at. */
public record FactName(@JsonValue String value) {
    public static final FactName CUSTOMER = new FactName("customer");
    public static final FactName BILL = new FactName("bill");
    public static final FactName DATA_LEFT = new FactName("data-left");
    public static final FactName LINE_STATE = new FactName("line-state");
    public static final FactName STATIONS_NEAR = new FactName("stations-near");
    public static final FactName OUTAGES_IN_AREA = new FactName("outages-in-area");

    @JsonCreator
    public static FactName of(String value) {
        return new FactName(value);
    }

    public FactName {
        if (!value.matches("[a-z]+(-[a-z]+)*")) {
            throw new IllegalArgumentException("A fact is named like data-left.");
        }
    }
}
