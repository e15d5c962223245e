package io.musubi.web;

import io.musubi.model.Hash;
import io.musubi.web.http.Door;
import io.musubi.web.http.Exchange;
import io.musubi.web.http.Problems;
import io.musubi.web.page.Resources;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** {@code /assets/<area>/<file>}: the scripts, styles and pictures of {@code src/main/resources/web}. */
final class AssetDoor implements Door {
    /** Where it is. */
    static final String PATH = "/assets/";

    private static final Map<String, String> TYPES =
            Map.of("js", "text/javascript", "css", "text/css", "svg", "image/svg+xml", "txt", "text/plain");

    private final Map<String, Asset> known = new ConcurrentHashMap<>();

    private record Asset(String type, String text, String tag) {}

    /** A door with one file behind it. */
    static Door file(String name) {
        Asset asset = read(name);
        return exchange -> send(exchange, asset);
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        send(exchange, known.computeIfAbsent(exchange.path().substring(PATH.length()), AssetDoor::read));
    }

    /** Asked for anew with each page, so that an upgrade shows at once; sent anew only when it differs. */
    private static void send(Exchange exchange, Asset asset) throws IOException {
        exchange.response().setHeader("Cache-Control", "no-cache");
        exchange.response().setHeader("ETag", asset.tag());
        if (asset.tag().equals(exchange.request().getHeader("If-None-Match"))) {
            exchange.response().setStatus(304);
        } else {
            exchange.send(asset.type(), asset.text());
        }
    }

    private static Asset read(String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null || !name.matches("([a-z0-9][a-z0-9.-]*/)*[a-z0-9][a-z0-9.-]*")) {
            throw Problems.notFound(PATH + name).exception();
        }
        if (Resources.bytes(name).isEmpty()) {
            throw Problems.notFound(PATH + name).exception();
        }
        String text = Resources.text(name);
        return new Asset(type, text, "\"" + Hash.of(text).shortHex() + "\"");
    }
}
