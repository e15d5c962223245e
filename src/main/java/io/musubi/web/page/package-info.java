/**
 * Pages for people: Pebble templates in the one frame, in Japanese and English.
 *
 * <p>A template lies at {@code src/main/resources/web/<area>/<name>.peb}, begins with {@code {% extends "layout" %}} and
 * fills the blocks {@code title} (plain text), {@code main}, and, if need be, {@code head} (its own scripts and styles, by {@code
 * <script src>} and {@code <link>} only: the Content-Security-Policy forbids inline ones). Everything is escaped. A door
 * gives it to {@link io.musubi.web.page.Pages#send}. Each template sees, beside the door's model:
 *
 * <ul>
 *   <li>{@code w('key', …)}: the word {@code key} of {@code web/<area>/words.properties}, else of {@code
 *       web/words.properties}, in the reader's language; {@code {0}} takes the first argument
 *   <li>{@code frame}: {@link io.musubi.web.page.Frame}: {@code frame.up} (the way to the base, for links: {@code
 *       href="{{ frame.up }}search"}), {@code frame.language}, {@code frame.state}
 *   <li>filters {@code count} (1,234) and {@code day} (2024年3月1日, 1 March 2024; months and years likewise)
 * </ul>
 */
@NullMarked
package io.musubi.web.page;

import org.jspecify.annotations.NullMarked;
