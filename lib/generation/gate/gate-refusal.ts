/** Why a GLB is refused. `empty` alone is no fault: it has no triangle to show. */
export type GateCode =
  | "container"
  | "json"
  | "structure"
  | "limit"
  | "uri"
  | "extension"
  | "reference"
  | "range"
  | "sparse"
  | "value"
  | "graph"
  | "image"
  | "unsupported"
  | "empty";

/** Ends the reading of a GLB; caught by the gate alone. */
export class GateRefusal extends Error {
  readonly code: GateCode;

  constructor(code: GateCode, message: string) {
    super(message);
    this.name = "GateRefusal";
    this.code = code;
  }
}

/** Refuses the GLB. The message names where in it, with values cut short by the caller. */
export function refuse(code: GateCode, message: string): never {
  throw new GateRefusal(code, message);
}
