/** What a contact is called: whoever gave no name is known by how they are reached. */
export function contactName(
  { name, email, phone }: { name: string | null; email: string | null; phone: string | null },
  nameless: string,
): string {
  return name ?? email ?? phone ?? nameless;
}
