/** A call's timeline as an SVG picture: which threads run Python, from the top downwards. */

const width = 760;
const rowHeight = 30;
const headHeight = 58;
const lanes = [
  { x: 16, width: 118, heads: ["this thread", "has the GIL"] },
  { x: 142, width: 118, heads: ["other threads", "may run Python"] },
];
const textX = 276;

/** Which lanes are filled, for each state that a moment can have. */
const filled = { attached: [0], detached: [1], "as decided": [0, 1] };
const colors = ["#3b6fb5", "#3f9463"];

/**
 * @param {string} title What the picture is of; read out by screen readers.
 * @param {readonly { state: "attached" | "detached" | "as decided", does: string }[]} moments
 * @returns {string} The text of an SVG file.
 */
export function drawing(title, moments) {
  const height = headHeight + moments.length * rowHeight + 14;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `  <title>${escaped(title)}</title>`,
    "  <style>text { font: 13px ui-monospace, monospace; fill: #1f2328 } .head { font-weight: bold }</style>",
    `  <rect width="${width}" height="${height}" rx="8" fill="#f6f8fa"/>`,
    ...lanes.flatMap(head),
    `  <text class="head" x="${textX}" y="42">${escaped(title)}</text>`,
    ...moments.flatMap(row),
    "</svg>",
    "",
  ].join("\n");
}

function head({ x, width: laneWidth, heads }) {
  const middle = x + laneWidth / 2;
  return heads.map(
    (text, line) =>
      `  <text class="head" x="${middle}" y="${24 + 18 * line}" text-anchor="middle">${text}</text>`,
  );
}

function row({ state, does }, index) {
  const top = headHeight + index * rowHeight;
  const bars = lanes.map(({ x, width: laneWidth }, lane) => {
    const runs = filled[state].includes(lane);
    const [color, opacity] = runs
      ? [colors[lane], state === "as decided" ? 0.45 : 1]
      : ["#d8dee4", 1];
    return `  <rect x="${x}" y="${top}" width="${laneWidth}" height="${rowHeight - 2}" fill="${color}" opacity="${opacity}"/>`;
  });
  const indent = does.length - does.trimStart().length;
  const text = `  <text x="${textX + 10 * indent}" y="${top + 19}">${escaped(does.trimStart())}</text>`;
  return [...bars, text];
}

function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
