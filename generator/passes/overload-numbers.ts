/** Numbers the overloads of a name, in the order written: "", "#2", "#3". */
export function overloadNumbers(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? "" : `#${count}`;
  });
}
