/** The charts of docs/performance.md as SVG. */

const ink = "#1f2328";
const faint = "#d0d7de";
const palette = [
  "#c0392b",
  "#e67e22",
  "#1f77b4",
  "#2a9d8f",
  "#8e5ea2",
  "#7f8c8d",
  "#b58900",
  "#111111",
];

/**
 * A row for each case, a dot for each contestant: how many times as long as the one at 1.
 *
 * @param {{ title: string, series: readonly { title: string, values: readonly number[] }[], rows: readonly string[] }} chart
 *   values: one for each row, at least 0.5.
 */
export function dotChart({ title, series, rows }) {
  const left = 170;
  const right = 740;
  const top = 64 + 20 * Math.ceil(series.length / 3);
  const rowHeight = 28;
  const bottom = top + rows.length * rowHeight;
  const greatest = Math.max(...series.flatMap(({ values }) => values));
  const marks = [0.5, 1, 2, 5, 10, 20, 50, 100].filter(
    (_mark, at, all) => at === 0 || all[at - 1] < greatest,
  );
  const [first, last] = [marks[0], marks.at(-1)];
  const x = (value) =>
    round(left + ((right - left) * Math.log(value / first)) / Math.log(last / first));
  const y = (row) => top + row * rowHeight + rowHeight / 2;
  return svg(title, bottom + 40, [
    ...legend(series.map((each) => each.title)),
    ...marks.flatMap((mark) => [
      `<line x1="${x(mark)}" y1="${top}" x2="${x(mark)}" y2="${bottom}" stroke="${mark === 1 ? ink : faint}"/>`,
      text(x(mark), bottom + 18, `${mark}×`, "middle"),
    ]),
    ...rows.map((row, at) => text(left - 14, y(at) + 4, row, "end")),
    ...series.flatMap(({ values }, at) =>
      values.map(
        (value, row) =>
          `<circle cx="${x(value)}" cy="${y(row)}" r="${at === 0 ? 7 : 5}" fill="${palette[at]}" fill-opacity="0.85"/>`,
      ),
    ),
  ]);
}

/**
 * Lines over 1, 2, 3 … threads, and the line of as many times the work as threads.
 *
 * @param {{ title: string, series: readonly { title: string, values: readonly number[] }[], across: string }} chart
 */
export function lineChart({ title, series, across }) {
  const [left, right, top, bottom] = [60, 740, 90, 330];
  const count = series[0].values.length;
  const x = (at) => round(left + ((right - left) * at) / Math.max(count - 1, 1));
  const y = (value) => round(bottom - ((bottom - top) * value) / count);
  const points = (values) => values.map((value, at) => `${x(at)},${y(value)}`).join(" ");
  const counts = Array.from({ length: count }, (_, at) => at + 1);
  return svg(title, bottom + 56, [
    ...legend([...series.map((each) => each.title), "as many times as threads"]),
    ...[0, ...counts].flatMap((value) => [
      `<line x1="${left}" y1="${y(value)}" x2="${right}" y2="${y(value)}" stroke="${faint}"/>`,
      text(left - 10, y(value) + 4, `${value}×`, "end"),
    ]),
    ...counts.map((value, at) => text(x(at), bottom + 20, String(value), "middle")),
    text((left + right) / 2, bottom + 42, across, "middle"),
    `<polyline points="${points(counts)}" fill="none" stroke="${palette[series.length]}" stroke-dasharray="5 5"/>`,
    ...series.flatMap(({ values }, at) => [
      `<polyline points="${points(values)}" fill="none" stroke="${palette[at]}" stroke-width="3"/>`,
      ...values.map(
        (value, each) => `<circle cx="${x(each)}" cy="${y(value)}" r="5" fill="${palette[at]}"/>`,
      ),
    ]),
  ]);
}

function legend(titles) {
  return titles.flatMap((title, at) => {
    const x = 24 + (at % 3) * 245;
    const y = 58 + Math.floor(at / 3) * 20;
    return [
      `<circle cx="${x}" cy="${y - 4}" r="5" fill="${palette[at]}"/>`,
      text(x + 12, y, title),
    ];
  });
}

function svg(title, height, elements) {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 780 ${height}" width="780" height="${height}" role="img">`,
    `  <title>${escaped(title)}</title>`,
    `  <style>text { font: 13px system-ui, sans-serif; fill: ${ink} } .title { font-weight: bold }</style>`,
    `  <rect width="780" height="${height}" rx="8" fill="#f6f8fa"/>`,
    `  <text class="title" x="18" y="28">${escaped(title)}</text>`,
    ...elements.map((element) => `  ${element}`),
    "</svg>",
    "",
  ].join("\n");
}

function text(x, y, shown, anchor = "start") {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}">${escaped(shown)}</text>`;
}

function round(value) {
  return Number(value.toFixed(1));
}

function escaped(shown) {
  return shown.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
