/** Tests of the text index: cases of documents and queries, and an index that follows a real journal. */
@org.jspecify.annotations.NullMarked
package io.musubi.text;
