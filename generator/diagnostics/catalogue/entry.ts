/** The form of an entry of the diagnostic catalogue. */

export interface CatalogueEntry<Given> {
  readonly severity: "error" | "warning";
  /** A short name of the mistake, for lists. */
  readonly title: string;
  /** One sentence that names the offending text. */
  readonly message: (given: Given) => string;
  /** Why it is wrong. */
  readonly reason: (given: Given) => string;
  /** The way out. */
  readonly hint: (given: Given) => string;
  /** How two threads come to grief, a line for each thing that one of them does. */
  readonly interleaving?: (given: Given) => readonly string[];
  /** A fragment of spec that is right. */
  readonly fix?: (given: Given) => string;
}

export function error<Given>(
  entry: Omit<CatalogueEntry<Given>, "severity">,
): CatalogueEntry<Given> {
  return { severity: "error", ...entry };
}

export function warning<Given>(
  entry: Omit<CatalogueEntry<Given>, "severity">,
): CatalogueEntry<Given> {
  return { severity: "warning", ...entry };
}
