/** The boxes outside a form that belong to it. */
export function listTicks(form: string): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>(`input[type=checkbox][form="${form}"]`)];
}
