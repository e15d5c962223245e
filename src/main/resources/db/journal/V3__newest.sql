-- The newest documents of a type are found without looking at all of them.
CREATE INDEX document_newest ON document (type, live, state, iri);
