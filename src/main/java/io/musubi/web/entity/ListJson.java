package io.musubi.web.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.musubi.model.State;
import io.musubi.web.thing.Reading;
import io.musubi.web.thing.Thing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A page of a list as JSON: {@code {state, items: [{iri, name, year?, access?}], next?}}. */
final class ListJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ListJson() {}

    static String of(State state, Reading reading, List<String> iris, String next) {
        List<Map<String, Object>> items = new ArrayList<>();
        iris.forEach(iri -> items.add(item(reading.thing(iri))));
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("state", state.id());
        page.put("items", items);
        if (!next.isEmpty()) {
            page.put("next", next);
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(page) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Only plain values are written", e);
        }
    }

    private static Map<String, Object> item(Thing thing) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("iri", thing.iri());
        item.put("name", thing.text());
        Citation.year(thing).ifPresent(year -> item.put("year", year));
        Thing access = thing.one("msb:accessDivision");
        if (access != null) {
            item.put("access", access.code());
        }
        return item;
    }
}
