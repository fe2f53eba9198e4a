/** Says what failed and why, and closes with how many passed and failed. */

export default async function* reporter(source) {
  let [passed, failed] = [0, 0];
  for await (const event of source) {
    const leaf = event.data?.details?.type !== "suite";
    if (event.type === "test:pass" && leaf && !event.data.skip) {
      passed++;
      yield `ok    ${event.data.name}\n`;
    }
    if (event.type === "test:fail" && leaf) {
      failed++;
      const error = event.data.details.error;
      yield `FAIL  ${event.data.name}\n${(error?.cause?.stack ?? error?.stack ?? String(error)).replace(/^/gm, "      ")}\n`;
    }
    if (event.type === "test:stderr") yield event.data.message;
  }
  yield `${passed} passed, ${failed} failed\n`;
}
