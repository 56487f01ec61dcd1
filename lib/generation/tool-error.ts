/**
 * The machine, not the script, is at fault: a program is missing, the sandbox does not hold, Blender
 * does not start. Never stored against an entrant; the message says what the operator should do.
 */
export class ToolError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ToolError";
  }
}
