// Asks the SPARQL endpoint.

/** The server says why not: the members of RFC 9457. */
export class Refused extends Error {
  constructor(problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** The answer began and did not come to its end. */
export class Broken extends Error {}

/**
 * The whole answer, or an error: a part is never taken for the whole.
 * @returns {Promise<{table: object} | {turtle: string}>} SPARQL results in JSON, or a graph
 */
export async function ask(endpoint, query, signal) {
  const response = await fetch(endpoint, {
    method: "POST",
    headers: {
      "Content-Type": "application/sparql-query",
      "Accept": "application/sparql-results+json, text/turtle;q=0.9",
      "Accept-Language": document.documentElement.lang,
    },
    body: query,
    signal,
  });
  const text = await whole(response, signal);
  const type = response.headers.get("Content-Type") || "";
  if (!response.ok) {
    throw new Refused(type.includes("json") ? JSON.parse(text) : { status: response.status });
  }
  return type.startsWith("text/turtle") ? { turtle: text } : { table: JSON.parse(text) };
}

async function whole(response, signal) {
  try {
    return await response.text();
  } catch (error) {
    throw signal.aborted ? error : new Broken(error.message);
  }
}
