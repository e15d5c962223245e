package io.musubi.web.docs;

import java.util.List;

/**
 * A page of the guides, ready to be shown.
 *
 * @param name where it is below {@code /docs/}: {@code analyst}, {@code decisions/0004-one-port}
 * @param language {@code ja} or {@code en}
 * @param title the text of its first heading
 * @param summary the first sentence of its text
 * @param html its body without that heading, safe
 * @param contents its sections
 */
public record DocsPage(
        String name, String language, String title, String summary, String html, List<Section> contents) {

    /**
     * A section.
     *
     * @param id its anchor
     * @param title the text of its heading
     */
    public record Section(String id, String title) {}

    /** Takes an immutable copy. */
    public DocsPage {
        contents = List.copyOf(contents);
    }
}
