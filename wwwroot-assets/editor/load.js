/**
 * The whole file as the server has it, and its version.
 * @param {number} [wanted]  an older version  @returns {Promise<{text: string, version: number}>}
 */
export async function load(articleId, wanted) {
  const answer = await fetch(`/articles/${articleId}/text${wanted === undefined ? "" : `?version=${wanted}`}`, { headers: { Accept: "text/plain" } });
  if (!answer.ok) throw new Error(`The text of article ${articleId} could not be loaded: ${answer.status}.`);
  const version = Number(answer.headers.get("X-Newsroom-Version"));
  // Not text(): it would drop a byte order mark, and offsets must be the server's.
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await answer.arrayBuffer());
  return { text, version };
}
