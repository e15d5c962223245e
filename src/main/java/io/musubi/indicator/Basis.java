package io.musubi.indicator;

/** What an indicator's numbers come from: a query on the graph, or a table that a person made from a source. */
public sealed interface Basis permits Question, ReferenceTable {}
